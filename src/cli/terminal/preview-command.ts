/** What `npm start` and `npm run desk` share: the site on this machine, shown again whenever a file is saved. */
import { countText, printable, reportText } from "../../content/diagnostics/report.ts";
import { startPreview } from "../../preview/preview.ts";
import type { PreviewSite } from "../../preview/preview-site.ts";
import type { Desk } from "../../preview/server.ts";
import { exitCodes, readFlags, runCommand, siteFlags, tellRefusal, UsageFault } from "./command.ts";

export type ShowOptions = {
  /** Makes the desk of a site folder. */
  readonly desk?: (siteFolder: string) => Promise<Desk>;
  /** What is told once it is up. `entrance`: the address of the desk, if there is one. */
  readonly greeting: (origin: string, entrance: string) => string;
  /** How another port is chosen. */
  readonly otherPort: string;
};

/** Runs the command until it is ended. */
export async function showSite(help: string, { desk, greeting, otherPort }: ShowOptions): Promise<void> {
  await runCommand(help, async () => {
    const { values } = readFlags({ ...siteFlags, port: { type: "string", default: "8080" } });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new UsageFault(`--port "${values.port}" is not a port; give a number from 1 to 65535`);
    }
    let origin = "";
    let basePath = "";
    const onShown = (site: PreviewSite, changedFile?: string) => {
      basePath = site.basePath;
      tell(site, origin, changedFile);
    };
    const options = {
      siteFolder: values.site,
      port,
      onShown,
      onFailure: tellRefusal,
      desk: await desk?.(values.site),
    };
    const preview = await startPreview(options).catch((error: unknown) => {
      const [, code] = error instanceof Error ? (/^listen (E[A-Z]+)/.exec(error.message) ?? []) : [];
      if (code === "EADDRINUSE") throw new UsageFault(takenText(port, otherPort));
      if (code === "EACCES") throw new UsageFault(forbiddenText(port, otherPort));
      throw error;
    });
    origin = `http://localhost:${preview.port}`;
    process.stdout.write(greeting(origin + basePath, `${origin}${options.desk?.entrance ?? ""}`));
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void preview.close().then(() => process.exit(exitCodes.fine)));
    }
    return exitCodes.fine;
  });
}

function takenText(port: number, otherPort: string): string {
  return `Port ${port} is taken, perhaps by a preview in another window: end that with Ctrl+C, or choose another port: ${otherPort}`;
}

function forbiddenText(port: number, otherPort: string): string {
  return `Port ${port} is kept for the administrator of this machine; choose another port: ${otherPort}`;
}

function tell(site: PreviewSite, origin: string, changedFile?: string): void {
  process.stdout.write(reportText(site.diagnostics, "text", process.stdout.isTTY));
  if (changedFile !== undefined) process.stdout.write(changeText(site, origin, changedFile));
}

/** What has become of a change: where it is shown, or that it is not. */
function changeText(
  { diagnostics, articles, basePath }: PreviewSite,
  origin: string,
  changedFile: string,
): string {
  const count = countText(diagnostics);
  const isAtFault = diagnostics.some(({ file, severity }) => file === changedFile && severity === "error");
  const file = printable(changedFile);
  if (isAtFault) return `The change of ${file} is not shown until its errors are mended: ${count}.\n`;
  const located = articles.find(({ article }) => article.file === changedFile);
  const address = located === undefined ? "" : ` ${origin}${basePath}${encodeURI(located.address)}`;
  return `Shown again after a change of ${file}: ${count}.${address}\n`;
}
