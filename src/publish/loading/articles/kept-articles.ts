/**
 * Read articles as the next process finds them: what every build asks of each, as JSON that is read as a whole, and behind it the
 * rest of each, which is read when it is asked for.
 */
import type { Article, ContentRules } from "../../../content/article/article.ts";
import { BodyHtml } from "../../../content/markup/body-html.ts";
import type { StyleFinding } from "../../../content/style/levels.ts";
import { onDemand } from "../../../content/values/on-demand.ts";
import { jsonWithinLimits, readCached, writeCached } from "../../disk/cache-file.ts";
import { type ArticleRecord, recordOf, termsIn } from "../../threads/packed-reading.ts";

/** What makes a reading true: while both are the same, reading anew would give the same. */
export type Grounds = {
  /** Changes whenever the file is written to; empty where the file cannot be looked at. */
  readonly stamp: string;
  /** The pictures it rests on, as they are published. */
  readonly pictures: string;
};

export type KeptReading = Grounds & {
  readonly article: Article;
  readonly findings?: readonly StyleFinding[] | undefined;
};

/** What few articles are asked for; most of their bytes. */
type RareValues = Pick<ArticleRecord, "frontMatter" | "description" | "standfirst" | "headings" | "bodyIds">;

type UsualValues = Omit<ArticleRecord, keyof RareValues>;

type Line = Grounds & {
  readonly values: UsualValues;
  readonly findings?: readonly StyleFinding[] | undefined;
  /** Where its rare values end, in bytes behind the JSON. */
  readonly end: number;
};

type Kept = {
  /** Of the code and the site that all of them were read by. */
  readonly basis: string;
  readonly articles: readonly Line[];
};

/** Gives the HTML of an article's body. */
type MakeBody = (article: UsualValues) => string;

const kind = "articles";

/**
 * The articles that a file holds; none where it was written by other code, or for a site that reads them otherwise.
 */
export async function readKept(
  file: string,
  basis: string,
  rules: ContentRules,
  makeBody: MakeBody,
): Promise<KeptReading[]> {
  const bytes = await readCached(file, kind);
  const headEnd = bytes?.indexOf("\n") ?? -1;
  if (bytes === undefined || headEnd === -1) return [];
  const found: unknown = JSON.parse(bytes.toString("utf8", 0, headEnd));
  if (!isKept(found, basis)) return [];
  const first = headEnd + 1;
  let start = first;
  return found.articles.map(({ values, end, ...grounds }) => {
    const from = start;
    start = first + end;
    const rare = () => rareIn(bytes.toString("utf8", from, first + end));
    return { ...grounds, article: remembered(values, onDemand(rare), rules, makeBody) };
  });
}

/** Writes the articles of some readings. Those of more than V8 has a text for are not kept. */
export async function writeKept(file: string, basis: string, readings: Iterable<KeptReading>): Promise<void> {
  const rare: Buffer[] = [];
  let end = 0;
  const articles = Array.from(readings, ({ article, ...grounds }): Line => {
    const bytes = Buffer.from(JSON.stringify(rareValuesOf(article)));
    // Of one that was remembered itself, there are no others.
    const { frontMatter, description, standfirst, headings, bodyIds, ...values } = recordOf(article);
    rare.push(bytes);
    end += bytes.length;
    return { ...grounds, values, end };
  });
  const json = jsonWithinLimits({ basis, articles } satisfies Kept);
  if (json !== undefined) await writeCached(file, kind, Buffer.concat([Buffer.from(`${json}\n`), ...rare]));
}

/** The checksum of the file vouches for what was written, and the basis for the code that wrote it: for its shape, that is. */
function isKept(found: unknown, basis: string): found is Kept {
  return typeof found === "object" && found !== null && "basis" in found && found.basis === basis;
}

function rareValuesOf({ frontMatter, description, standfirst, headings, bodyIds }: Article): RareValues {
  return { frontMatter, description, standfirst, headings, bodyIds };
}

function rareIn(json: string): RareValues {
  return JSON.parse(json);
}

/** Makes rare values of an article when they are asked for. They are its own all the same: see `withBody`. */
class Remembered implements RareValues {
  readonly rareValues: () => RareValues;

  constructor(rareValues: () => RareValues) {
    this.rareValues = rareValues;
  }

  get frontMatter() {
    return this.rareValues().frontMatter;
  }

  get description() {
    return this.rareValues().description;
  }

  get standfirst() {
    return this.rareValues().standfirst;
  }

  get headings() {
    return this.rareValues().headings;
  }

  get bodyIds() {
    return this.rareValues().bodyIds;
  }
}

function remembered(
  { bodyDigest, ...values }: UsualValues,
  rareValues: () => RareValues,
  rules: ContentRules,
  makeBody: MakeBody,
): Article {
  const bodyHtml = new BodyHtml(bodyDigest, () => makeBody({ ...values, bodyDigest }));
  return Object.assign(new Remembered(rareValues), values, termsIn(values, rules), { bodyHtml });
}
