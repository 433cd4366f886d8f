/** The formats of foreign archives. */
import type { ForeignFormat } from "../foreign/foreign-format.ts";
import type { ForeignSource } from "../foreign/foreign-source.ts";
import { newsml } from "./agency/newsml/newsml.ts";
import { ninjs } from "./agency/ninjs/ninjs.ts";
import { feed } from "./feed/feed.ts";
import { ghost } from "./ghost/ghost.ts";
import { markdownFolder } from "./markdown/markdown-folder.ts";
import { pastedCopy } from "./pasted/pasted-format.ts";
import { wordPress } from "./wordpress/wordpress.ts";

/** Every format there is, those before that are more certain of their own. The last takes any text. */
export const foreignFormats: readonly [...ForeignFormat[], ForeignFormat] = [
  wordPress,
  ghost,
  newsml,
  ninjs,
  feed,
  markdownFolder,
  pastedCopy,
];

/** The format of a name, as `--from` takes it. */
export function foreignFormatNamed(name: string): ForeignFormat | undefined {
  return foreignFormats.find((format) => format.name === name);
}

/** The first format that knows a source as its own. */
export function foreignFormatOf(source: ForeignSource): ForeignFormat | undefined {
  return foreignFormats.find((format) => format.recognizes(source));
}
