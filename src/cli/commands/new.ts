/** `npm run new`: a new article file with its front matter filled in. */

import { readArticle } from "../../content/article/reading/article-reading.ts";
import { hasErrors } from "../../content/diagnostics/diagnostic.ts";
import { reportText } from "../../content/diagnostics/report.ts";
import { isMomentFault, momentAt, readMoment } from "../../content/values/moment.ts";
import { articleFileOf, articleFileText } from "../../content/writing/article-writing.ts";
import { readSiteFile } from "../../publish/loading/site-reading.ts";
import { contentRules } from "../../site/settings/site.ts";
import { exitCodes, readFlags, runCommand, siteFlags, UsageFault } from "../terminal/command.ts";
import { takenFiles, writeNewFiles } from "../terminal/new-files.ts";
import { completed, type NewArticle } from "../terminal/new-questions.ts";
import { isAtTerminal, nobody, terminal } from "../terminal/terminal.ts";

const help = `Usage: npm run new -- "Headline" --category NAME [flags]

Writes a new article file with its front matter filled in, and tells its name. It is a draft: the preview shows
it, and it is published once the line "draft: true" is gone. At a terminal, what is missing is asked for.

  --category NAME   at least one; may be repeated (default: the only category of site.yaml)
  --tag NAME        may be repeated
  --author NAME     may be repeated
  --source NAME     the agency the copy comes from
  --dateline PLACE  the place the report comes from
  --date DATE       2026-11-20 or 2026-11-20 08:30 (default: now, in the site's time zone)
  --site DIR        the folder with site.yaml and articles/ (default: this folder)
`;

const nextSteps = `Open this file in an editor and write the text. The preview (npm start) shows it as a draft; to publish it, delete
its line "draft: true".
`;

await runCommand(help, async () => {
  const { values, positionals } = readFlags(
    {
      ...siteFlags,
      category: { type: "string", multiple: true, default: [] },
      tag: { type: "string", multiple: true, default: [] },
      author: { type: "string", multiple: true, default: [] },
      source: { type: "string" },
      dateline: { type: "string" },
      date: { type: "string" },
    },
    true,
  );
  const [headline, ...others] = positionals;
  if (others.length > 0)
    throw new UsageFault(`Put quotation marks around the headline: "${positionals.join(" ")}"`);
  const { site, diagnostics } = await readSiteFile(values.site);
  if (site === undefined) return refuse(diagnostics);
  const given: NewArticle = {
    title: headline,
    categories: values.category,
    tags: values.tag,
    authors: values.author,
    source: values.source,
    dateline: values.dateline,
  };
  const article = await completed(given, site.terms, isAtTerminal() ? terminal : nobody);
  const { title = "" } = article;

  const dateText = values.date ?? momentAt(Date.now(), site.timezone).iso.slice(0, 16).replace("T", " ");
  const date = readMoment(dateText, site.timezone);
  if (isMomentFault(date)) throw new UsageFault(`--date: ${date.message}`);
  const file = articleFileOf(title, date, site.language);
  if (file === undefined) throw new UsageFault(`The headline "${title}" has no letter or digit.`);
  const text = articleFileText({
    ...article,
    title,
    date: dateText,
    draft: true,
    paragraphs: ["Write the article here."],
  });
  const faults = [
    ...readArticle(file, Buffer.from(text), contentRules(site, new Map())).diagnostics,
    ...takenFiles(values.site, [{ file, text }]),
  ];
  if (hasErrors(faults)) return refuse(faults);
  await writeNewFiles(values.site, [{ file, text }]);
  process.stdout.write(`${file}\n`);
  if (isAtTerminal()) process.stderr.write(nextSteps);
  return exitCodes.fine;
});

function refuse(diagnostics: Parameters<typeof reportText>[0]): number {
  process.stderr.write(reportText(diagnostics, "text", process.stderr.isTTY));
  process.stderr.write("Nothing was written.\n");
  return exitCodes.contentAtFault;
}
