/** `npm run import`: pasted copy to article files. */

import { readArticle } from "../../content/article/article.ts";
import { decodeText } from "../../content/article/article-text.ts";
import { type Diagnostic, errorAt, hasErrors } from "../../content/diagnostics/diagnostic.ts";
import { countText, reportText } from "../../content/diagnostics/report.ts";
import { readBytes } from "../../content/files/articles-folder.ts";
import { isMomentFault, type Moment, readMoment } from "../../content/values/moment.ts";
import { articleFileOf, articleFileText } from "../../content/writing/article-writing.ts";
import {
  type NewArticleFile,
  takenFiles,
  writeArticleFiles,
} from "../../newsroom/import/new-article-files.ts";
import { readPastedCopy } from "../../newsroom/import/pasted-copy.ts";
import { readSiteFile } from "../../publish/loading/publication.ts";
import { contentRules, type Site } from "../../site/settings/site.ts";
import { exitCodes, readFlags, runCommand, siteFlags, UsageFault } from "../terminal/command.ts";

const help = `Usage: npm run import -- FILE… [flags]

Turns text files of republished articles into article files. Each holds a line "Home » Headline", a line of
categories, the headline, one line for each paragraph, and a last line "Source : Agency". If any of them has
errors, all errors are shown and nothing is written.

  --date DATE   the date of the articles: pasted copy names none (2026-11-20 or 2026-11-20 08:30)
  --dry-run     show the article files and write nothing
  --site DIR    the folder with site.yaml and articles/ (default: this folder)
`;

await runCommand(help, async () => {
  const { values, positionals } = readFlags(
    { ...siteFlags, date: { type: "string" }, "dry-run": { type: "boolean", default: false } },
    true,
  );
  if (positionals.length === 0) throw new UsageFault("Name at least one file to import.");
  const { site, diagnostics: siteDiagnostics } = await readSiteFile(values.site);
  if (site === undefined) return refuse(siteDiagnostics);
  const date = values.date === undefined ? undefined : readMoment(values.date, site.timezone);
  if (date !== undefined && isMomentFault(date)) throw new UsageFault(`--date: ${date.message}`);

  const newFiles: NewArticleFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of positionals) {
    const imported = await importFile(file, values.date, date, site);
    if (imported.article !== undefined) newFiles.push(imported.article);
    diagnostics.push(...imported.diagnostics);
  }
  diagnostics.push(...(await takenFiles(values.site, newFiles)));
  if (hasErrors(diagnostics)) return refuse(diagnostics);
  process.stderr.write(reportText(diagnostics, "text", process.stderr.isTTY));
  if (values["dry-run"]) {
    for (const { file, text } of newFiles) process.stdout.write(`${file}\n\n${text}\n`);
    return exitCodes.fine;
  }
  await writeArticleFiles(values.site, newFiles);
  for (const { file } of newFiles) process.stdout.write(`${file}\n`);
  return exitCodes.fine;
});

type Imported = { readonly article?: NewArticleFile; readonly diagnostics: readonly Diagnostic[] };

async function importFile(
  file: string,
  dateText: string | undefined,
  date: Moment | undefined,
  site: Site,
): Promise<Imported> {
  const bytes = readBytes(file);
  if (typeof bytes === "string") {
    return { diagnostics: [errorAt({ file }, "unreadable-file", `the file cannot be read: ${bytes}`)] };
  }
  const text = decodeText(file, bytes);
  if (typeof text !== "string") return { diagnostics: [text] };
  const { copy, diagnostics: found } = readPastedCopy(file, text, site.terms);
  const diagnostics = [...found, dateDiagnostic(file, dateText)];
  if (copy === undefined || date === undefined || dateText === undefined) return { diagnostics };
  const target = articleFileOf(copy.title, date, site.language);
  if (target === undefined) {
    const message = `the headline "${copy.title}" has no letter or digit to make a file's name from`;
    return { diagnostics: [...diagnostics, errorAt({ file }, "empty-slug", message)] };
  }
  const article = { file: target, text: articleFileText({ ...copy, date: dateText }) };
  // What is written must be what the site reads: an article that `npm run check` finds nothing wrong with.
  const reading = readArticle(target, Buffer.from(article.text), contentRules(site, new Map()));
  return { article, diagnostics: [...diagnostics, ...reading.diagnostics] };
}

function dateDiagnostic(file: string, dateText: string | undefined): Diagnostic {
  if (dateText === undefined) {
    return errorAt({ file }, "no-date", "pasted copy names no date; give it as --date 2026-11-20");
  }
  const message = `pasted copy names no date; ${dateText} is taken from --date`;
  return { file, severity: "warning", code: "no-date", message };
}

function refuse(diagnostics: readonly Diagnostic[]): number {
  process.stderr.write(reportText(diagnostics, "text", process.stderr.isTTY));
  process.stderr.write(`Nothing was written: ${countText(diagnostics)}.\n`);
  return exitCodes.contentAtFault;
}
