/** The part of a view that every page has: title, canonical address, breadcrumb, language. */
import { outputFileOf } from "../content/address.ts";
import { directionOf } from "../content/language.ts";
import { jsonForHtml } from "./json-for-html.ts";
import type { Site } from "./site.ts";
import { textsFor } from "./texts.ts";
import type { Frame, Link } from "./views.ts";

export type FrameParts = {
  readonly address: string;
  readonly heading: string;
  /** The steps between "Home" and this page. */
  readonly path?: readonly Link[];
  readonly title?: string;
  readonly description?: string | undefined;
  readonly language?: string;
  readonly canonical?: string | undefined;
  readonly robots?: Frame["robots"];
  readonly feeds?: Frame["feeds"];
};

/** The frame of a page. The front page has no breadcrumb: it is the first step of all others. */
export function frameOf(parts: FrameParts, site: Site): Frame {
  const language = parts.language ?? site.language;
  const texts = textsFor(language, site.language);
  const isFrontPage = parts.address === "/";
  const steps = [
    { name: texts.home, href: "/" },
    ...(parts.path ?? []),
    { name: parts.heading, href: parts.address },
  ];
  return {
    address: parts.address,
    file: outputFileOf(parts.address),
    heading: parts.heading,
    title: isFrontPage ? site.title : `${parts.title ?? parts.heading} – ${site.title}`,
    description: parts.description,
    canonical: parts.canonical ?? webAddressOf(parts.address, site.url),
    robots: parts.robots ?? [],
    feeds: parts.feeds ?? [],
    language,
    direction: directionOf(language),
    texts,
    breadcrumb: isFrontPage ? [] : steps,
    breadcrumbJson: isFrontPage ? undefined : breadcrumbJson(steps, site.url),
  };
}

/** The whole web address of an address on the site, percent-encoded. */
export function webAddressOf(address: string, siteUrl: string): string {
  return siteUrl + encodeURI(address);
}

/** https://schema.org/BreadcrumbList */
function breadcrumbJson(steps: readonly Link[], siteUrl: string): string {
  return jsonForHtml({
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map((step, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: step.name,
      item: webAddressOf(step.href, siteUrl),
    })),
  });
}
