/** The pictures that site.yaml names: the publisher's logo, the one in the masthead, and the site's icon. */
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import { pictureName, type SizedFile } from "../../content/values/picture.ts";
import type { ShownLogo } from "../../site/look/look-settings.ts";
import type { NamedPicture, NamedPictures } from "../../site/settings/site.ts";
import type { Icons } from "../rendering/assets/assets.ts";
import type { NamedFile } from "../rendering/assets/named-file.ts";
import { iconFiles } from "./icons.ts";
import { type PictureRules, readNamedPicture } from "./named-picture.ts";
import { loadSharp } from "./sharp.ts";
import { publishableSvg } from "./svg.ts";

export type SitePictures = {
  readonly files: readonly NamedFile[];
  /** Of the publisher; without one, that of the masthead, where it is no SVG. */
  readonly logoAddress?: string | undefined;
  readonly masthead?: ShownLogo | undefined;
  /** Where site.yaml names one. */
  readonly icons?: Icons | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

const publisherRules: PictureRules = {
  name: "logo",
  kinds: pictureName,
  kindsText: "PNG, JPEG, WebP, AVIF or GIF",
};
const mastheadRules: PictureRules = {
  name: "masthead",
  kinds: /\.(?:avif|gif|jpe?g|png|svg|webp)$/i,
  kindsText: "SVG, PNG, JPEG, WebP, AVIF or GIF",
};
const iconRules: PictureRules = { name: "icon", kinds: /\.(?:png|svg)$/i, kindsText: "SVG or PNG" };

/** A logo is shown as large as fits into this, in pixels; none but an SVG larger than it is. */
const logoBox = { width: 480, height: 96 } as const;

export async function readSitePictures(siteFolder: string, named: NamedPictures): Promise<SitePictures> {
  const diagnostics: Diagnostic[] = [];
  const files: NamedFile[] = [];
  const read = async (picture: NamedPicture | undefined, rules: PictureRules) => {
    const found = picture && (await readNamedPicture(siteFolder, picture, rules));
    if (found === undefined || "content" in found) return found;
    diagnostics.push(found);
    return undefined;
  };
  const publish = (file: NamedFile): string => {
    files.push(file);
    return `/${file.path}`;
  };
  const shown = async (picture: NamedPicture | undefined): Promise<SizedFile | undefined> => {
    const file = await read(picture, mastheadRules);
    if (picture === undefined || file === undefined) return undefined;
    const size = await sizeOf(file, picture);
    if ("code" in size) return void diagnostics.push(size);
    return { src: publish(file), ...size };
  };
  const publisherLogo = await read(named.publisherLogo, publisherRules);
  const [light, dark] = [await shown(named.logo), await shown(named.darkLogo)];
  const icon = await read(named.icon, iconRules);
  const icons = icon && named.icon && (await iconFiles(icon, named.icon));
  if (icons !== undefined && "code" in icons) diagnostics.push(icons);
  const logoAddress = publisherLogo === undefined ? undefined : publish(publisherLogo);
  return {
    files,
    logoAddress: logoAddress ?? (light?.src.endsWith(".svg") ? undefined : light?.src),
    masthead: light && { ...light, dark },
    icons: icons !== undefined && "links" in icons ? icons : undefined,
    diagnostics,
  };
}

/** The size that a logo is shown in. */
async function sizeOf(
  { path, content }: NamedFile,
  picture: NamedPicture,
): Promise<{ width: number; height: number } | Diagnostic> {
  const { file, place } = picture;
  if (path.endsWith(".svg")) {
    const svg = publishableSvg(content, picture);
    if ("code" in svg) return svg;
    return svg.size === undefined
      ? errorAt(place, "bad-logo", `"${file}" does not say how large it is; give its <svg> a viewBox`)
      : fitted(svg.size, Number.POSITIVE_INFINITY);
  }
  try {
    const { width, height } = await (await loadSharp())(content).metadata();
    if (width > 0 && height > 0) return fitted({ width, height }, 1);
  } catch {
    // Told below.
  }
  return errorAt(place, "broken-image", `${file} is damaged, or no picture of its kind; save it anew`);
}

function fitted({ width, height }: { width: number; height: number }, largest: number) {
  const scale = Math.min(largest, logoBox.width / width, logoBox.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
