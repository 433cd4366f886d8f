/** What `npm run new` asks for where its flags leave something open. */

import type { TermLists } from "../../content/names/terms.ts";
import { slugOf } from "../../content/values/slug.ts";
import type { ArticleValues } from "../../content/writing/article-writing.ts";

export type NewArticle = Pick<ArticleValues, "categories" | "source" | "dateline"> &
  Readonly<Record<"tags" | "authors", readonly string[]>> & { readonly title?: string | undefined };

/** Someone who can be asked: a person at a terminal, or a test. */
export type Answerer = {
  /** One line of text, empty where nothing is wanted. `fault` says what is wrong with an answer. */
  readonly write: (question: string, fault?: (answer: string) => string | undefined) => Promise<string>;
  /** Some of the names, at least one where that is required. */
  readonly choose: (
    question: string,
    names: readonly string[],
    isRequired: boolean,
  ) => Promise<readonly string[]>;
  /** One of the names, or none. */
  readonly pick: (question: string, names: readonly string[]) => Promise<string | undefined>;
};

/**
 * Asks for the headline and the categories if they are missing; and then, since someone is there, for the rest that is
 * missing. Nothing is asked where headline and categories are given.
 */
export async function completed(
  given: NewArticle,
  lists: TermLists,
  answerer: Answerer,
): Promise<NewArticle> {
  const [onlyCategory, ...others] = lists.category?.terms ?? [];
  const categories =
    given.categories.length === 0 && onlyCategory !== undefined && others.length === 0
      ? [onlyCategory.name]
      : given.categories;
  const hasTitle = given.title !== undefined && given.title.trim() !== "";
  if (hasTitle && categories.length > 0) return { ...given, categories };

  const namesOf = (kind: keyof TermLists) => lists[kind]?.terms.map(({ name }) => name);
  const some = async (question: string, names: readonly string[] | undefined, isRequired = false) =>
    names === undefined
      ? listed(
          await answerer.write(`${question}, with commas between them`, isRequired ? noneFault : undefined),
        )
      : answerer.choose(question, names, isRequired);
  const missing = async (values: readonly string[], ask: () => Promise<readonly string[]>) =>
    values.length > 0 ? values : ask();

  const source = async () => {
    const names = namesOf("source");
    const question = "Source: the agency it comes from, or nothing";
    return names === undefined ? wanted(await answerer.write(question)) : answerer.pick(question, names);
  };

  const title = hasTitle ? given.title : await answerer.write("Headline", headlineFault);
  return {
    title,
    categories: await missing(categories, () => some("Categories", namesOf("category"), true)),
    dateline: given.dateline ?? wanted(await answerer.write("Dateline: the place it comes from, or nothing")),
    authors: await missing(given.authors, () => some("Authors", namesOf("author"))),
    source: given.source ?? (await source()),
    tags: await missing(given.tags, () => some("Tags", undefined)),
  };
}

function headlineFault(answer: string): string | undefined {
  return slugOf(answer) === "" ? "A headline has letters or digits." : undefined;
}

function noneFault(answer: string): string | undefined {
  return listed(answer).length === 0 ? "Name at least one." : undefined;
}

function listed(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function wanted(text: string): string | undefined {
  return text.trim() === "" ? undefined : text.trim();
}
