/** The order of names, in which the numbers in them count as numbers: `part-9` stands before `part-10`. */
import { compareText } from "../diagnostics/diagnostic.ts";

/** How the name of an article file ends. */
export const articleName = /\.(?:md|markdown)$/i;

/** Compares two names as lists of texts and numbers. The same on every machine; 0 for equal names alone. */
export function compareNames(a: string, b: string): number {
  const partsOfA = a.split(/(\d+)/);
  const partsOfB = b.split(/(\d+)/);
  const shared = Math.min(partsOfA.length, partsOfB.length);
  for (let index = 0; index < shared; index += 1) {
    const compare = index % 2 === 0 ? compareText : compareNumbers;
    const order = compare(partsOfA[index] ?? "", partsOfB[index] ?? "");
    if (order !== 0) return order;
  }
  return partsOfA.length - partsOfB.length || compareText(a, b);
}

/** The order of article files: `story.md`, `story-2.md`, `story-10.md`. */
export function compareFiles(a: string, b: string): number {
  const name = (file: string) => file.replace(articleName, "");
  return compareNames(name(a), name(b)) || compareText(a, b);
}

/** Compares digits by the number they write, however long. */
function compareNumbers(a: string, b: string): number {
  const [shortA, shortB] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return shortA.length - shortB.length || compareText(shortA, shortB);
}
