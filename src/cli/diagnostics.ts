/** `npm run diagnostics`: the page that explains every diagnostic. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectFolder } from "../build/project.js";
import { diagnosticsPage } from "../content/diagnostics-page.ts";
import { exitCodes, readFlags, runCommand } from "./command.ts";

const help = `Usage: npm run diagnostics

Writes docs/diagnostics.md, after a change of src/content/diagnostic-codes.ts.

  --output FILE   another file to write
`;

await runCommand(help, async () => {
  const { values } = readFlags({
    output: { type: "string", default: join(projectFolder, "docs/diagnostics.md") },
    help: { type: "boolean" },
  });
  await mkdir(dirname(values.output), { recursive: true });
  await writeFile(values.output, diagnosticsPage());
  return exitCodes.fine;
});
