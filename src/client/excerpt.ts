/** Excerpts: Pagefind gives escaped text with `mark` elements; here it becomes parts that hold plain text. */

export type ExcerptPart = { readonly text: string; readonly isMatch: boolean };

const entities = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
  ["&amp;", "&"],
]);

/** Cuts an excerpt into parts. Any markup but `mark` stays visible as text. */
export function excerptParts(excerpt: string): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let isMatch = false;
  for (const piece of excerpt.split(/(<\/?mark>)/)) {
    if (piece === "<mark>") isMatch = true;
    else if (piece === "</mark>") isMatch = false;
    else if (piece !== "") parts.push({ text: unescaped(piece), isMatch });
  }
  return parts;
}

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => entities.get(entity) ?? entity);
}
