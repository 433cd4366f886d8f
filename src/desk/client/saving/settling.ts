/**
 * Holds a press of Save until the desk's form has taken in all that was put into it. The editor checks its fields at
 * once, but hears of a picture only when its dialog has faded and the file has been read: a save before that would be
 * refused for a field that is filled on the screen. A shortcut pressed before the button is ready would do nothing.
 */

/** The button itself, whatever language it speaks. */
const saveButtons = 'button[aria-keyshortcuts$="+S"]';

/** How long a shortcut waits for a button that is off: it is where nothing was changed. */
const buttonOffMs = 2000;

const lookEveryMs = 20;

/** The editor turns formatted text into Markdown this long after each change, and tells of it by an event. */
const convertsAfterMs = 100;

/** It tells of nothing where the Markdown stayed the same. */
const convertsWithinMs = 1000;

/**
 * Lets presses of Save through once nothing is on its way into the form any more.
 *
 * @param onSave called when one is let through
 */
export function holdSavesUntilSettled(page: Document, onSave: () => void): void {
  let isHeld = false;
  // By a clock that nobody sets: the time of day may stand still or go back.
  let typedMs = Number.NEGATIVE_INFINITY;
  let convertedMs = Number.NEGATIVE_INFINITY;
  page.addEventListener(
    "beforeinput",
    () => {
      typedMs = performance.now();
    },
    { capture: true },
  );
  page.addEventListener(
    "Update",
    () => {
      convertedMs = performance.now();
    },
    { capture: true },
  );
  // What is typed while an earlier change is turned into Markdown comes with the next turn only.
  const isTextUnderWay = () =>
    page.querySelector(".lexical-root") !== null &&
    convertedMs < typedMs + convertsAfterMs &&
    performance.now() < typedMs + convertsWithinMs;
  const isUnsettled = () => isTextUnderWay() || isFieldUnsettled(page);
  const hold = async (untilOnMs: number) => {
    if (isHeld) return;
    isHeld = true;
    await settled(page, isUnsettled, untilOnMs);
    isHeld = false;
    saveButton(page)?.click();
  };
  page.addEventListener(
    "click",
    (event) => {
      if (!(event.target instanceof Element) || event.target.closest(saveButtons) === null) return;
      if (!isHeld && !isUnsettled()) return onSave();
      event.preventDefault();
      event.stopImmediatePropagation();
      void hold(0);
    },
    { capture: true },
  );
  // Before the editor's own listener, which looks only at whether the button can be pressed at this moment.
  globalThis.addEventListener(
    "keydown",
    (event) => {
      const isShortcut = event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey);
      if (!isShortcut || event.altKey || event.shiftKey) return;
      if (saveButton(page) === null || page.querySelector("dialog.open") !== null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void hold(buttonOffMs);
    },
    { capture: true },
  );
}

function saveButton(page: Document): HTMLButtonElement | null {
  return page.querySelector<HTMLButtonElement>(saveButtons);
}

/** Whether an answer of a dialog, or a file, is still on its way into a field. */
function isFieldUnsettled(page: Document): boolean {
  const isAnswered = [...page.querySelectorAll("dialog")].some(({ returnValue }) => returnValue === "ok");
  return isAnswered || page.querySelector("[data-key-path] .processing") !== null;
}

/** Resolves when the form was at rest at two looks: between a dialog and its field there is one. */
async function settled(page: Document, isUnsettled: () => boolean, untilOnMs: number): Promise<void> {
  const endMs = performance.now() + untilOnMs;
  for (let looksAtRest = 0; looksAtRest < 2; ) {
    // Not at the next frame: a page that is not looked at draws none, and must save all the same.
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const isOff = saveButton(page)?.disabled === true && performance.now() < endMs;
    looksAtRest = isOff || isUnsettled() ? 0 : looksAtRest + 1;
  }
}
