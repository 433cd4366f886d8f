/** Whether a text was published, by what its front matter says. */
import { listOf, textOf, truthOf, type Value } from "../values/values.ts";
import type { Meaning } from "./key-meanings.ts";

export type Named = { readonly key: string; readonly value: Value };

export type Unusable = { readonly key: string; readonly message: string };

/** The beginning of a text, for a message. */
export function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** @param unusable takes what is told of it */
export function statusOf(named: ReadonlyMap<Meaning, readonly Named[]>, unusable: Unusable[]) {
  const draft = truthOf(named.get("draft")?.[0]?.value) === true;
  const unpublished = truthOf(named.get("published")?.[0]?.value) === false;
  let isDraft = draft || unpublished;
  let withheld: string | undefined;
  for (const { key, value } of named.get("status") ?? []) {
    const status = textOf(value)?.toLowerCase() ?? "";
    if (status === "hidden" || (/unlisted/i.test(key) && truthOf(value) === true)) {
      isDraft = true;
      unusable.push({ key, message: "it was published and listed nowhere; it is imported as a draft" });
    } else if (/^(?:draft|pending|in ?progress|in[-_]review|unpublished|wip)$/.test(status)) isDraft = true;
    else if (/^(?:private|trash|trashed|deleted|skip|archived)$/.test(status))
      withheld = `its status is "${status}"`;
  }
  for (const { key, value } of named.get("secret") ?? []) {
    if (truthOf(value) !== false && textOf(value) !== undefined) withheld = `its front matter says "${key}"`;
  }
  const leadsTo = textOf(listOf(named.get("redirect")?.[0]?.value)[0]);
  if (leadsTo !== undefined) withheld = `it only leads on to ${cut(leadsTo)}`;
  return { isDraft: isDraft ? true : undefined, withheld };
}
