/** What Pagefind makes of some records at once. It takes 0.3 MB for each article of an index it makes: an index is of few of them, and their words are merged. */
import { gunzipSync } from "node:zlib";
import type { HTMLFile } from "pagefind";
import { hexDigest, nameDigits } from "../../../content/values/digest.ts";
import { type PagefindList, pagefindListIn } from "../../opened/pagefind/files/list-file.ts";
import { pagefindWords } from "../../opened/pagefind/files/piece-file.ts";
import { contentBehindMark } from "../../opened/pagefind/part.ts";
import type { IndexedArticles } from "./indexed-articles.ts";
import type { PagefindProcess } from "./pagefind-processes.ts";

export type NewFile = { readonly path: string; readonly content: Uint8Array };

export type PagefindBatch = IndexedArticles & {
  /** Pagefind's code, for the language of the articles. */
  readonly code: NewFile;
};

/** CBOR of the list that Pagefind does not write of no articles: a text and five lists, all empty. */
const listOfNothing = Uint8Array.of(0x86, 0x60, 0x80, 0x80, 0x80, 0x80, 0x80);

/** Gives Pagefind records, when it has little else to do. @returns what waits for the index, and throws if Pagefind refuses one or ends */
export type IndexBatch = (records: readonly HTMLFile[]) => Promise<() => Promise<PagefindBatch>>;

/**
 * Indexes batches by the processes in turn: each makes one, and one more waits.
 *
 * @param language ISO 639-1
 */
export function batchesInTurn(processes: readonly PagefindProcess[], language: string): IndexBatch {
  const underWay: Promise<unknown>[] = [];
  return async (records) => {
    const turn = underWay.length;
    await underWay[turn - processes.length - 1];
    const engine = processes[turn % processes.length];
    if (engine === undefined) throw new Error("there is no process of Pagefind");
    const made = engine.outlasting(indexBatch(records, language, engine));
    underWay.push(made.then(ended, ended));
    return () => made;
  };
}

/** What is waited for holds nothing of what was made. */
function ended(): void {}

/** @throws if Pagefind refuses a record, or writes less than it should */
async function indexBatch(
  records: readonly HTMLFile[],
  language: string,
  { newIndex }: PagefindProcess,
): Promise<PagefindBatch> {
  // Each article has a file of its own.
  const index = await newIndex({ forceLanguage: language, maxFragments: records.length + 1 });
  const answers = await Promise.all(records.map((record) => index.addHTMLFile(record)));
  const refused = answers.flatMap((answer) => answer.errors);
  if (refused.length > 0) throw new Error(`Pagefind refused a record: ${refused.join("; ")}`);
  const { files, errors } = await index.getFiles();
  await index.deleteIndex();
  if (errors.length > 0) throw new Error(`Pagefind made no index: ${errors.join("; ")}`);
  return { ...indexedArticles(files, records.length), code: codeOf(files, language) };
}

/** @throws if Pagefind did not write all of them */
function indexedArticles(files: readonly NewFile[], count: number): IndexedArticles {
  const list = pagefindListIn(count === 0 ? listOfNothing : listIn(files));
  if (list.articles.length !== count) throw new Error("Pagefind's list lacks articles that it was given");
  // Pagefind's scripts and interfaces come with every batch.
  const own = files.filter(({ path }) => /^(?:fragment|index)\//.test(path));
  const byPath = new Map(own.map(({ path, content }) => [path, content]));
  const contentAt = (path: string) => {
    const content = byPath.get(path);
    if (content === undefined)
      throw new Error(`Pagefind's list of articles names ${path}, which it did not write`);
    return content;
  };
  return {
    version: list.version,
    metas: list.metas,
    articles: list.articles.map(({ name, words }) => ({
      words,
      content: contentAt(`fragment/${name}.pf_fragment`),
    })),
    words: () => wordsOf(list, contentAt),
  };
}

function* wordsOf({ pieces }: PagefindList, contentAt: (path: string) => Uint8Array) {
  for (const { name } of pieces) {
    yield* pagefindWords(contentBehindMark(gunzipSync(contentAt(`index/${name}.pf_index`))));
  }
}

function listIn(files: readonly NewFile[]): Uint8Array {
  const list = files.find(({ path }) => path.endsWith(".pf_meta"));
  if (list === undefined) throw new Error("Pagefind wrote no list of articles");
  return contentBehindMark(gunzipSync(list.content));
}

/** Pagefind has code for each language it knows the endings of words of, and one for all others. */
function codeOf(files: readonly NewFile[], language: string): NewFile {
  const [own, other] = [language, "unknown"].map((name) =>
    files.find(({ path }) => path === `wasm.${name}.pagefind`),
  );
  const file = own ?? other;
  if (file === undefined) throw new Error("Pagefind wrote no code for the browser");
  return { path: `code.${hexDigest(file.content, nameDigits)}.pagefind`, content: file.content };
}
