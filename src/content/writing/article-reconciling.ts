/**
 * Two edits of one article brought together: what a form changed, and what the file has become since the form was
 * opened. Values and paragraphs that only one of them touched are taken from it; where both did, neither is lost.
 */
import { diff3Merge } from "node-diff3";
import { articleForm, type FormValues, isRecord, isSameValue } from "./article-form.ts";
import { mergedArticle } from "./article-merge.ts";

/** A part of an article that was changed in two ways. */
export type Clash = {
  /** The key of front matter, such as `image.alt`; `body` for a passage of the text. */
  readonly key: string;
  readonly inFile: string;
  readonly inForm: string;
};

export type Reconciled = { readonly text: string } | { readonly clashes: readonly Clash[] };

/**
 * The file with the changes of the form in it, or all places where both changed the same.
 *
 * @param opened what the file held when the form was opened
 * @param edited what the form makes of it
 * @param current what the file holds now
 * @throws UnreadableArticle where one of them is none that a form can show
 */
export function reconciledArticle(opened: string, edited: string, current: string): Reconciled {
  const [before, form, file] = [articleForm(opened), articleForm(edited), articleForm(current)];
  const clashes: Clash[] = [];
  const values = reconciledValues(before.values, form.values, file.values, "", clashes);
  const body = reconciledBody(before.body, form.body, file.body, clashes);
  return clashes.length > 0 ? { clashes } : { text: mergedArticle(current, { values, body }) };
}

function reconciledValues(
  before: FormValues,
  form: FormValues,
  file: FormValues,
  prefix: string,
  clashes: Clash[],
): FormValues {
  const keys = new Set([...Object.keys(file), ...Object.keys(form), ...Object.keys(before)]);
  return Object.fromEntries(
    [...keys].map((key) => {
      const [was, mine, theirs] = [before[key], form[key], file[key]];
      if (isSameValue(was, mine) || isSameValue(mine, theirs)) return [key, theirs];
      if (isSameValue(was, theirs)) return [key, mine];
      // A group holds values of its own: the caption of a picture and its credit do not touch.
      if ((was === undefined || isRecord(was)) && isRecord(mine) && isRecord(theirs)) {
        return [key, reconciledValues(was ?? {}, mine, theirs, `${prefix}${key}.`, clashes)];
      }
      clashes.push({ key: prefix + key, inFile: valueText(theirs), inForm: valueText(mine) });
      return [key, theirs];
    }),
  );
}

function valueText(value: unknown): string {
  if (value === undefined || value === null || value === "") return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function reconciledBody(before: string, form: string, file: string, clashes: Clash[]): string {
  const lines = (text: string) => text.split("\n");
  const regions = diff3Merge(lines(form), lines(before), lines(file), { excludeFalseConflicts: true });
  return regions
    .flatMap(({ ok, conflict }) => {
      if (conflict === undefined) return ok ?? [];
      clashes.push({ key: "body", inFile: conflict.b.join("\n"), inForm: conflict.a.join("\n") });
      return conflict.b;
    })
    .join("\n");
}
