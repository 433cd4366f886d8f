/** What `npm start` and `npm run desk` share: the site on this machine, shown again whenever a file is saved. */
import { countText, reportText } from "../build/report.ts";
import { startPreview } from "../preview/preview.ts";
import type { PreviewSite } from "../preview/preview-site.ts";
import type { Desk } from "../preview/server.ts";
import { exitCodes, readFlags, runCommand, siteFlags, UsageFault } from "./command.ts";

export type ShowOptions = {
  /** Makes the desk of a site folder. */
  readonly desk?: (siteFolder: string) => Promise<Desk>;
  /** What is told once it is up. */
  readonly greeting: (origin: string) => string;
};

/** Runs the command until it is ended. */
export async function showSite(help: string, { desk, greeting }: ShowOptions): Promise<void> {
  await runCommand(help, async () => {
    const { values } = readFlags({ ...siteFlags, port: { type: "string", default: "8080" } });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new UsageFault(`--port "${values.port}" is not a port; give a number from 1 to 65535`);
    }
    const options = { siteFolder: values.site, port, onShown: tell, desk: await desk?.(values.site) };
    const preview = await startPreview(options).catch((error: unknown) => {
      const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      throw isTaken ? new UsageFault(`Port ${port} is taken; choose another with --port`) : error;
    });
    process.stdout.write(greeting(`http://localhost:${preview.port}`));
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void preview.close().then(() => process.exit(exitCodes.fine)));
    }
    return exitCodes.fine;
  });
}

function tell(site: PreviewSite, changedFile?: string): void {
  process.stdout.write(reportText(site.diagnostics, "text", process.stdout.isTTY));
  if (changedFile !== undefined) {
    process.stdout.write(`Shown again after a change of ${changedFile}: ${countText(site.diagnostics)}.\n`);
  }
}
