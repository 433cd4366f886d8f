/** Importing: from a file of foreign copy to new article files. */

import { decodeText } from "../../content/article/article-text.ts";
import { readArticle } from "../../content/article/reading/article-reading.ts";
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import { readBytes } from "../../content/files/articles-folder.ts";
import { isMomentFault, readMoment } from "../../content/values/moment.ts";
import { articleFileOf, articleFileText } from "../../content/writing/article-writing.ts";
import { contentRules, type Site } from "../../site/settings/site.ts";
import type { ImportedArticle, ImportFormat } from "./import-format.ts";
import { importFormatOf } from "./import-formats.ts";
import type { NewArticleFile } from "./new-article-files.ts";

export type ImportOptions = {
  readonly site: Site;
  /** Found out where it is absent. */
  readonly format?: ImportFormat | undefined;
  /** Of copy that names none: `2026-11-20 08:30`. */
  readonly date?: string | undefined;
};

export type Imported = {
  readonly newFiles: readonly NewArticleFile[];
  readonly diagnostics: readonly Diagnostic[];
};

/** The article files that a file of foreign copy becomes, and what is wrong with either. */
export function importFile(file: string, options: ImportOptions): Imported {
  const bytes = readBytes(file);
  if (typeof bytes === "string") {
    return refused([errorAt({ file }, "unreadable-file", `the file cannot be read: ${bytes}`)]);
  }
  const text = decodeText(file, bytes);
  return typeof text === "string" ? importText(file, text, options) : refused([text]);
}

function refused(diagnostics: readonly Diagnostic[]): Imported {
  return { newFiles: [], diagnostics };
}

function importText(file: string, text: string, options: ImportOptions): Imported {
  const { site, date, format = importFormatOf(text) } = options;
  const { articles, diagnostics } = format.read(file, text, site.terms);
  const lacksDate = !format.namesDates || articles.some((article) => article.date === undefined);
  const imported = articles.map((article) => newArticle(file, article, article.date ?? date, site));
  return {
    newFiles: imported.flatMap(({ newFiles }) => newFiles),
    diagnostics: [
      ...diagnostics,
      ...(lacksDate ? [dateDiagnostic(file, format, date)] : []),
      ...imported.flatMap((one) => one.diagnostics),
    ],
  };
}

function newArticle(file: string, values: ImportedArticle, date: string | undefined, site: Site): Imported {
  if (date === undefined) return refused([]);
  const moment = readMoment(date, site.timezone);
  if (isMomentFault(moment)) return refused([errorAt({ file }, moment.code, moment.message)]);
  const target = articleFileOf(values.title, moment, site.language);
  if (target === undefined) {
    const message = `the headline "${values.title}" has no letter or digit to make a file's name from`;
    return refused([errorAt({ file }, "empty-slug", message)]);
  }
  const text = articleFileText({ ...values, date });
  // What is written must be what the site reads: an article that `npm run check` finds nothing wrong with.
  const { diagnostics } = readArticle(target, Buffer.from(text), contentRules(site, new Map()));
  return { newFiles: [{ file: target, text }], diagnostics };
}

function dateDiagnostic(file: string, { title }: ImportFormat, date: string | undefined): Diagnostic {
  if (date === undefined) {
    return errorAt({ file }, "no-date", `${title} names no date; give it as --date 2026-11-20`);
  }
  const message = `${title} names no date; ${date} is taken from --date`;
  return { file, severity: "warning", code: "no-date", message };
}
