/** The search index: Pagefind, fed with articles rather than with pages. */
import type { PagefindIndex } from "pagefind";
import type { Plan } from "../site/plan.ts";
import { type SearchRecord, searchRecords } from "../site/search-records.ts";
import type { Templates } from "./templates.ts";

export type IndexFile = { readonly path: string; readonly content: Uint8Array };

/** Pagefind writes ready-made interfaces too; Dateline has its own. */
const neededFile =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|.*\.pf_\w+|wasm\..*\.pagefind)$/;

const recordTemplate = "partials/search-record.njk";

/** How many records are on their way to Pagefind's process at a time. */
const batchSize = 200;

/**
 * Indexes the articles of a plan. One index for all languages, so that every article is found from every page.
 *
 * @returns the files of `/pagefind/`, paths relative to it
 * @throws if Pagefind refuses a record or cannot be started
 */
export async function indexArticles(plan: Plan, templates: Templates): Promise<IndexFile[]> {
  const { close, createIndex } = await import("pagefind");
  try {
    const { index, errors } = await createIndex({ forceLanguage: plan.site.language.split("-")[0] ?? "en" });
    if (index === undefined) throw new Error(`Pagefind cannot be started: ${errors.join("; ")}`);
    await addRecords(index, searchRecords(plan), templates);
    const { files, errors: fileErrors } = await index.getFiles();
    if (fileErrors.length > 0) throw new Error(`Pagefind made no index: ${fileErrors.join("; ")}`);
    return files.filter((file) => neededFile.test(file.path));
  } finally {
    await close();
  }
}

async function addRecords(
  index: PagefindIndex,
  records: readonly SearchRecord[],
  templates: Templates,
): Promise<void> {
  for (let start = 0; start < records.length; start += batchSize) {
    const batch = records.slice(start, start + batchSize);
    const answers = await Promise.all(
      batch.map((record) =>
        index.addHTMLFile({ url: record.address, content: templates.render(recordTemplate, { record }) }),
      ),
    );
    const refused = answers.flatMap((answer) => answer.errors);
    if (refused.length > 0) throw new Error(`Pagefind refused a record: ${refused.join("; ")}`);
  }
}
