/** The bodies of foreign stories, HTML or Markdown, as Markdown that Dateline shows as they were. */
import type { Root } from "hast";
import type { ForeignBody, ForeignPicture } from "../foreign/foreign-item.ts";
import type { LostPart } from "../foreign/import-notes.ts";
import { foreignTree } from "./reading/foreign-tree.ts";
import { Losses } from "./reading/losses.ts";
import { shaped } from "./shaping/shaping.ts";
import { openingPicture, withoutLostCaptions } from "./writing/captions.ts";
import { treeAsMarkdown } from "./writing/markdown-tree.ts";
import { mdastOf } from "./writing/mdast-of.ts";

export type ParsedBody = {
  readonly tree: Root;
  /**
   * The addresses of each picture, resolved, the best first: the full picture, then the smaller ones and the copies that
   * stand for it. One of them that can be had is enough.
   */
  readonly pictures: readonly (readonly string[])[];
  /** Where its links lead, resolved, each address once. */
  readonly links: readonly string[];
  readonly lost: readonly LostPart[];
};

export type BodyWriting = {
  /** Where a link leads on the site; as it is, where it leads elsewhere. */
  readonly linkTo: (address: string) => string;
  /** A picture as the story names it; undefined where it cannot be had: it is left out, with the words beneath it. */
  readonly pictureAt: (address: string) => string | undefined;
  /**
   * What the story shows above its body: the picture that the body opens with ("opening"), nothing that could be in the body
   * ("nothing"), or the picture at one of these addresses, which the body does not repeat where it opens with it.
   */
  readonly above: "opening" | "nothing" | readonly string[];
};

export type WrittenBody = {
  /** Without white space at its ends. */
  readonly markdown: string;
  /** The picture the body opened with, if it stands above it now; `src` as `pictureAt` gave it. */
  readonly lead?: ForeignPicture | undefined;
  /** Everything that is lost or changed, of `ParsedBody`, too. */
  readonly lost: readonly LostPart[];
};

/** @param base the web address of the story, which relative addresses in it are resolved against; else they stay */
export function parsedBody(body: ForeignBody, base: string | undefined): ParsedBody {
  const losses = new Losses();
  const { tree, pictures, links } = shaped(foreignTree(body, losses), base, losses);
  return { tree, pictures, links, lost: [...(body.lost ?? []), ...losses.parts()] };
}

export function writtenBody(parsed: ParsedBody, { linkTo, pictureAt, above }: BodyWriting): WrittenBody {
  const losses = new Losses();
  const placeOf = (key: string) => {
    for (const address of parsed.pictures[Number(key)] ?? []) {
      const place = pictureAt(address);
      if (place !== undefined) return place;
    }
    return undefined;
  };
  const all = mdastOf(parsed.tree);
  const { blocks, lost } = withoutLostCaptions(all, ({ url }) => placeOf(url) !== undefined);
  for (const caption of lost) {
    losses.add(
      "missing-picture",
      "the words beneath a picture that is not there were left out with it",
      caption,
    );
  }
  const opening = above === "nothing" ? undefined : openingPicture(blocks);
  const src = opening === undefined ? undefined : placeOf(opening.image.url);
  const addresses = opening === undefined ? [] : (parsed.pictures[Number(opening.image.url)] ?? []);
  const isAbove = src !== undefined && (above === "opening" || isSamePicture(addresses, above));
  const text = isAbove && opening !== undefined ? opening.rest : blocks;
  const { markdown, plainer } = treeAsMarkdown(text, { linkTo, pictureAt: placeOf });
  for (const words of plainer)
    losses.add("dropped-markup", "emphasis that Markdown cannot say is plain now", words);
  const lead =
    isAbove && opening !== undefined
      ? { src, alt: opening.image.alt ?? undefined, caption: opening.caption, credit: opening.credit }
      : undefined;
  return { markdown, lead, lost: [...parsed.lost, ...losses.parts()] };
}

/** Whether two pictures are one in whatever sizes: `ferry-1024x768.jpg` and `ferry.jpg`. */
function isSamePicture(addresses: readonly string[], others: readonly string[] | string): boolean {
  const keys = new Set([others].flat().map(pictureKey));
  return addresses.some((address) => keys.has(pictureKey(address)));
}

function pictureKey(address: string): string {
  return address
    .replace(/^https?:\/\/(?:i\d\.wp\.com\/)?/, "")
    .replace(/[?#].*$/s, "")
    .replace(/-(?:\d+x\d+|scaled)(?=\.\w+$)/, "");
}
