/** TOML front matter and configuration. */
import { parse, TomlDate, TomlError } from "smol-toml";
import { errorAt } from "../../../../../content/diagnostics/diagnostic.ts";
import type { Value, Values, ValuesReading } from "./values.ts";

/**
 * The values of a TOML text, or what is wrong with it.
 *
 * @param linesBefore lines of the file that come before the text
 */
export function tomlValues(file: string, text: string, linesBefore = 0): ValuesReading {
  try {
    return { values: tableOf(parse(text, { integersAsBigInt: true, maxDepth: 200 })) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const place = {
      file,
      line: linesBefore + error.line,
      column: error.column,
      sourceLine: text.split("\n")[error.line - 1] ?? "",
    };
    const reason = error.message.split("\n", 1)[0]?.replace(/^Invalid TOML document: /, "") ?? "";
    return { fault: errorAt(place, "toml-syntax", `this is not valid TOML: ${reason}`) };
  }
}

function tableOf(table: object): Values {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, plainValue(value)]));
}

function plainValue(value: unknown): Value {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value === "object" && value !== null) return tableOf(value);
  return String(value);
}
