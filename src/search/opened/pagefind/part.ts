/** A part of the index: looks texts up in it, and loads the pieces of it that this takes. */

import { splitAddress } from "../../index-format.ts";
import type { PagefindCode, Pointer, Ranking } from "./code.ts";
import { type ListFile, listContent, pathsIn, wordCounts } from "./files/list-file.ts";
import { pieceContent } from "./files/piece-file.ts";
import { onceForEach } from "./once.ts";
import { termOf } from "./terms.ts";

export type FoundPage = {
  readonly url: string;
  /** Plain text. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
};

/** An article in which something was found. */
export type Hit = {
  readonly id: string;
  readonly score: number;
  /** Places of the words found, counted by the white space of the content. */
  readonly words: readonly number[];
};

/** Loads a file by its path in the part's folder. */
export type LoadFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

export class IndexPart {
  readonly #code: PagefindCode;
  #pointer: Pointer;
  readonly #loadPiece: (place: string) => Promise<void>;
  readonly #loadArticle: (place: string) => Promise<unknown>;

  /** @param list names all articles and pieces */
  constructor(code: PagefindCode, list: ListFile, ranking: Ranking, load: LoadFile) {
    this.#code = code;
    this.#pointer = code.newIndex(listContent(list), ranking);
    const { articles, pieces } = pathsIn(list);
    const counts = wordCounts(list);
    this.#loadPiece = onceForEach(async (place) => {
      const piece = await pieceContent(await load(pieces[Number(place)] ?? ""), counts);
      this.#pointer = this.#code.addPiece(this.#pointer, piece);
    });
    this.#loadArticle = onceForEach(async (place) =>
      JSON.parse(decoder.decode(await unpacked(await load(articles[Number(place)] ?? "")))),
    );
  }

  /**
   * The articles with the words of a text, or with the text where it is quoted; of null, all in their order.
   *
   * @throws if a piece of the index cannot be loaded
   */
  async search(text: string | null): Promise<Hit[]> {
    const { plain, asWritten, isExact } = termOf(text ?? "");
    if (plain === "" && text !== null) return [];
    const wanted: readonly string[] = JSON.parse(this.#code.piecesFor(this.#pointer, plain));
    await Promise.all(wanted.filter((name) => name !== "").map(this.#loadPiece));
    const { results }: Found = JSON.parse(this.#code.search(this.#pointer, plain, asWritten, isExact));
    return results.map(({ p: id, s: score, l: places }) => ({
      id,
      score,
      words: places.map((place) => place.l),
    }));
  }

  /** An article that was found. @throws if its file cannot be loaded */
  async page(id: string): Promise<FoundPage> {
    const page = await this.#loadArticle(id);
    if (!isPage(page)) throw new Error("a file of the index holds no article");
    return { ...splitAddress(page.url), content: page.content.replaceAll("\u200B", "") };
  }
}

/** Pagefind's answer: names, scores, and where the words stand. */
type Found = {
  readonly results: readonly {
    readonly p: string;
    readonly s: number;
    readonly l: readonly { readonly l: number }[];
  }[];
};

const decoder = new TextDecoder();

/** What Pagefind writes before the content of each of its files. */
const mark = "pagefind_dcd";

/** The content of a file, which a server may have unpacked already. @throws if it is not of Pagefind */
export async function unpacked(file: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (isMarked(file)) return contentBehindMark(file);
  const stream = new Blob([file]).stream().pipeThrough(new DecompressionStream("gzip"));
  return contentBehindMark(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** The content of a file that is unpacked. @throws if it is not of Pagefind */
export function contentBehindMark<Memory extends ArrayBufferLike>(
  file: Uint8Array<Memory>,
): Uint8Array<Memory> {
  if (!isMarked(file)) throw new Error("a file of the index is not what it should be");
  return file.subarray(mark.length);
}

function isMarked(file: Uint8Array): boolean {
  return decoder.decode(file.subarray(0, mark.length)) === mark;
}

function isPage(value: unknown): value is Pick<FoundPage, "url" | "content"> {
  return typeof value === "object" && value !== null && "url" in value && "content" in value;
}
