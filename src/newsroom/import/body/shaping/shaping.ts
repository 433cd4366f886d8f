/** Foreign HTML, made such as Markdown can say it: what it means stays, how it looked goes, and what is lost is told. */
import type { Root } from "hast";
import type { Losses } from "../reading/losses.ts";
import { blockShapers } from "./block-shapers.ts";
import { mediaShapers } from "./media-shapers.ts";
import { Shaper } from "./shaper.ts";
import { textShapers } from "./text-shapers.ts";

export type Shaped = {
  readonly tree: Root;
  /** The addresses of each picture, the best first: an `img` of the tree has the index as its `src`. */
  readonly pictures: readonly (readonly string[])[];
  /** Where links lead, each address once. */
  readonly links: readonly string[];
};

const shapers = new Map(Object.entries({ ...textShapers, ...mediaShapers, ...blockShapers }));

/** @param base the web address of the page, which its addresses are relative to */
export function shaped(root: Root, base: string | undefined, losses: Losses): Shaped {
  const shaper = new Shaper(root, base, losses, shapers);
  return { tree: shaper.tree(), pictures: shaper.pictures, links: [...shaper.links] };
}
