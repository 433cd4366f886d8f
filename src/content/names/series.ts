/** Series: stories that are read in order, each a part of one. */
import { slugOfName, type TermFault } from "./terms.ts";

export type Series = { readonly name: string; readonly slug: string };

/** A series of a name, its slug made from it in a language, or what is wrong with the name. */
export function newSeries(name: string, language?: string): Series | TermFault {
  const slug = slugOfName("series", name, language);
  return typeof slug === "string" ? { name, slug } : slug;
}

/** The address of its page: `/series/port-of-tomorrow/`. */
export function seriesAddress({ slug }: Series): string {
  return `/series/${slug}/`;
}
