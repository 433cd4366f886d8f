/** Pasted copy: the text of a republished article as sites show it, taken apart into the values of an article. */

import { splitDateline } from "../../../../content/article/dateline.ts";
import {
  type Diagnostic,
  errorAt,
  hasErrors,
  type Place,
  type Severity,
} from "../../../../content/diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../../../content/diagnostics/diagnostic-codes.ts";
import { suggestion } from "../../../../content/names/suggestion.ts";
import { isTermFault, type TermLists, termReader } from "../../../../content/names/terms.ts";
import { slugOf } from "../../../../content/values/slug.ts";
import { singleLine } from "../../../../content/yaml/schema-parts.ts";
import { cutCategoryLine, guessedCategories, isCategoryLine } from "./category-line.ts";

/** What a copy tells. */
export type PastedCopy = {
  readonly title: string;
  readonly categories: readonly string[];
  readonly dateline?: string | undefined;
  readonly source?: string | undefined;
  /** Plain text, one line each. */
  readonly paragraphs: readonly string[];
};

export type PastedReading = {
  /** Absent where an error is among the diagnostics. */
  readonly copy?: PastedCopy;
  readonly diagnostics: readonly Diagnostic[];
};

type Line = { readonly text: string; readonly place: Place };

/** What stands above the text, and how many lines it takes. */
type Head = {
  readonly headline: string;
  readonly categories?: Line | undefined;
  readonly lineCount: number;
};

const lineEnd = /\n|\u2028|\u2029/;
const breadcrumbSeparator = /[»›→>|]/u;
const breadcrumbHome = /^home\s*[»›→>|]\s*/iu;
const sourceLine = /^source\s*[:：](.+)$/iu;

/**
 * Reads pasted copy: a breadcrumb `Home » Headline`, a line of categories, the headline, paragraphs of which
 * the first opens with a dateline, and a last line `Source : Agency`. Each line is a paragraph; empty lines
 * count for nothing. Breadcrumb, dateline and source may be missing, and the headline may stand before the
 * categories. What is missing but not needed is a warning. Without a list of categories, they are guessed.
 */
export function readPastedCopy(file: string, text: string, lists: TermLists): PastedReading {
  const lines = linesOf(file, text);
  const [first, second] = lines;
  if (first === undefined || second === undefined) {
    return {
      diagnostics: [errorAt({ file }, "empty-file", `the file holds no article; ${expectedShape}`)],
    };
  }
  const head = readHead(lines, lists);
  if (head === undefined) {
    const message = `neither this line nor the next holds categories of the site; ${expectedShape}`;
    return { diagnostics: [errorAt(first.place, "no-categories", message)] };
  }
  const diagnostics: Diagnostic[] = [];
  const tell: Tell = (severity, place, code, message) =>
    void diagnostics.push({ ...place, severity, code, message });
  const categories = readCategories(head.categories, lists, first.place, tell);
  const body = lines.slice(head.lineCount);
  const source = readSource(body.at(-1), lists, tell);
  if (source !== undefined) body.pop();
  else
    tell("warning", { file }, "no-source", 'the last line is no "Source : …"; the article names no source');
  const opening = body[0];
  if (opening === undefined) {
    tell("error", first.place, "no-text", `there is no text under the headline; ${expectedShape}`);
  }
  const dateline = splitDateline(opening?.text ?? "");
  if (opening !== undefined && dateline === undefined) {
    tell("warning", opening.place, "no-dateline", "the text opens with no dateline in capitals and a dash");
  }
  if (hasErrors(diagnostics)) return { diagnostics };
  const paragraphs = body.map((line, index) => (index === 0 && dateline ? dateline.rest : line.text));
  return {
    copy: { title: head.headline, categories, dateline: dateline?.dateline, source, paragraphs },
    diagnostics,
  };
}

const expectedShape =
  'expected are a line "Home » Headline", a line of categories, the headline, and the paragraphs';

function linesOf(file: string, text: string): Line[] {
  return text.split(lineEnd).flatMap((sourceLine, index) => {
    const trimmed = sourceLine.trim();
    if (trimmed === "") return [];
    const column = sourceLine.indexOf(trimmed) + 1;
    return [{ text: trimmed, place: { file, line: index + 1, column, sourceLine } }];
  });
}

