/** What Eleventy's own command line is for: the whole site, made afresh in Eleventy's output folder. */
import type { BuildEvent, Logger } from "@11ty/eleventy";
import { counted, reportText } from "../../content/diagnostics/report.ts";
import { publishedDesk } from "../../desk/editor/editor-files.ts";
import type { Job } from "../../publish/rendering/eleventy/job.ts";
import { ContentFault } from "../../publish/site/build-options.ts";
import { Production } from "../../publish/site/production.ts";

let last: Production | undefined;

/**
 * The job of a run of Eleventy that nobody has given another. Where Eleventy watches, it makes only what has changed; where it writes
 * nothing, nothing is published.
 */
export async function wholeSite(
  { directories, runMode, outputMode }: BuildEvent,
  logger: Logger,
): Promise<Job> {
  // Where a template of an own page fails, Eleventy tells nobody: what goes on of that run must not meet this one.
  await last?.end();
  // Eleventy tells plugins of everything but this.
  const isTrial = outputMode !== "fs" || process.argv.includes("--dryrun");
  const production = new Production({
    siteFolder: ".",
    outputFolder: directories.output,
    nowMs: Date.now(),
    drafts: false,
    search: !isTrial,
    deskOf: publishedDesk,
    fresh: runMode === "build",
    isAside: false,
    isTrial,
  });
  last = production;
  const told = async <Value>(act: Promise<Value>): Promise<Value> => {
    try {
      return await act;
    } catch (error) {
      await production.end();
      if (error instanceof ContentFault) {
        process.stderr.write(reportText(error.diagnostics, "text", process.stderr.isTTY));
      }
      throw error;
    }
  };
  return {
    begin: async (project) => {
      const work = await told(production.begin(project));
      return {
        ...work,
        make: (found) => told(work.make(found)),
        finish: async (copied) => {
          await told(work.finish(copied));
          await production.end();
          const { diagnostics, articleCount, pageCount, isPublished } = production.report;
          process.stderr.write(reportText(diagnostics, "text", process.stderr.isTTY));
          if (!isPublished) return;
          logger.logWithOptions({
            prefix: "[dateline]",
            message: `Published ${counted(articleCount, "article")} on ${counted(pageCount, "page")}`,
            force: true,
          });
        },
      };
    },
  };
}
