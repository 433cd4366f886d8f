/** The files of a site that are not pages: headers, redirects, robots.txt. */
import { headersText } from "../site/headers.ts";
import type { Plan } from "../site/plan.ts";
import { redirectsText } from "../site/redirects.ts";
import { speculationRulesAddress, speculationRulesText } from "../site/speculation-rules.ts";

/** Their texts by path in the output folder. */
export function siteFiles(plan: Plan): ReadonlyMap<string, string> {
  return new Map([
    ["_headers", headersText()],
    ["_redirects", redirectsText(plan.redirects)],
    [speculationRulesAddress.slice(1), speculationRulesText()],
    // https://www.rfc-editor.org/rfc/rfc9309
    ["robots.txt", "User-agent: *\nAllow: /\nDisallow: /pagefind/\n"],
  ]);
}
