/**
 * Plain YAML: the lines that nearly all front matter is made of, read without the parser. It knows positions and is
 * slow; ten thousand articles with nothing wrong in them need none.
 */

const keyLine = /^([A-Za-z]{1,40}):(?: (.+))?$/;
const itemLine = /^( *)- (.+)$/;
/** A tab or another control character, which YAML may forbid, or treat as white space or a line end. */
const control = /\p{Cc}/u;

/** Words that YAML 1.2's core schema takes for other things than text (https://yaml.org/spec/1.2.2/#103-core-schema). */
const reservedWord = /^(?:null|true|false)$/i;

/**
 * The values of a YAML text where each line is `key: text`, `key: [text, text]`, or `key:` followed by lines of
 * `- text`; undefined where a line is anything else, which says nothing about whether it is valid. What is given
 * is exactly what a YAML parser gives.
 */
export function readPlainYaml(text: string): Readonly<Record<string, unknown>> | undefined {
  const values = new Map<string, unknown>();
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line === "") continue;
    const [, key, written] = keyLine.exec(line) ?? [];
    if (key === undefined || values.has(key) || reservedWord.test(key) || control.test(line))
      return undefined;
    const items = written === undefined ? listFrom(lines, index + 1) : undefined;
    const value = written === undefined ? items : readValue(written);
    if (value === undefined) return undefined;
    values.set(key, value);
    index += items?.length ?? 0;
  }
  return values.size === 0 ? undefined : Object.fromEntries(values);
}

/**
 * A key and its value as a line of plain YAML: exactly what a YAML writer gives, in a twentieth of the time. Undefined where the value
 * is anything but `true`, text on one line that needs no quotation marks, or a list of such texts.
 */
export function plainLine(key: string, value: unknown): string | undefined {
  if (!/^[A-Za-z]{1,40}$/.test(key) || reservedWord.test(key)) return undefined;
  if (value === true) return `${key}: true\n`;
  if (typeof value === "string") return isWrittenPlain(value) ? `${key}: ${value}\n` : undefined;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const isPlain = value.every(
    (item) => typeof item === "string" && isWrittenPlain(item) && !/[,[\]{}]/.test(item),
  );
  return isPlain ? `${key}: [${value.join(", ")}]\n` : undefined;
}

function isWrittenPlain(text: string): boolean {
  return isPlainText(text) && !/:(?: |$)/.test(text) && !control.test(text);
}

function readValue(written: string): unknown {
  if (written.startsWith("[")) return flowList(written);
  if (written === "true" || written === "false") return written === "true";
  return textOf(written);
}

/** Text on one line, plain or between quotation marks that need no care. */
function textOf(written: string): string | undefined {
  const [, double, single] = /^(?:"([^"\\]*)"|'([^']*)')$/.exec(written) ?? [];
  const quoted = double ?? single;
  if (quoted !== undefined) return quoted;
  return isPlainText(written) && !/:(?: |$)/.test(written) ? written : undefined;
}

/** `[text, text]` of plain texts. */
function flowList(written: string): string[] | undefined {
  if (written === "[]") return [];
  if (!written.endsWith("]")) return undefined;
  const items = written.slice(1, -1).split(/, ?/);
  return items.every((item) => isPlainText(item) && !/[:[\]{}]/.test(item)) ? items : undefined;
}

/** The lines `- text` from an index on, all indented alike. */
function listFrom(lines: readonly string[], start: number): string[] | undefined {
  const items: string[] = [];
  let indentation: string | undefined;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const [, indent, written] = itemLine.exec(line) ?? [];
    if (indent === undefined || written === undefined) break;
    indentation ??= indent;
    const item = indent === indentation && !control.test(line) ? textOf(written) : undefined;
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items.length === 0 ? undefined : items;
}

/** Whether this is text without quotation marks: no number, no reserved word, nothing that may start a comment. */
function isPlainText(written: string): boolean {
  if (!/^[\p{L}\p{N}]/u.test(written) || written.endsWith(" ") || written.includes("#")) return false;
  // A number holds no white space, and only one hyphen between digits.
  return /^\d/.test(written) ? / |^\d{4}-\d\d-\d\d/.test(written) : !reservedWord.test(written);
}