function readHead(lines: readonly Line[], lists: TermLists): Head | undefined {
  const trails = lines[0] === undefined ? [] : breadcrumbTrails(lines[0].text, lines.slice(1, 3));
  const start = trails.length > 0 ? 1 : 0;
  const [upper, lower] = lines.slice(start);
  if (upper === undefined) return undefined;
  const isHeadline = ({ text }: Line) => trails.some((trail) => isSameHeadline(trail, text));
  const isCategories = (line: Line | undefined, misspelt: boolean) =>
    line !== undefined && lists.category !== undefined && isCategoryLine(line.text, lists.category, misspelt);
  if (isHeadline(upper) && !isCategories(upper, false)) {
    const categories = isCategories(lower, true) ? lower : undefined;
    return { headline: upper.text, categories, lineCount: start + (categories === undefined ? 1 : 2) };
  }
  if (lower === undefined) return undefined;
  const upperFirst: Head = { headline: lower.text, categories: upper, lineCount: start + 2 };
  const lowerFirst: Head = { headline: upper.text, categories: lower, lineCount: start + 2 };
  if (isHeadline(lower) || lists.category === undefined) return upperFirst;
  for (const misspelt of [false, true]) {
    if (isCategories(upper, misspelt)) return upperFirst;
    if (isCategories(lower, misspelt)) return lowerFirst;
  }
  return cutCategoryLine(upper.text, lists.category).names.length > 0 ? upperFirst : undefined;
}

/**
 * What a breadcrumb may say the headline is: all that comes after "Home" (a headline may hold the separator),
 * or its last step. Empty where the line is no breadcrumb.
 */
function breadcrumbTrails(text: string, next: readonly Line[]): string[] {
  const steps = text.split(breadcrumbSeparator).map((step) => step.trim());
  const lastStep = steps.at(-1) ?? "";
  if (steps.length < 2) return [];
  if (steps[0]?.toLowerCase() === "home") return [text.replace(breadcrumbHome, ""), lastStep];
  return next.some((line) => isSameHeadline(lastStep, line.text)) ? [lastStep] : [];
}

/** Whether a part of a breadcrumb stands for a headline: in other quotes or letter case, or cut short with "…". */
function isSameHeadline(trail: string, headline: string): boolean {
  const [a, b] = [slugOf(trail), slugOf(headline)];
  if (a === "") return false;
  return a === b || (/(?:…|\.\.\.)$/u.test(trail) && b.startsWith(a));
}

type Tell = (severity: Severity, place: Place, code: DiagnosticCode, message: string) => void;

function readCategories(
  line: Line | undefined,
  lists: TermLists,
  headPlace: Place,
  tell: Tell,
): readonly string[] {
  if (line === undefined) {
    tell("error", headPlace, "no-categories", `the article has no line of categories; ${expectedShape}`);
    return [];
  }
  if (lists.category === undefined) {
    const guessed = guessedCategories(line.text);
    const message = `site.yaml lists no categories; taken are ${guessed.map((name) => `"${name}"`).join(", ")}`;
    tell("warning", line.place, "guessed-categories", message);
    return guessed;
  }
  const { names, unknown } = cutCategoryLine(line.text, lists.category);
  const known = [...lists.category.byName.keys()];
  const choice = lists.category.terms.map(({ name }) => name);
  for (const { text, offset } of unknown) {
    const place = { ...line.place, column: (line.place.column ?? 1) + offset };
    tell("error", place, "unknown-category", `"${text}" is not a category${suggestion(text, known, choice)}`);
  }
  return names;
}

/** The source that a line names; undefined where it is no source line. */
function readSource(line: Line | undefined, lists: TermLists, tell: Tell): string | undefined {
  const name = sourceLine.exec(line?.text ?? "")?.[1]?.trim();
  if (line === undefined || name === undefined || name === "") return undefined;
  const term = termReader(lists)("source", singleLine(name));
  if (!isTermFault(term)) return term.name;
  const column = (line.place.column ?? 1) + line.text.length - name.length;
  tell("error", { ...line.place, column }, term.code, term.message);
  return name;
}
