/** The pages readers get in the place of one that is not there, or no longer. */
import type { Article } from "../../content/article/article.ts";
import { frameOf } from "../frame/frame.ts";
import type { Planning } from "../frame/planning.ts";
import type { LostPageView } from "../frame/views.ts";
import { goneAddress } from "../machines/redirects.ts";
import { standingOf } from "../stories/publishing.ts";

/** The page for what was never there; and, where addresses are gone, the one for these. */
export function lostPages({ site, texts }: Planning, hasGone: boolean): LostPageView[] {
  const robots = [{ name: "robots", content: "noindex" }];
  const notFound = frameOf({ address: "/404.html", heading: texts.pageNotFound, robots }, site);
  const gone = frameOf({ address: goneAddress, heading: texts.pageGone, robots }, site);
  return [
    { ...notFound, advice: texts.pageNotFoundAdvice },
    ...(hasGone ? [{ ...gone, advice: texts.pageGoneAdvice }] : []),
  ];
}

/** The addresses of the articles that have expired by `nowMs` (milliseconds since 1970), their old ones among them. */
export function goneAddresses(
  articles: readonly Article[],
  { addressOf }: Planning,
  nowMs: number,
): string[] {
  return articles
    .filter((article) => standingOf(article, nowMs) === "expired")
    .flatMap((article) => [addressOf(article), ...article.aliases]);
}
