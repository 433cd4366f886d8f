/** What readers get who come by an old address. */
import { decoded } from "../../content/values/address.ts";
import { answerOf, requestFor, ruleFinder } from "../../site/redirects/matching.ts";
import type { Rule } from "../../site/redirects/rule.ts";
import { basePathOf } from "../../site/settings/web-address.ts";

export type AddressAnswer = {
  /** As it is written. */
  readonly address: string;
  /** `lost`: nothing is there, or where it leads to. */
  readonly status: 200 | 301 | 302 | 410 | "lost";
  /** Where readers are led, to the end: an address of the site, or a whole one. */
  readonly to?: string;
};

/** What a site answers with. */
export type AnsweringSite = {
  readonly url: string;
  readonly rules: readonly Rule[];
  /** Whether a decoded address within the site has a page or a file. */
  readonly isThere: (address: string) => boolean;
};

/** More steps than this no browser takes. */
const mostSteps = 20;

/**
 * Makes the function that tells what a site answers to a path or a whole web address. Old sites had other hosts: of another host
 * the path counts alone.
 */
export function answerer({ url, rules, isThere }: AnsweringSite): (address: string) => AddressAnswer {
  const ruleFor = ruleFinder(rules);
  const step = (within: string): AddressAnswer => {
    const request = requestFor(within);
    const path = decoded(request.path);
    const rule = ruleFor(request);
    // A rule with a query stands before the page.
    const isAsked = rule !== undefined && rule.from.query.length > 0;
    if (!isAsked && isThere(path)) return { address: within, status: 200 };
    if (rule !== undefined) return { address: within, ...answerOf(rule, request) };
    // Hosts lead to the folder of that name.
    if (isThere(`${path}/`)) return { address: within, status: 301, to: `${request.path}/` };
    return { address: within, status: "lost" };
  };
  return (address) => {
    const within = withinSite(address, url);
    if (within === undefined) return { address, status: "lost" };
    const first = step(within);
    let last = first;
    for (let steps = 0; last.to?.startsWith("/") && steps < mostSteps; steps += 1) {
      const next = step(last.to);
      if (next.status === 200) break;
      // What leads on further is told by where it ends.
      if (next.to === undefined) return { address, status: next.status, to: last.to };
      last = next;
    }
    return { address, status: first.status, ...(last.to !== undefined && { to: last.to }) };
  };
}

/** The address within a site that lies below a path of its host, or undefined where it cannot be the site's to answer. */
function withinSite(address: string, siteUrl: string): string | undefined {
  if (!/^(?:https?:\/\/|\/(?!\/))/i.test(address) || !URL.canParse(address, siteUrl)) return undefined;
  const asked = new URL(address, siteUrl);
  const basePath = basePathOf(siteUrl);
  const isBelow = `${asked.pathname}/`.startsWith(`${basePath}/`);
  if (isBelow) return `${asked.pathname.slice(basePath.length) || "/"}${asked.search}`;
  const isWhole = /^https?:/i.test(address);
  return isWhole && asked.host === new URL(siteUrl).host ? undefined : asked.pathname + asked.search;
}
