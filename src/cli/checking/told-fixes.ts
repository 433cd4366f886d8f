/** `npm run check -- --fix`: what can be put right, shown and written. */
import { confirm } from "@clack/prompts";
import { counted } from "../../content/diagnostics/report.ts";
import { diffText, findFixes, writeFix } from "../../publish/loading/fixing.ts";
import { isAtTerminal } from "../terminal/terminal.ts";

/** Shows what can be put right, and writes it; at a terminal, when it is told to. */
export async function putRight(site: string, nowMs: number, isDryRun: boolean): Promise<void> {
  const fixes = await findFixes(site, nowMs);
  for (const one of fixes) process.stdout.write(`${diffText(one, process.stdout.isTTY)}\n`);
  const files = counted(fixes.length, "file");
  if (fixes.length === 0) process.stdout.write("There is nothing to put right.\n");
  else if (isDryRun) process.stdout.write(`${files} would be changed.\n`);
  else if (await isAgreed(`Change ${files}?`)) {
    for (const one of fixes) await writeFix(site, one);
    process.stdout.write(`${files} changed.\n`);
  } else process.stdout.write("Nothing was changed.\n");
}

async function isAgreed(question: string): Promise<boolean> {
  if (!isAtTerminal()) return true;
  return (await confirm({ message: question })) === true;
}
