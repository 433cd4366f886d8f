/** What Eleventy says when a template of the project fails, as a diagnostic with its place. */
import { type Diagnostic, errorAt, placesIn } from "../../../content/diagnostics/diagnostic.ts";
import { systemRefusal } from "../../../content/diagnostics/system-reasons.ts";
import type { OwnPageFile } from "../../loading/own-page-files.ts";
import { TemplateFault, TemplateFaults } from "../../rendering/templates/template-fault.ts";

/** A file of the project in a message: `./pages/about.md`. */
const fileInMessage = /(?:^|[\s"'(:])(?:\.\/)?((?:pages|templates|_data)\/[^\s"',()]+)/;

/**
 * The fault of an own page, a layout or a data file that an error is; undefined for any other.
 *
 * @param error as Eleventy throws it: each one holds the one that it comes from
 * @param files the own pages
 */
export function ownPageFault(
  error: unknown,
  files: ReadonlyMap<string, OwnPageFile>,
): Diagnostic | undefined {
  const chain = chainOf(error);
  const inOwnTemplate = chain.find((one) => one instanceof TemplateFault);
  if (inOwnTemplate instanceof TemplateFault) return new TemplateFaults([inOwnTemplate]).diagnostics([])[0];
  if (chain.some((one) => systemRefusal(one) !== undefined && !/\b(?:ENOENT|EISDIR)\b/.test(one.message))) {
    return undefined;
  }
  const messages = chain.map(({ message }) => message);
  const file = messages.flatMap((message) => fileInMessage.exec(message)?.[1] ?? []).at(0);
  if (file === undefined) return undefined;
  const reason = reasonIn(messages.at(-1) ?? "");
  const known = files.get(file);
  const [, line, column] =
    messages.map((message) => /\[?\bline:? ?(\d+), ?col(?:umn)?:? ?(\d+)/i.exec(message)).find(Boolean) ?? [];
  if (known === undefined) return errorAt({ file }, "broken-template", reason);
  const place = placesIn(file, known.text);
  const lines = known.text.split("\n");
  const start =
    line === undefined
      ? known.text.indexOf(wordIn(reason), offsetOfLine(lines, known.linesBefore))
      : offsetOfLine(lines, known.linesBefore + Number(line) - 1) + Number(column) - 1;
  return errorAt(start < 0 ? { file } : place(start), "broken-template", reason);
}

function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && !chain.includes(one); one = behind(one)) chain.push(one);
  return chain;
}

function behind(error: Error): unknown {
  return "originalError" in error && error.originalError instanceof Error ? error.originalError : error.cause;
}

/** Without the places that template languages put into their messages. */
function reasonIn(message: string): string {
  const [last = ""] = message
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(-1);
  return last
    .replace(/^(?:Template render )?[Ee]rror: /, "")
    .replace(/, file:.*$/, "")
    .trim();
}

/** What is missing: `shout`, of `filter not found: shout`. */
function wordIn(reason: string): string {
  return /(?:: |")([\w./-]+)"?(?: not found)?$/.exec(reason)?.[1] ?? reason;
}

function offsetOfLine(lines: readonly string[], index: number): number {
  return lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
}
