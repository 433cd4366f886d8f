/** Lead pictures, in the shapes that front matter has them in. */
import type { ForeignPicture } from "../../../foreign/foreign-item.ts";
import { isValues, listOf, textOf, type Value, type Values } from "../values/values.ts";
import { plainKey } from "./key-meanings.ts";

const sources = [
  "src",
  "url",
  "path",
  "image",
  "file",
  "filename",
  "feature",
  "href",
  "overlayimage",
  "og",
  "teaser",
  "thumb",
  "thumbnail",
  "large",
];

/** The picture that a value names: an address, a list of them, or a table; undefined for what is none, such as `cover: true`. */
export function pictureIn(value: Value | undefined): ForeignPicture | undefined {
  for (const one of listOf(value)) {
    if (typeof one === "string") {
      const src = one.trim().replace(/^!?\[\[([^|]*)(?:\|.*)?\]\]$/s, "$1");
      if (isPicture(src)) return { src };
    }
    if (!isValues(one)) continue;
    const values = plainKeys(one);
    const named = sources.map((key) => pictureIn(values[key])).find((picture) => picture !== undefined);
    if (named === undefined) continue;
    return {
      src: named.src,
      alt: textOf(values["alt"]) ?? textOf(values["imagealt"]) ?? named.alt,
      caption: textOf(values["caption"]) ?? textOf(values["imagedescription"]) ?? named.caption,
      credit:
        textOf(values["credit"]) ??
        textOf(values["photographer"]) ??
        textOf(values["attribution"]) ??
        named.credit,
    };
  }
  return undefined;
}

/** Colours, styles and names of symbols are none. */
function isPicture(text: string): boolean {
  if (/^(?:data|javascript):|^#|[\n\r]|^(?:rgb|linear-gradient)/i.test(text)) return false;
  return /[/.]/.test(text) && !/^[\d.]+$/.test(text) && text.length < 2000;
}

function plainKeys(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [plainKey(key), value]));
}
