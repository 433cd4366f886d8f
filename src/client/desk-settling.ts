/**
 * Holds a press of Save until the desk's form has taken in all that was put into it. The editor checks its fields at
 * once, but hears of a picture only when its dialog has faded and the file has been read: a save before that would be
 * refused for a field that is filled on the screen.
 */

/** The button itself, whatever language it speaks; a keyboard shortcut presses it, too. */
const saveButtons = 'button[aria-keyshortcuts$="+S"]';

/** Lets presses of Save through once nothing is on its way into the form any more. */
export function holdSavesUntilSettled(page: Document): void {
  let isHeld = false;
  page.addEventListener(
    "click",
    (event) => {
      const button = event.target instanceof Element && event.target.closest(saveButtons);
      if (!(button instanceof HTMLElement) || !(isHeld || isUnsettled(page))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (isHeld) return;
      isHeld = true;
      void settled(page).then(() => {
        isHeld = false;
        button.click();
      });
    },
    { capture: true },
  );
}

/** Whether an answer of a dialog, or a file, is still on its way into a field. */
function isUnsettled(page: Document): boolean {
  const isAnswered = [...page.querySelectorAll("dialog")].some(({ returnValue }) => returnValue === "ok");
  return isAnswered || page.querySelector("[data-key-path] .processing") !== null;
}

/** Resolves when the form has been at rest for two frames: between a dialog and its field there is one. */
async function settled(page: Document): Promise<void> {
  for (let framesAtRest = 0; framesAtRest < 2; framesAtRest = isUnsettled(page) ? 0 : framesAtRest + 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
