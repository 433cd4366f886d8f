/** Which page a browser may fetch ahead: the one a reader is about to open. */

export const speculationRulesAddress = "/speculation-rules.json";

/**
 * The rules, as a file that a header names: inside a page they would be an inline script, which the content
 * security policy forbids. "Moderate" waits until the reader rests on a link or presses it. Links to other sites
 * never match; the search, whose page is the same whatever is looked for, and feeds are left out.
 *
 * https://html.spec.whatwg.org/multipage/speculative-loading.html
 */
export function speculationRulesText(): string {
  const apart = [{ href_matches: "/search/*" }, { href_matches: "/*.xml" }, { href_matches: "/*.json" }];
  const where = {
    and: [
      { href_matches: "/*" },
      ...apart.map((not) => ({ not })),
      { not: { selector_matches: '[href^="#"]' } },
    ],
  };
  return `${JSON.stringify({ prefetch: [{ where, eagerness: "moderate" }] })}\n`;
}
