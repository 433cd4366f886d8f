/** What a search box does where its scripts belong to a site that was published anew since. */
import { isComposing } from "../keys/typing.ts";

/** The address of the masthead's script as it is published now, where it is another. */
export type NewerScript = () => Promise<string | undefined>;

/**
 * Puts the scripts that are published now in the place of these, which work no more. The form is another, to which
 * nothing listens yet: what was typed stays in it.
 *
 * @returns whether there are any
 */
export async function takeNewer(form: HTMLFormElement, newerScript: NewerScript): Promise<boolean> {
  const newer = await newerScript().catch(() => undefined);
  const other = form.cloneNode(true);
  // A letter that is being composed would be lost.
  if (newer === undefined || isComposing() || !(other instanceof HTMLFormElement)) return false;
  for (const part of other.querySelectorAll("[role=listbox], [role=status]")) part.remove();
  const before = form.querySelector("input");
  const field = other.querySelector("input");
  const isAtField = before !== null && document.activeElement === before;
  form.replaceWith(other);
  if (isAtField) field?.focus();
  field?.setSelectionRange(before?.selectionStart ?? null, before?.selectionEnd ?? null);
  return import(newer).then(
    () => true,
    () => {
      other.replaceWith(form);
      if (isAtField) before.focus();
      return false;
    },
  );
}
