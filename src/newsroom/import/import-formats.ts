/** The formats of foreign copy. */
import type { ImportFormat } from "./import-format.ts";
import { pastedCopy } from "./pasted-copy.ts";

/** Every format there is, those before that are more certain of their own. The last takes any text. */
export const importFormats: readonly [...ImportFormat[], ImportFormat] = [pastedCopy];

/** The format of a name, as `--from` takes it. */
export function importFormatNamed(name: string): ImportFormat | undefined {
  return importFormats.find((format) => format.name === name);
}

/** The first format that knows a text as its own. */
export function importFormatOf(text: string): ImportFormat {
  return importFormats.find((format) => format.recognizes(text)) ?? pastedCopy;
}
