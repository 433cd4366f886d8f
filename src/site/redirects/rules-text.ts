/** `_redirects`: the rules as CDNs read them. */
import { isOldAddress, type OldAddress, readOldAddress } from "../../content/names/old-address.ts";
import { isRedirect, type Rule } from "./rule.ts";

/** The page that is sent for an address that is gone. */
export const goneAddress = "/410.html";

/**
 * The text of `_redirects`: a rule a line, in the order given, of which the first that fits is taken.
 * https://docs.netlify.com/manage/routing/redirects/overview/,
 * https://developers.cloudflare.com/pages/configuration/redirects/: what only Netlify knows (queries, 410) is left out there.
 */
export function rulesText(rules: readonly Rule[]): string {
  return rules.map((rule) => `${ruleText(rule)}\n`).join("");
}

export function ruleText(rule: Rule): string {
  const { path, isPrefix, query } = rule.from;
  const parameters = query.map((pair) => ` ${pair.map(encodeURIComponent).join("=")}`).join("");
  // A page may stand at the path without its query, and Netlify would send that.
  const force = query.length > 0 ? "!" : "";
  const to = isRedirect(rule) ? rule.to : goneAddress;
  return `${path}${isPrefix ? "*" : ""}${parameters} ${to} ${rule.status}${force}`;
}

/** Reads the rules that `rulesText` wrote. */
export function readRules(text: string): Rule[] {
  return text.split("\n").flatMap((line): Rule[] => {
    const parts = line.split(" ");
    const [path = ""] = parts;
    const status = parts.at(-1)?.replace("!", "");
    const to = parts.at(-2) ?? "";
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
