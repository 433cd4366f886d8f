/** Names for files that come from elsewhere: such as every file system takes, and nobody mistakes for another. */
import { decoded, isReservedAddress } from "../../../content/values/address.ts";
import { slugOf } from "../../../content/values/slug.ts";

/** So long may a name be, in bytes, without its ending: with a number and the ending it fits every file system. */
const stemLimitBytes = 100;

/** https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file: no file there may have such a name. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** What a file is called without its ending: `harbour-at-night`, of `/uploads/Harbour%20at%20night.JPG?w=300`. */
export function fileStemOf(src: string): string {
  const [path = ""] = src.split(/[?#]/);
  const name = decoded(path).split(/[/\\]/).at(-1) ?? "";
  const stem = shortened(slugOf(name.replace(/\.[a-z\d]{1,5}$/i, "")));
  if (stem === "") return "picture";
  return devices.test(stem) ? `picture-${stem}` : stem;
}

function shortened(stem: string): string {
  let short = [...stem].slice(0, stemLimitBytes).join("");
  while (Buffer.byteLength(short) > stemLimitBytes) short = [...short].slice(0, -1).join("");
  return short.replace(/-+$/, "");
}

/**
 * The path of a file that keeps its address, below `static/`; undefined where the address can be none of a file: it has
 * parts that some file systems do not take, that are hidden, or is Dateline's own.
 *
 * @param within path within the old site, encoded
 */
export function keptPath(within: string): string | undefined {
  const path = decoded(within.split(/[?#]/)[0] ?? "").normalize("NFC");
  const parts = path.split("/").slice(1);
  const isFine = parts.every(
    (part) =>
      part !== "" &&
      !/^[.~ ]|[. ]$|[\p{C}<>:"|?*\\%#]/u.test(part) &&
      !devices.test(part.toLowerCase().replace(/\..*$/s, "")) &&
      Buffer.byteLength(part) <= 200,
  );
  const isLong = Buffer.byteLength(path) > 800;
  return path.startsWith("/") && isFine && !isLong && !isReservedAddress(path) ? path.slice(1) : undefined;
}

/** Whether an address is one of a picture, as far as its name tells. */
export function isPictureName(src: string): boolean {
  return /\.(?:avif|bmp|gif|hei[cf]|jpe?g|png|svgz?|tiff?|webp)(?:[?#]|$)/i.test(src);
}
