/** YAML that remembers where each value stands, so that every complaint can name line and column. */
import { type Document, isAlias, isMap, isNode, isScalar, visit, type YAMLMap } from "yaml";
import { type Diagnostic, errorAt, type Place, placesIn } from "../diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../diagnostics/diagnostic-codes.ts";
import { onDemand, onDemandOf } from "../values/on-demand.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { yamlDocument } from "./yaml-document.ts";
import { yamlFault } from "./yaml-faults.ts";

export type YamlPath = readonly PropertyKey[];

export type YamlSource = {
  /** Plain values: mappings are objects, dates stay text. Undefined if the text could not be read. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Where a value stands; where it is missing, where the nearest thing around it stands. */
  readonly placeOf: (path: YamlPath) => Place;
  /** Where a key stands, rather than its value. */
  readonly placeOfKey: (path: YamlPath, key: string) => Place;
  /** A single value as its author wrote it, without quotation marks: `007`, not 7. Undefined where there is none. */
  readonly textAt: (path: YamlPath) => string | undefined;
};

/**
 * Reads a YAML 1.2 text. The parser is asked only where the text is not plain, or where a place is wanted.
 *
 * @param linesBefore lines of the file that come before the text
 */
export function readYaml(file: string, text: string, linesBefore = 0): YamlSource {
  const plain = readPlainYaml(text);
  if (plain === undefined) return parsedYaml(file, text, linesBefore);
  const source = onDemand(() => parsedYaml(file, text, linesBefore));
  return {
    value: plain,
    diagnostics: [],
    placeOf: (path) => source().placeOf(path),
    placeOfKey: (path, key) => source().placeOfKey(path, key),
    textAt: (path) => source().textAt(path),
  };
}

/** Of the faults of one text: most of those after so many come of the first. */
const toldAtOnce = 20;

/** The same by the parser, which knows where each value stands. */
function parsedYaml(file: string, text: string, linesBefore = 0): YamlSource {
  const document = yamlDocument(text);
  const at = placesIn(file, text, linesBefore);
  const faults = [...document.errors, ...document.warnings];
  const diagnostics = faults.slice(0, toldAtOnce).map((error) => {
    const { offset, code, message } = yamlFault(error, document, text);
    return errorAt(at(offset), code, message);
  });
  for (const { offset, code, message } of misreadTexts(document, text)) {
    diagnostics.push(errorAt(at(offset), code, message));
  }
  const start = at(0);
  const placeAt = (offset: number | undefined) => (offset === undefined ? start : at(offset));
  return {
    value: diagnostics.length > 0 ? undefined : plainValue(document, start, diagnostics),
    diagnostics,
    placeOf: (path) => placeAt(valueOffset(document, path)),
    placeOfKey: (path, key) => placeAt(keyOffset(document, path, key)),
    textAt: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

function plainValue(document: Document, start: Place, diagnostics: Diagnostic[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    diagnostics.push(errorAt(start, "yaml-alias", `YAML aliases could not be resolved: ${reason}`));
    return undefined;
  }
}

/** What no file can hold: halves that have found each other are no surrogates for a pattern of code points. */
const loneSurrogate = /\p{Cs}/u;

/** An escape of one half of a character without the other: UTF-16 writes an emoji as two (RFC 2781, 2.1). */
const halfCharacter =
  /\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F]/;
const cutCharacter =
  "this is half of a character, as of an emoji that was cut in two; write it whole or take it out";

/** Texts that YAML takes for something else than their authors do, without calling it an error. */
function misreadTexts(document: Document, text: string) {
  const misread: { offset: number; code: DiagnosticCode; message: string }[] = [];
  // Most texts hold none of them, and a visit to every value takes time.
  if (!/\*|[ \t]#\S|\\u/i.test(text)) return misread;
  const anchors = new Set<string>();
  const gluedNote = /[ \t]+#\S/y;
  visit(document, {
    Node(key, node) {
      const [start, end] = node.range ?? [0, 0];
      if (isAlias(node)) {
        if (anchors.has(node.source)) return;
        const message = 'a text that starts with "*" must stand between quotation marks';
        misread.push({ offset: start, code: "yaml-alias", message });
      } else if (node.anchor !== undefined) anchors.add(node.anchor);
      if (isScalar(node) && typeof node.value === "string" && loneSurrogate.test(node.value)) {
        const half = halfCharacter.exec(text.slice(start, end));
        misread.push({ offset: start + (half?.index ?? 0), code: "cut-character", message: cutCharacter });
      }
      if (!isScalar(node) || key === "key" || node.type !== "PLAIN" || typeof node.value !== "string") return;
      gluedNote.lastIndex = end;
      if (!gluedNote.test(text)) return;
      const message =
        'what follows "#" is not read; put quotation marks around the whole text, or a space after "#" if it is a note';
      misread.push({ offset: gluedNote.lastIndex - "#x".length, code: "lost-words", message });
    },
  });
  return misread;
}

function valueOffset(document: Document, path: YamlPath): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

function keyOffset(document: Document, path: YamlPath, key: string): number | undefined {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return undefined;
  return offsetsOfKeys(map).get(key);
}

/** Made once: a mapping may have thousands of keys that are not known. */
const offsetsOfKeys = onDemandOf(({ items }: YAMLMap): ReadonlyMap<string, number> => {
  const offsets = new Map<string, number>();
  for (const { key } of items) {
    const name = isScalar(key) ? String(key.value) : undefined;
    const offset = isNode(key) ? key.range?.[0] : undefined;
    if (name !== undefined && offset !== undefined && !offsets.has(name)) offsets.set(name, offset);
  }
  return offsets;
});
