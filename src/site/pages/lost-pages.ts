/** The pages readers get in the place of one that is not there, or no longer. */
import { frameOf } from "../frame/frame.ts";
import type { LostPageView } from "../frame/page-views.ts";
import type { Planning } from "../frame/planning.ts";
import { goneAddress } from "../redirects/rules-text.ts";

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
