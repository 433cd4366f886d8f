/** The extract of a story that a result shows: the words around those that were found. */
import { endOfStory, joinedWords } from "../index-format.ts";

export type ExtractPart = { readonly text: string; readonly isMatch: boolean };

const wordsShown = 32;
const wordsBefore = 6;

/** What parts a dateline from the story, or two sentences: no extract begins with it. */
const dash = /^\p{Pd}+$/u;

/** The marks of footnotes, and of the ways back from them. */
const noteMark = /\[\d+(?::\d+)?\]|↩\ufe0e?/gu;

/**
 * Cuts an extract from the text of an article, or gives undefined where the words found are not in its story.
 *
 * @param found places of words, counted by white space
 */
export function extractOf(content: string, found: readonly number[]): ExtractPart[] | undefined {
  const words = contentWords(content);
  const end = words.findIndex((word) => word.startsWith(endOfStory));
  const storyLength = end === -1 ? words.length : end;
  const places = [...new Set(found)].filter((place) => place < storyLength).sort((a, b) => a - b);
  if (places.length === 0) return undefined;
  const start = Math.max(0, Math.min(densestStart(places) - wordsBefore, storyLength - wordsShown));
  const last = Math.min(start + wordsShown, storyLength);
  const matches = new Set(places);
  const parts: { text: string; isMatch: boolean }[] = start > 0 ? [{ text: "… ", isMatch: false }] : [];
  let begin = start;
  while (begin < last - 1 && dash.test(words[begin] ?? "")) begin += 1;
  for (let place = begin; place < last; place += 1) {
    const word = words[place] ?? "";
    const text = word.replaceAll(joinedWords, "").replace(noteMark, "");
    if (text === "") continue;
    const space = word.endsWith(joinedWords) || place === last - 1 ? "" : " ";
    parts.push({ text, isMatch: matches.has(place) }, { text: space, isMatch: false });
  }
  if (last < storyLength) parts.push({ text: " …", isMatch: false });
  return merged(parts);
}

/** The words of an article's text, at the places where Pagefind finds them: a byte order mark is no white space. */
export function contentWords(content: string): string[] {
  return content.split(/[^\S\uFEFF]+/);
}

/** The place from which most of the places are near. */
function densestStart(places: readonly number[]): number {
  const reach = wordsShown - wordsBefore;
  let best = { start: places[0] ?? 0, count: 0 };
  for (const [index, start] of places.entries()) {
    let next = index;
    while ((places[next] ?? Number.POSITIVE_INFINITY) < start + reach) next += 1;
    if (next - index > best.count) best = { start, count: next - index };
  }
  return best.start;
}

function merged(parts: readonly ExtractPart[]): ExtractPart[] {
  const result: { text: string; isMatch: boolean }[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.text === "") continue;
    if (last !== undefined && last.isMatch === part.isMatch) last.text += part.text;
    else result.push({ ...part });
  }
  return result;
}
