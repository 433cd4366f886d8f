/** Files of ninjs: one item, a list of them, or one in each line. */
import { readFile, stat } from "node:fs/promises";
import { decodeText } from "../../../../../content/article/article-text.ts";
import { errorAt, type Place } from "../../../../../content/diagnostics/diagnostic.ts";
import type { ForeignFormat } from "../../../foreign/foreign-format.ts";
import type { ForeignEntry } from "../../../foreign/foreign-item.ts";
import type { ForeignSource } from "../../../foreign/foreign-source.ts";
import { isJsonFault, type JsonSource, jsonSource } from "../../../foreign/reading/json-source.ts";
import { entriesOfFiles, holdsItems } from "../agency-files.ts";
import type { AgencyItem } from "../agency-item.ts";
import { ninjsItem } from "./ninjs-items.ts";

export const ninjs: ForeignFormat = {
  name: "ninjs",
  title: "agencies' items in ninjs",
  shape: "JSON of ninjs 1 to 3: an item, a list of them, one a line, or a folder of such files",
  recognizes: (source) => holdsItems(source, ending, isNinjs),
  read: (source, options) => entriesOfFiles(source, ending, itemsIn, options),
};

const ending = /\.(?:json|jsonl|ndjson|ninjs)$/i;

function isNinjs(head: string): boolean {
  return (
    /^[\s\uFEFF]*[[{]/.test(head) &&
    /"(?:uri|guid)"\s*:/.test(head) &&
    /"(?:versioncreated|versionCreated|headlines?|headline_\w+|body_\w+|bodies|pubstatus|pubStatus)"\s*:/.test(
      head,
    )
  );
}

/** In bytes: a file is held as a whole. */
const largest = 128 * 1024 * 1024;

async function* itemsIn({ name: file, path }: ForeignSource): AsyncGenerator<AgencyItem | ForeignEntry> {
  if ((await stat(path)).size > largest) {
    const message = `the file is larger than ${largest / 1024 / 1024} MB; cut it into several`;
    yield { kind: "fault", diagnostic: errorAt({ file }, "too-large", message), stops: true };
    return;
  }
  const text = decodeText(file, await readFile(path));
  const sources = typeof text === "string" ? documentsIn(file, text) : [text];
  for (const document of sources) {
    if (isJsonFault(document)) {
      yield { kind: "fault", diagnostic: document, stops: true };
      continue;
    }
    for (const { value, path: at, place } of valuesIn(document)) {
      const item = await ninjsItem(value, place);
      if ("fault" in item) {
        const message = `this is no item of ninjs: "${item.path.join(".")}" ${item.fault}; mend it, or ask the agency for it again`;
        const where = document.placeOf([...at, ...item.path]);
        yield { kind: "fault", diagnostic: errorAt(where, "wrong-type", message), stops: false };
      } else yield item;
    }
  }
}

/** One document, or one a line (https://jsonlines.org), which no JSON of several lines is. */
function documentsIn(file: string, text: string): ReturnType<typeof jsonSource>[] {
  const whole = jsonSource(file, text);
  const lines = text.split("\n");
  const isOneALine = isJsonFault(whole) && lines.filter((line) => /^\s*\{.*\}\s*$/.test(line)).length > 1;
  if (!isOneALine) return [whole];
  return lines.flatMap((line, index): ReturnType<typeof jsonSource>[] => {
    if (line.trim() === "") return [];
    const document = jsonSource(file, line);
    if (isJsonFault(document)) return [{ ...document, line: index + 1 }];
    return [{ ...document, placeOf: (path) => ({ ...document.placeOf(path), line: index + 1 }) }];
  });
}

type Value = { readonly value: unknown; readonly path: readonly PropertyKey[]; readonly place: Place };

/** Superdesk and others put a list into an object of its own. */
function valuesIn({ value, placeOf }: JsonSource): Value[] {
  const valueAt = (inner: unknown, path: readonly PropertyKey[]): Value => {
    const { sourceLine: _, ...place } = placeOf(path);
    return { value: inner, path, place };
  };
  if (Array.isArray(value)) return value.map((item: unknown, index) => valueAt(item, [index]));
  for (const key of ["items", "_items", "data"]) {
    const inner: unknown = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
    if (Array.isArray(inner)) return inner.map((item: unknown, index) => valueAt(item, [key, index]));
  }
  return [valueAt(value, [])];
}
