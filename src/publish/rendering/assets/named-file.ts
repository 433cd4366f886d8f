/** Files that are named by their content: the same name, the same bytes, so that browsers may keep them for ever. */
import { hexDigest, nameDigits } from "../../../content/values/digest.ts";

export type NamedFile = {
  /** In the output folder. */
  readonly path: string;
  readonly content: Uint8Array;
};

/** `assets/site.0123456789.css`. Of the name only what needs no quoting anywhere is kept. */
export function namedByContent(name: string, content: Uint8Array): NamedFile {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot === -1 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
  const plain = `${stem}.${hexDigest(content, nameDigits)}${ending}`.replaceAll(/[^\w.-]+/g, "-");
  return { path: `assets/${plain}`, content };
}
