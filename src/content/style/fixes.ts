/** What can be put right in an article file without asking anybody. Nothing else in the file changes. */
import { type Document, isMap, isScalar, isSeq, type Scalar, visit } from "yaml";
import { properDateline } from "../article/dateline.ts";
import { frontMatterSchema } from "../article/front-matter.ts";
import type { TermKind } from "../names/terms.ts";
import { canonicalLanguage } from "../values/language.ts";
import { kindAt } from "../yaml/schema-keys.ts";
import { singleLine } from "../yaml/schema-parts.ts";
import { yamlDocument } from "../yaml/yaml-document.ts";
import type { YamlPath } from "../yaml/yaml-source.ts";
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
  const written = document.get("language");
  // What is no language is told elsewhere, and must not keep the rest from being put right.
  const language = typeof written === "string" ? canonicalLanguage(written) : undefined;
  const proper = (value: string, path: YamlPath): string | undefined => {
    const kind = kindAt(frontMatterSchema, path);
    switch (kind) {
      case undefined:
      case "long":
      case "picture":
        return undefined;
      case "moment":
        return properDate(value, rules.timezone);
      case "dateline":
        if (!rules.fixesDatelines) return undefined;
        return properDateline(value, language ?? rules.language);
      default:
        return rules.properTerm(kind, singleLine(value));
    }
  };
  const fix = (node: unknown, path: YamlPath): void => {
    if (isMap(node)) for (const { key, value } of node.items) fix(value, [...path, String(key)]);
    if (isSeq(node)) node.items.forEach((item, index) => void fix(item, [...path, index]));
    if (!isScalar(node) || typeof node.value !== "string" || !node.range) return;
    const value = proper(node.value, path);
    const written = value === undefined || value === node.value ? undefined : writtenAs(value, node.type);
    if (written !== undefined) edits.push({ start: node.range[0], end: node.range[1], text: written });
  };
  fix(document.contents, []);
  return [...edits, ...spacesAfterValues(document, text)];
}

/** A value in the quotation marks its forerunner had; undefined where that would not read back as itself. */
function writtenAs(value: string, type: Scalar["type"]): string | undefined {
  const forms: { [Type in Scalar.Type]?: string } = {
    QUOTE_DOUBLE: JSON.stringify(value),
    QUOTE_SINGLE: `'${value.replaceAll("'", "''")}'`,
    PLAIN: value,
  };
  const written = type && forms[type];
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
