/** `/feeds/`: the feeds there are, for people to choose from. */
import { compareText } from "../../content/diagnostics/diagnostic.ts";
import { type Term, type TermKind, termKinds } from "../../content/names/terms.ts";
import { localesOf } from "../../content/values/language.ts";
import { feedLinks } from "../feeds/feed-formats.ts";
import { frameOf } from "../frame/frame.ts";
import type { FeedsView } from "../frame/page-views.ts";
import type { Planning } from "../frame/planning.ts";
import type { Link } from "../frame/views.ts";
import { correctionsPlace } from "./corrections-pages.ts";

/** The page that lists the feeds of the front page, of the corrections and of the terms given. */
export function feedsPage(terms: Iterable<Term>, planning: Planning): FeedsView {
  const { site, texts } = planning;
  const collator = new Intl.Collator(localesOf(site.language));
  const links: { [Kind in TermKind]: Link[] } = { category: [], tag: [], author: [], source: [] };
  for (const term of terms) links[term.kind].push(planning.linkTo(term));
  const headings = {
    category: texts.categories,
    tag: texts.tags,
    author: texts.authors,
    source: texts.sources,
  };
  const rowOf = (link: Link) => ({ ...link, formats: feedLinks(link.href, link.name) });
  const { address, heading } = correctionsPlace(planning);
  return {
    ...frameOf({ address: "/feeds/", heading: texts.feeds, description: texts.feedsAdvice }, site),
    groups: [
      { feeds: [rowOf({ name: texts.allArticles, href: "/" }), rowOf({ name: heading, href: address })] },
      ...termKinds
        .filter((kind) => links[kind].length > 0)
        .map((kind) => ({
          heading: headings[kind],
          feeds: links[kind]
            .sort((a, b) => collator.compare(a.name, b.name) || compareText(a.name, b.name))
            .map(rowOf),
        })),
    ],
  };
}
