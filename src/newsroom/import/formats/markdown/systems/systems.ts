/** The systems that are known, in the order in which a folder is asked which it is of. */
import type { FolderSystem } from "../folder/system.ts";
import { astro } from "./astro.ts";
import { eleventy } from "./eleventy.ts";
import { hexo } from "./hexo.ts";
import { hugo } from "./hugo.ts";
import { jekyll } from "./jekyll.ts";
import { pelican } from "./pelican.ts";
import { plainFolder } from "./plain-folder.ts";
import { zola } from "./zola.ts";

export const systems: readonly FolderSystem[] = [
  pelican,
  hexo,
  astro,
  eleventy,
  zola,
  hugo,
  jekyll,
  plainFolder,
];
