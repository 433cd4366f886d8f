/** The part of a view that every page has: title, canonical address, breadcrumb, language. */
import type { Thing } from "schema-dts";
import { directionOf } from "../../content/values/language.ts";
import type { Site } from "../settings/site.ts";
import { textsFor } from "../settings/texts.ts";
import { webAddressOf } from "../settings/web-address.ts";
import { openGraph, type Story } from "./open-graph.ts";
import { breadcrumbNode, jsonLdOf } from "./structured-data.ts";
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
  readonly shareImage?: Frame["shareImage"];
  /** Only of an article. */
  readonly story?: Story;
  /** What the page is about, for search engines. The breadcrumb is added to it. */
  readonly nodes?: readonly Thing[];
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
  const canonical = parts.canonical ?? webAddressOf(parts.address, site.url);
  const nodes = parts.nodes ?? [];
  return {
    address: parts.address,
    heading: parts.heading,
    title: isFrontPage ? site.title : `${parts.title ?? parts.heading} – ${site.title}`,
    description: parts.description,
    canonical,
    robots: parts.robots ?? [],
    feeds: parts.feeds ?? [],
    language,
    direction: directionOf(language),
    texts,
    breadcrumb: isFrontPage ? [] : steps,
    openGraph: openGraph({
      title: parts.title ?? parts.heading,
      address: canonical,
      siteName: site.title,
      description: parts.description,
      language,
      story: parts.story,
    }),
    shareImage: parts.shareImage,
    jsonLd: jsonLdOf(isFrontPage ? nodes : [...nodes, breadcrumbNode(steps, site.url)]),
  };
}
