/** `npm start`: the site on this machine, shown again whenever a file is saved. */
import { countText, reportText } from "../build/report.ts";
import { deskAddress } from "../preview/desk-list.ts";
import { startPreview } from "../preview/preview.ts";
import type { PreviewSite } from "../preview/preview-site.ts";
import { exitCodes, readFlags, runCommand, siteFlags, UsageFault } from "./command.ts";

const help = `Usage: npm start -- [flags]

Shows the site at http://localhost:8080, drafts, scheduled and expired articles included and marked. A saved file
shows by itself; what is wrong is told here and on the page. Ctrl+C ends it.

  --site DIR   the folder with site.yaml and articles/ (default: this folder)
  --port N     another port
`;

await runCommand(help, async () => {
  const { values } = readFlags({ ...siteFlags, port: { type: "string", default: "8080" } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageFault(`--port "${values.port}" is not a port; give a number from 1 to 65535`);
  }
  const preview = await startPreview({ siteFolder: values.site, port, onShown: tell }).catch(
    (error: unknown) => {
      const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      throw isTaken ? new UsageFault(`Port ${port} is taken; choose another with --port`) : error;
    },
  );
  process.stdout.write(
    `The preview is at http://localhost:${preview.port}\nDrafts and scheduled articles: http://localhost:${preview.port}${deskAddress}\n`,
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void preview.close().then(() => process.exit(exitCodes.fine)));
  }
  return exitCodes.fine;
});

function tell(site: PreviewSite, changedFile?: string): void {
  process.stdout.write(reportText(site.diagnostics, "text", process.stdout.isTTY));
  if (changedFile !== undefined) {
    process.stdout.write(`Shown again after a change of ${changedFile}: ${countText(site.diagnostics)}.\n`);
  }
}
