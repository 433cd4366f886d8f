/** `_redirects`: the rules as CDNs read them. */
import { isOldAddress, type OldAddress, readOldAddress } from "../../content/names/old-address.ts";
import { isRedirect, type Rule } from "./rule.ts";

/** The page that is sent for an address that is gone. */
export const goneAddress = "/410.html";

/**
 * The text of `_redirects`: a rule a line, in the order given, of which the first that fits is taken.
 * https://docs.netlify.com/manage/routing/redirects/overview/,
 * https://developers.cloudflare.com/pages/configuration/redirects/: what only Netlify knows (queries, 410) is left out there.
 *
 * @param basePath the path below which the site lies, or empty
 */
export function rulesText(rules: readonly Rule[], basePath = ""): string {
  return rules.map((rule) => `${ruleText(rule, basePath)}\n`).join("");
}

export function ruleText(rule: Rule, basePath = ""): string {
  const { path, isPrefix, query } = rule.from;
  const parameters = query.map((pair) => ` ${pair.map(encodeURIComponent).join("=")}`).join("");
  // A page may stand at the path without its query, and Netlify would send that.
  const force = query.length > 0 ? "!" : "";
  const to = isRedirect(rule) ? rule.to : goneAddress;
  const below = to.startsWith("/") ? basePath : "";
  return `${basePath}${path}${isPrefix ? "*" : ""}${parameters} ${below}${to} ${rule.status}${force}`;
}

/** Reads the rules that `rulesText` wrote. */
export function readRules(text: string, basePath = ""): Rule[] {
  const within = (address: string) => (address.startsWith("/") ? address.slice(basePath.length) : address);
  return text.split("\n").flatMap((line): Rule[] => {
    const parts = line.split(" ");
    const path = within(parts[0] ?? "");
    const status = parts.at(-1)?.replace("!", "");
    const to = within(parts.at(-2) ?? "");
    const from = fromWritten(path, parts.slice(1, -2));
    if (from === undefined) return [];
    if (status === "410") return [{ from, status: 410 }];
    return [{ from, to, status: status === "301" ? 301 : 302 }];
  });
}

function fromWritten(path: string, parameters: readonly string[]): OldAddress | undefined {
  const reading = readOldAddress(parameters.length === 0 ? path : `${path}?${parameters.join("&")}`);
  return isOldAddress(reading) ? reading : undefined;
}
