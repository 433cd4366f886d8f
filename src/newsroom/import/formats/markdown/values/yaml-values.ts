/** YAML as other systems read it: what their parsers let pass is no fault here. */
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import { errorAt, placesIn } from "../../../../../content/diagnostics/diagnostic.ts";
import { yamlDocument } from "../../../../../content/yaml/yaml-document.ts";
import { yamlFault } from "../../../../../content/yaml/yaml-faults.ts";
import { isValues, type Value, type ValuesReading } from "./values.ts";

/** No front matter needs as many; aliases inside aliases make billions. */
const mostValues = 20_000;

/**
 * The values of a YAML text (JSON is one, too), or its first fault. Of a key that stands twice the last value holds,
 * as in most systems.
 *
 * @param linesBefore lines of the file that come before the text
 */
export function yamlValues(file: string, text: string, linesBefore = 0): ValuesReading {
  const document = yamlDocument(text);
  const at = placesIn(file, text, linesBefore);
  const error = document.errors.find(({ code }) => code !== "DUPLICATE_KEY" && code !== "MULTIPLE_DOCS");
  if (error !== undefined) {
    const { offset, code, message } = yamlFault(error, document, text);
    return { fault: errorAt(at(offset), code, message) };
  }
  let count = 0;
  const plainValue = (node: unknown): Value | undefined => {
    count += 1;
    if (count > mostValues) throw new RangeError("too many values");
    if (isAlias(node)) return plainValue(node.resolve(document));
    if (isSeq(node)) return node.items.map(plainValue).filter((value) => value !== undefined);
    if (isMap(node)) {
      const pairs = node.items.flatMap(({ key, value }): [string, Value][] => {
        const made = plainValue(value);
        return made === undefined ? [] : [[String(isScalar(key) ? (key.source ?? key.value) : key), made]];
      });
      return Object.fromEntries(pairs);
    }
    if (!isScalar(node) || node.value === null) return undefined;
    if (typeof node.value === "string" || typeof node.value === "boolean") return node.value;
    return node.source ?? String(node.value);
  };
  try {
    const value = plainValue(document.contents) ?? {};
    if (isValues(value)) return { values: value };
    const message = 'these lines are no keys with values; write each as "key: value"';
    return { fault: errorAt(at(0), "wrong-type", message) };
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    const message = `this holds more than ${mostValues} values, or aliases of themselves`;
    return { fault: errorAt(at(0), "yaml-alias", message) };
  }
}
