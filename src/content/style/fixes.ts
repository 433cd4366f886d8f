/** What can be put right in an article file without asking anybody. Nothing else in the file changes. */
import { type Document, isMap, isScalar, isSeq, type Scalar, visit } from "yaml";
import { properDateline } from "../article/dateline.ts";
import type { TermKind } from "../names/terms.ts";
import { singleLine } from "../yaml/schema-parts.ts";
import { yamlDocument } from "../yaml/yaml-document.ts";
import { blanksAtEnd, trailingSpaces } from "./body-spaces.ts";
import { properDate } from "./date-forms.ts";
import { type Edit, edited, moved } from "./edits.ts";

export type FixRules = {
  /** IANA name. */
  readonly timezone: string;
  /** BCP 47. */
  readonly language: string;
  /** The name that was meant, where only one can have been; undefined where the name may stay. */
  readonly properTerm: (kind: TermKind, name: string) => string | undefined;
  readonly fixesDatelines: boolean;
};

/**
 * The text of an article file with its fixes; the same text where there are none. Values of front matter are replaced
 * at their places, so that comments, the order of keys and quotation marks stay.
 *
 * @param text as it stands in the file, whatever its line ends
 */
export function fixedText(text: string, rules: FixRules): string {
  // Line ends of another age would have to be told apart from those of the text.
  if (/\r(?!\n)/.test(text)) return text;
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0];
  const closing = opening === undefined ? null : /^---[ \t]*(?:\r?\n|$)/m.exec(text.slice(opening.length));
  if (opening === undefined || closing === null) return text;
  const frontMatter = text.slice(opening.length, opening.length + closing.index);
  const bodyStart = opening.length + closing.index + closing[0].length;
  const document = yamlDocument(frontMatter);
  const inFrontMatter = document.errors.length > 0 ? [] : frontMatterEdits(document, frontMatter, rules);
  return edited(text, [
    ...inFrontMatter.map((edit) => moved(edit, opening.length)),
    ...trailingSpaces(text.slice(bodyStart)).map((edit) => moved(edit, bodyStart)),
  ]);
}

function frontMatterEdits(document: Document, text: string, rules: FixRules): Edit[] {
  const edits: Edit[] = [];
  const replace = (node: unknown, proper: (value: string) => string | undefined) => {
    if (!isScalar(node) || typeof node.value !== "string" || !node.range) return;
    const value = proper(node.value);
    const written = value === undefined ? undefined : writtenAs(value, node.type);
    if (written !== undefined) edits.push({ start: node.range[0], end: node.range[1], text: written });
  };
  const at = (...path: (string | number)[]) => document.getIn(path, true);
  const date = (value: string) => properDate(value, rules.timezone);
  const term = (kind: TermKind) => (value: string) => rules.properTerm(kind, singleLine(value));

  for (const key of ["date", "updated", "expires"]) replace(at(key), date);
  for (const correction of itemsOf(at("corrections"))) {
    if (isMap(correction)) replace(correction.get("date", true), date);
  }
  for (const category of itemsOf(at("categories"))) replace(category, term("category"));
  for (const tag of itemsOf(at("tags"))) replace(tag, term("tag"));
  for (const author of itemsOf(at("authors"))) replace(author, term("author"));
  replace(isMap(at("source")) ? at("source", "name") : at("source"), term("source"));
  if (rules.fixesDatelines) {
    const language = document.get("language");
    replace(at("dateline"), (value) => {
      const proper = properDateline(value, typeof language === "string" ? language : rules.language);
      return proper === value ? undefined : proper;
    });
  }
  return [...edits, ...spacesAfterValues(document, text)];
}

function itemsOf(node: unknown): readonly unknown[] {
  return isSeq(node) ? node.items : [];
}

/** A value in the quotation marks its forerunner had; undefined where that would not read back as itself. */
function writtenAs(value: string, type: Scalar["type"]): string | undefined {
  const written =
    type === "QUOTE_DOUBLE"
      ? JSON.stringify(value)
      : type === "QUOTE_SINGLE"
        ? `'${value.replaceAll("'", "''")}'`
        : type === "PLAIN"
          ? value
          : undefined;
  if (written === undefined) return undefined;
  return readsBack(written, value) ? written : JSON.stringify(value);
}

function readsBack(written: string, value: string): boolean {
  const list = yamlDocument(`[${written}]`);
  return (
    list.errors.length === 0 &&
    isSeq(list.contents) &&
    list.contents.items.length === 1 &&
    list.getIn([0]) === value
  );
}

/** White space at the ends of lines, but for values of several lines, whose white space may be meant. */
function spacesAfterValues(document: Document, text: string): Edit[] {
  const longValues: [start: number, end: number][] = [];
  visit(document, {
    Scalar(_, { range }) {
      if (range && text.slice(range[0], range[1]).includes("\n")) longValues.push([range[0], range[1]]);
    },
  });
  const edits: Edit[] = [];
  let start = 0;
  let next = 0;
  // Values are visited in the order of the text.
  for (const line of text.split("\n")) {
    const written = line.replace(/\r$/, "");
    const end = start + written.length;
    const edit = { start: end - blanksAtEnd(written), end, text: "" };
    while ((longValues[next]?.[1] ?? Number.POSITIVE_INFINITY) <= edit.start) next += 1;
    const isInValue = (longValues[next]?.[0] ?? Number.POSITIVE_INFINITY) < edit.end;
    if (edit.start < edit.end && !isInValue) edits.push(edit);
    start += line.length + 1;
  }
  return edits;
}
