/** The icon of a site, in the forms that browsers and telephones ask for. */
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import type { NamedPicture } from "../../site/settings/site.ts";
import type { Icons } from "../rendering/assets/assets.ts";
import { type NamedFile, namedByContent } from "../rendering/assets/named-file.ts";
import { loadSharp } from "./sharp.ts";
import { publishableSvg } from "./svg.ts";

/** Pixels of a side: in tabs and lists of bookmarks, and on the screens of telephones. */
const tabSide = 48;
const touchSide = 180;

/** The files that are made of an icon. Of an SVG there is only itself: browsers draw it in any size. */
export async function iconFiles(icon: NamedFile, picture: NamedPicture): Promise<Icons | Diagnostic> {
  const { file, place } = picture;
  const href = `/${icon.path}`;
  if (icon.path.endsWith(".svg")) {
    const svg = publishableSvg(icon.content, picture);
    if ("code" in svg) return svg;
    return { links: [{ rel: "icon", href, type: "image/svg+xml" }], files: [icon] };
  }
  try {
    const sharp = await loadSharp();
    const { width, height } = await sharp(icon.content).metadata();
    if (width !== height || width < touchSide) {
      const message = `"${file}" has ${width} × ${height} pixels; an icon is a square of ${touchSide} or more, or an SVG`;
      return errorAt(place, "bad-logo", message);
    }
    const small = await sharp(icon.content).resize(tabSide).png({ compressionLevel: 9 }).toBuffer();
    // Telephones show what is transparent as black.
    const touch = await sharp(icon.content)
      .resize(touchSide)
      .flatten({ background: "#fff" })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const [tab, onTelephones] = [namedByContent("icon.png", small), namedByContent("touch-icon.png", touch)];
    return {
      links: [
        { rel: "icon", href: `/${tab.path}`, type: "image/png" },
        { rel: "apple-touch-icon", href: `/${onTelephones.path}`, type: "image/png" },
      ],
      files: [tab, onTelephones, { path: "favicon.ico", content: asIco(small) }],
    };
  } catch {
    return errorAt(place, "broken-image", `${file} is damaged, or no PNG; save it anew`);
  }
}

/** A PNG as an icon file with one picture: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10) */
function asIco(png: Uint8Array): Uint8Array {
  const headBytes = 22;
  const head = Buffer.alloc(headBytes);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(tabSide, 6);
  head.writeUInt8(tabSide, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(headBytes, 18);
  return Buffer.concat([head, png]);
}
