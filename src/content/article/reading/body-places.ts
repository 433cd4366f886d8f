/** Where things stand in the body of an article. */
import type { Place } from "../../diagnostics/diagnostic.ts";
import { decoded } from "../../values/address.ts";
import { onDemand } from "../../values/on-demand.ts";

/**
 * Makes the function that finds where an address stands in a body.
 *
 * @param bodyLine the line of the file before the first of the body
 * @returns takes the line of the body that its paragraph begins on, from 0
 */
export function placesInBody(file: string, body: string, bodyLine: number) {
  const linesOf = onDemand(() => body.split("\n"));
  return (address: string, line: number): Place => {
    const lines = linesOf();
    // Markdown gives addresses percent-encoded, however they are written.
    const text = body.includes(address) ? address : decoded(address);
    const found = lines.findIndex((candidate, index) => index >= line && candidate.includes(text));
    const index = found === -1 ? line : found;
    const sourceLine = lines[index] ?? "";
    const column = Math.max(0, sourceLine.indexOf(text)) + 1;
    return { file, line: bodyLine + index + 1, column, sourceLine };
  };
}
