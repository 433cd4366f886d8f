/** What changes before a push is measured. Each makes one change; the next builds on it, as pushes do. */
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Corpus, writeNextArticle } from "./generate.ts";

/** Where to make a change. */
export type Changing = {
  readonly site: string;
  /** A copy of the project, whose templates are used. */
  readonly project: string;
  /** How many articles were generated. */
  readonly articles: number;
  readonly corpus: Corpus;
  /** Counted from 1. */
  readonly run: number;
};

const oldArticle = "articles/2016/01/story-000001.md";

export const pushes: readonly {
  readonly name: string;
  /** An article that is changed, as a hook names it before the commit. */
  readonly named?: string;
  readonly change: (at: Changing) => Promise<void>;
}[] = [
  {
    name: "one new article",
    change: ({ site, articles, corpus, run }) => writeNextArticle(site, articles + run - 1, { corpus }),
  },
  {
    name: "one old article edited",
    named: oldArticle,
    change: ({ site, run }) => appendFile(join(site, oldArticle), `\nEdit ${run}.\n`),
  },
  {
    name: "a partial of listings edited",
    change: async ({ project, run }) => {
      const file = join(project, "templates/partials/entry.njk");
      const text = await readFile(file, "utf8");
      const edited = text.replace(/<li[^>]*>/, `<li class="edited-${run}">`);
      if (edited === text) throw new Error(`${file} has no <li> that could be edited`);
      await writeFile(file, edited);
    },
  },
];
