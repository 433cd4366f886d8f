/** Which page a browser may fetch ahead: the one a reader is about to open. */

export const speculationRulesAddress = "/speculation-rules.json";

/**
 * The rules, as a file that a header names: inside a page they would be an inline script, which the content
 * security policy forbids. "Moderate" waits until the reader rests on a link or presses it. Links to other sites
 * never match; the search, whose page is the same whatever is looked for, and feeds are left out.
 *
 * https://html.spec.whatwg.org/multipage/speculative-loading.html
 *
 * @param basePath the path below which the site lies, or empty
 */
export function speculationRulesText(basePath: string): string {
  const matching = (pattern: string) => ({ href_matches: basePath + pattern });
  const apart = ["/search/*", "/*.xml", "/*.json"].map(matching);
  const where = {
    and: [matching("/*"), ...apart.map((not) => ({ not })), { not: { selector_matches: '[href^="#"]' } }],
  };
  return `${JSON.stringify({ prefetch: [{ where, eagerness: "moderate" }] })}\n`;
}
