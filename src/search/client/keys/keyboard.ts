/** Keys of the search: `/` opens it, arrows move through results, Escape leads back. */

import { isComposedKey } from "./typing.ts";

/** Calls `open` when the reader types `/` anywhere but in a field. */
export function openBySlash(open: () => void): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || isComposedKey(event) || isField(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
}

/** Arrows move from the field through the result links and back; Escape leads to the field. */
export function moveThroughResults(root: HTMLElement, field: HTMLInputElement): void {
  root.addEventListener("keydown", (event) => {
    if (isComposedKey(event)) return;
    const links = [...root.querySelectorAll<HTMLElement>("#search-results h2 a, #search-offers a")];
    const at = links.findIndex((link) => link.matches(":focus"));
    if (at === -1 && document.activeElement !== field) return;
    if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "ArrowUp") (links[at - 1] ?? field).focus();
    else if (event.key === "Escape" && at !== -1) field.focus();
    else return;
    event.preventDefault();
  });
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
}
