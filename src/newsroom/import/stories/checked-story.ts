/** What was written is what the site reads: an article that its check refuses is mended, or not imported. */
import { posix } from "node:path";
import type { ContentRules } from "../../../content/article/article.ts";
import { readArticle } from "../../../content/article/reading/article-reading.ts";
import { type Diagnostic, isError } from "../../../content/diagnostics/diagnostic.ts";
import { decoded } from "../../../content/values/address.ts";
import type { Rendition } from "../../../content/values/picture.ts";
import type { LostPart } from "../foreign/import-notes.ts";
import { fileTextOf, type WrittenStory } from "./story-writing.ts";

export type CheckedStory = {
  readonly text: string;
  readonly notes: readonly LostPart[];
  /** Why the site would refuse it; absent of what it takes. */
  readonly fault?: Diagnostic | undefined;
};

/** Keys without which there is no article. */
const neededKeys: ReadonlySet<string> = new Set(["title", "date", "categories"]);

/**
 * The text of an article file that the site reads without errors. Values that it would refuse are left out, and told.
 *
 * @param file relative to the site folder
 */
export function checkedStory(file: string, written: WrittenStory, rules: ContentRules): CheckedStory {
  const notes: LostPart[] = [];
  const known: ContentRules = { ...rules, pictures: picturesOf(file, written.pictures) };
  // Of a body, pictures alone can be at fault: others need not be rendered.
  const checkedBody = written.body.includes("![") ? written.body : "";
  let values = written.values;
  for (;;) {
    const head = fileTextOf({ values, body: checkedBody });
    const fault = readArticle(file, Buffer.from(head), known).diagnostics.find(isError);
    const textOf = () => (checkedBody === written.body ? head : `${head}${written.body}\n`);
    if (fault === undefined) return { text: textOf(), notes };
    const key = keyOf(fault, head);
    if (key === undefined || neededKeys.has(key) || !(key in values)) return { text: textOf(), notes, fault };
    notes.push({ code: "unusable-value", message: `"${key}" is left out: ${fault.message}` });
    values = Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
  }
}

/** The key of front matter that a fault is in; undefined of one in the body, or of the whole file. */
function keyOf({ line }: Diagnostic, text: string): string | undefined {
  if (line === undefined) return undefined;
  const lines = text.split("\n", line);
  if (lines.indexOf("---", 1) !== -1) return undefined;
  return lines
    .reverse()
    .flatMap((one) => /^([a-z]+):/.exec(one)?.[1] ?? [])
    .at(0);
}

/** As published pictures: what is in them is seen when the site is built. */
function picturesOf(file: string, srcs: ReadonlySet<string>): ContentRules["pictures"] {
  return new Map([...srcs].map((src) => [posix.join(posix.dirname(file), decoded(src)), anyRendition]));
}

const anyFile = { src: "/media/picture.jpg", width: 1, height: 1 };
const anyRendition: Rendition = { ...anyFile, sources: [], share: anyFile };
