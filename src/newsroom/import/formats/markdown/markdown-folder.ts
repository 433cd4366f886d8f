/** Folders of posts in Markdown, and single posts: Jekyll's, Hugo's, Eleventy's, Zola's, Pelican's, Astro's and others'. */
import { onDemandOf } from "../../../../content/values/on-demand.ts";
import type { ForeignFormat, ReadingOptions } from "../../foreign/foreign-format.ts";
import type { ForeignEntry } from "../../foreign/foreign-item.ts";
import type { ForeignSource } from "../../foreign/foreign-source.ts";
import { markdownName } from "./folder/file-kinds.ts";
import { foreignFolder } from "./folder/foreign-folder.ts";
import { folderEntries } from "./folder-entries.ts";
import { systems } from "./systems/systems.ts";
import { plainHeaders } from "./values/plain-headers.ts";

export const markdownFolder: ForeignFormat = {
  name: "markdown",
  title: "a folder of Markdown",
  shape: "posts of Jekyll, Hugo, Hexo, Eleventy, Zola, Pelican, Astro: front matter, Markdown",
  isWhole: ({ isFolder }) => isFolder,
  recognizes: (source) => (source.isFolder ? isSystem(source) : isPost(source)),
  async *read(source, options) {
    yield* entriesOf(options)(source);
  },
};

function isSystem(source: ForeignSource): boolean {
  const folder = foreignFolder(source);
  return systems.some((system) => system.recognizes(folder));
}

function isPost({ name, head }: ForeignSource): boolean {
  return (
    markdownName.test(name) &&
    (/^(?:---|\+\+\+)[^\n]{0,20}\n|^\{\s*"/.test(head) || plainHeaders(head) !== undefined)
  );
}

/** All but bodies, read once for all readings of a source. */
const entriesOf = onDemandOf((options: ReadingOptions) =>
  onDemandOf((source: ForeignSource): readonly ForeignEntry[] => folderEntries(source, options)),
);
