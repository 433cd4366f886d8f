/** How other articles, categories and sources are named on the page of an article. */
import type { Article } from "../../../content/article/article.ts";
import type { Term } from "../../../content/names/terms.ts";
import { onDemandFor } from "../../../content/values/on-demand.ts";
import { cutPictureView, type Planning, storyLink } from "../../frame/planning.ts";
import type { Link, RelatedEntry, StoryLink } from "../../frame/views.ts";

/** Of each article there is one object for all pages, which is digested and written once. */
export type StoryNames = {
  readonly linkTo: (article: Article) => StoryLink;
  readonly relatedOf: (article: Article) => RelatedEntry;
};

/** By the language of the page: BCP 47. */
export function namesOfStories(planning: Planning): (language: string) => StoryNames {
  return onDemandFor((language) => {
    const linkTo = onDemandFor((article: Article) => storyLink(article, language, planning));
    const relatedOf = onDemandFor(
      (article: Article): RelatedEntry => ({
        ...linkTo(article),
        section: article.categories[0] && siteLink(article.categories[0], language, planning),
        picture: article.image && cutPictureView(article.image),
      }),
    );
    return { linkTo, relatedOf };
  });
}

/** Categories and sources are named in the site's language, on pages of another as well. */
export function siteLink(term: Term, language: string, { site, linkTo }: Planning): Link {
  const foreign =
    language === site.language ? undefined : { language: site.language, direction: site.direction };
  return { ...linkTo(term), foreign };
}
