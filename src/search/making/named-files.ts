/**
 * What readers load of Pagefind's files, by names of our own, and the list of them. Pagefind writes scripts and ready-made
 * interfaces, too, and its names are longer.
 */
import { deflateRawSync, gunzipSync } from "node:zlib";
import { hexDigest } from "../../content/values/digest.ts";
import { articleDigits, articlePath, fewestDigits, piecePath } from "../opened/pagefind/files/file-names.ts";
import { type ListFile, listFileOf, pagefindListIn, stepsOf } from "../opened/pagefind/files/list-file.ts";
import { pieceFileOf } from "../opened/pagefind/files/piece-file.ts";
import { unpacked } from "../opened/pagefind/part.ts";

export type IndexFile = { readonly path: string; readonly content: Uint8Array };

/** CBOR of the list that Pagefind does not write of no articles: a text and five lists, all empty. */
const listOfNothing = Uint8Array.of(0x86, 0x60, 0x80, 0x80, 0x80, 0x80, 0x80);

/** How many pieces are written anew at a time. */
const batchSize = 25;

/** @param days of the articles, in the order in which Pagefind was given them @throws if Pagefind did not write all of them */
export async function namedByContent(
  files: readonly IndexFile[],
  days: readonly number[],
): Promise<{ readonly files: readonly IndexFile[]; readonly list: ListFile }> {
  const known = pagefindListIn(days.length === 0 ? listOfNothing : await listIn(files));
  if (known.articles.length !== days.length)
    throw new Error("Pagefind's list lacks articles that it was given");
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const contentAt = (path: string) => {
    const content = byPath.get(path);
    if (content === undefined)
      throw new Error(`Pagefind's list of articles names ${path}, which it did not write`);
    return content;
  };
  const articles = known.articles.map(({ name }) => contentAt(`fragment/${name}.pf_fragment`));
  const counts = known.articles.map(({ words }) => words);
  const pieces: Uint8Array[] = [];
  for (const { name } of known.pieces) {
    const content = await unpacked(Uint8Array.from(gunzipSync(contentAt(`index/${name}.pf_index`))));
    pieces.push(pieceFileOf(content, counts, deflateRawSync));
    // What else goes on beside gets its turn.
    if (pieces.length % batchSize === 0) await new Promise(setImmediate);
  }
  const digits = articleDigits(
    days,
    articles.map((content) => hexDigest(content)),
  );
  const pieceDigits = pieces.map((content) => hexDigest(content, fewestDigits));
  return {
    files: [
      ...articles.map((content, place) => ({
        path: articlePath(days[place] ?? 0, digits[place] ?? ""),
        content,
      })),
      ...pieces.map((content, place) => ({ path: piecePath(place, pieceDigits[place] ?? ""), content })),
    ],
    list: listFileOf(known, { days: stepsOf(days), articles: digits.join(""), pieces: pieceDigits.join("") }),
  };
}

async function listIn(files: readonly IndexFile[]): Promise<Uint8Array> {
  const list = files.find(({ path }) => path.endsWith(".pf_meta"));
  if (list === undefined) throw new Error("Pagefind wrote no list of articles");
  return unpacked(Uint8Array.from(list.content));
}
