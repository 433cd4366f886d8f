/**
 * An article as a form shows it: one form for values that authors may write in several, so that what was only
 * written differently is not taken for a change.
 */
import type { Document } from "yaml";
import { splitArticle } from "../article/article-parts.ts";
import { compareText, placesIn } from "../diagnostics/diagnostic.ts";
import { yamlDocument } from "../yaml/yaml-document.ts";
import { yamlFault } from "../yaml/yaml-faults.ts";

export type FormValues = Readonly<Record<string, unknown>>;

export type ArticleForm = {
  /** Front matter: moments as `2026-11-20 08:30`, a source as `{name, url}`, a priority as `{place, until}`. */
  readonly values: FormValues;
  readonly body: string;
};

/** A file whose front matter cannot be read, so that no form can show it. */
export class UnreadableArticle extends Error {}

/** Reads the text of an article file into a form. @throws UnreadableArticle */
export function articleForm(text: string): ArticleForm {
  const parts = splitArticle("", text);
  if (!("body" in parts)) throw new UnreadableArticle(parts.message);
  return { values: formValues(parts.frontMatter, parts.frontMatterLine), body: parts.body.trim() };
}

/**
 * Reads front matter as a form has it.
 *
 * @param linesBefore lines of the file that come before it
 * @throws UnreadableArticle
 */
export function formValues(frontMatter: string, linesBefore: number): FormValues {
  const document = yamlDocument(frontMatter);
  const [error] = document.errors;
  if (error !== undefined) {
    const { offset, message } = yamlFault(error, document, frontMatter);
    const { line } = placesIn("", frontMatter, linesBefore)(offset);
    throw new UnreadableArticle(`line ${line}: ${message}`);
  }
  const values = plainValues(document);
  if (!isRecord(values)) throw new UnreadableArticle('front matter must be lines of "key: value"');
  return shownValues(values);
}

function plainValues(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableArticle(
      `YAML aliases could not be resolved: ${reason}; a text that starts with "*" must stand between quotation marks`,
    );
  }
}

/** Whether two values of a form mean the same: an empty one means none, and the order of keys nothing. */
export function isSameValue(a: unknown, b: unknown): boolean {
  const inOrder = (_: string, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => compareText(x, y))) : value;
  return JSON.stringify(filled(a), inOrder) === JSON.stringify(filled(b), inOrder);
}

/**
 * A value of a form without its empty parts; undefined where nothing is left.
 * `false` is empty, too: what every switch is without its key.
 */
export function filled(value: unknown): unknown {
  if (value === null || value === "" || value === false) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(filled).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, filled(item)] as const)
    .filter(([, item]) => item !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

export function isRecord(value: unknown): value is FormValues {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Values in the one form of each. */
export function shownValues(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(key, value)]));
}

function shown(key: string, value: unknown): unknown {
  const name = keyOfShortForm(key);
  return name !== undefined && value !== null && !isRecord(value)
    ? { [name]: value }
    : momentsShown(value, key);
}

const shortForms: ReadonlyMap<string, string> = new Map([
  ["source", "name"],
  ["priority", "place"],
]);

/** Of a group that may be written as one of its values alone (`source: Agency`), the key of that value. */
export function keyOfShortForm(key: string): string | undefined {
  return shortForms.get(key);
}

/**
 * `2026-11-20` and `2026-11-20T08:30:00` as `2026-11-20 00:00` and `2026-11-20 08:30`; one with an offset as it is.
 *
 * @param place the keys that lead to the value: `corrections.date`
 */
export function momentsShown(value: unknown, place: string): unknown {
  return withMoments(value, place, (text) => {
    const match = /^(\d{4}-\d{2}-\d{2})(?:[Tt\s]\s*(\d{2}:\d{2})(?::00)?)?$/.exec(text.trim());
    return match === null ? text : `${match[1]} ${match[2] ?? "00:00"}`;
  });
}

/** Where the schema of front matter has moments, which a browser cannot ask: any other text may look like one. */
const momentPlaces: ReadonlySet<string> = new Set([
  "date",
  "updated",
  "corrections.date",
  "expires",
  "priority.until",
]);

/** A value with each moment in it as `change` gives it. @param place the keys that lead to the value */
export function withMoments(value: unknown, place: string, change: (text: string) => string): unknown {
  if (typeof value === "string") return momentPlaces.has(place) ? change(value) : value;
  if (Array.isArray(value)) return value.map((item) => withMoments(item, place, change));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withMoments(item, `${place}.${key}`, change)]),
  );
}
