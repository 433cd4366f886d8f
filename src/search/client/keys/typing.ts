/**
 * Typing, with and without composition: Korean, Japanese and Chinese letters are put together of several keys, and
 * what stands in the field meanwhile is not what the reader means. https://w3c.github.io/uievents/#events-compositionevents
 */

const pauseMs = 150;

/** The code of a key that belongs to a composition. Safari says of the key that ends one nothing else. */
const composedKey = 229;

/** Whether a key is part of a composition, so that it means nothing but letters. */
export function isComposedKey(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === composedKey;
}

let isOpen = false;
for (const type of ["compositionstart", "compositionend"]) {
  const note = () => {
    isOpen = type === "compositionstart";
  };
  document.addEventListener(type, note, { capture: true });
}

/** Whether a letter is being composed somewhere on the page. */
export function isComposing(): boolean {
  return isOpen;
}

/** Says that a letter was being composed when this script came. */
export function goOnComposing(): void {
  isOpen = true;
}

/** Calls `typed` when the reader pauses, and never while a letter is composed. Gives what stops it for now. */
export function whenTyped(field: HTMLInputElement, typed: () => void): () => void {
  let pause: number | undefined;
  const stop = () => window.clearTimeout(pause);
  const wait = () => {
    stop();
    pause = window.setTimeout(typed, pauseMs);
  };
  field.addEventListener("compositionstart", stop);
  field.addEventListener("compositionend", wait);
  field.addEventListener("input", () => {
    if (isOpen) stop();
    else wait();
  });
  return stop;
}
