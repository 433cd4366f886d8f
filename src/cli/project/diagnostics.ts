/** `npm run diagnostics`: the page that explains every diagnostic. */
import { join } from "node:path";
import { diagnosticsPage } from "../../content/diagnostics/diagnostics-page.ts";
import { projectFolder } from "../../publish/disk/project.js";
import { writeWhole } from "../../publish/disk/whole-file.ts";
import { exitCodes, readFlags, runCommand } from "../terminal/command.ts";

const help = `Usage: npm run diagnostics

Writes docs/diagnostics.md, after a change of src/content/diagnostics/diagnostic-codes.ts.

  --output FILE   another file to write
`;

await runCommand(help, async () => {
  const { values } = readFlags({
    output: { type: "string", default: join(projectFolder, "docs/diagnostics.md") },
    help: { type: "boolean" },
  });
  await writeWhole(values.output, diagnosticsPage());
  return exitCodes.fine;
});
