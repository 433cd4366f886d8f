/** Embedded media and posts of foreign HTML: the links that take their places. */
import type { Element } from "hast";
import { fileNameIn } from "../../../../content/values/address.ts";
import { hostOf, resolved } from "./addresses.ts";
import { attribute, element, found, hasClass, isElement, textNode } from "./elements.ts";
import { type Embedded, knownEmbedded } from "./players.ts";

export type Embed = Embedded & { readonly title?: string | undefined };

/** A paragraph that names it and leads there. */
export function embedParagraph({ kind, name, address, title }: Embed): Element {
  const words = title === undefined ? `${kind} (${name})` : `${kind}: ${title}`;
  return element("p", [element("a", [textNode(words)], { href: address })]);
}

/** Titles that players give themselves. */
const titleOfPlayer =
  /^(?:(?:youtube|vimeo) video player|embedded (?:post|content|video)|video|player|iframe|youtube|vimeo|google maps|spotify embed:?|post by .* on (?:x|twitter))$/i;

/** What an element embeds, by its name and attributes; undefined where that is no address. */
export function embedOf(node: Element, base: string | undefined): Embed | undefined {
  const written = addressIn(node);
  if (written === undefined) return undefined;
  const address = resolved(written, base);
  if (/^(?:about|data|javascript|blob):/i.test(address)) return undefined;
  const title = attribute(node, "title") ?? attribute(node, "ariaLabel") ?? attribute(node, "dataTitle");
  const known = knownEmbedded(address);
  const kind = known?.kind ?? kindByName[node.tagName] ?? "Page";
  return {
    kind,
    name: known?.name || (known === undefined && hostOf(address)) || fileNameIn(address) || address,
    address: known?.address ?? address,
    title: title === undefined || titleOfPlayer.test(title) ? undefined : title,
  };
}

const kindByName: Readonly<Record<string, Embedded["kind"]>> = { video: "Video", audio: "Audio" };

const addressAttributes = ["src", "dataSrc", "dataLazySrc", "dataLitespeedSrc", "data"];

function addressIn(node: Element): string | undefined {
  const own = (one: Element) =>
    addressAttributes.flatMap((name) => attribute(one, name) ?? []).find((value) => !/^about:/i.test(value));
  const inner = found(node, (one) => {
    if (one.tagName === "param") return /^(?:movie|src|url)$/i.test(attribute(one, "name") ?? "");
    return isElement(one, "source", "embed", "iframe") && own(one) !== undefined;
  });
  return own(node) ?? (inner === undefined ? undefined : (own(inner) ?? attribute(inner, "value")));
}

/**
 * What an element stands for that a script would have made a post or a player of; undefined where it is none. The words of a
 * post on X are in the element, and stay.
 */
export function scriptedEmbedOf(node: Element): Embed | undefined {
  const address =
    attribute(node, "dataInstgrmPermalink") ??
    (hasClass(node, /^fb-(?:post|video)$/) ? attribute(node, "dataHref") : undefined) ??
    (hasClass(node, /^(?:tiktok-embed|bluesky-embed|reddit-embed-bq|reddit-card)$/)
      ? quotedAddress(node)
      : undefined);
  if (address === undefined || !/^https?:\/\//i.test(address)) return undefined;
  const known = knownEmbedded(address);
  const kind = hasClass(node, /^fb-video$/) ? "Video" : "Post";
  return { name: hostOf(address), address, ...known, kind };
}

function quotedAddress(node: Element): string | undefined {
  return attribute(node, "cite") ?? attribute(found(node, ({ tagName }) => tagName === "a") ?? node, "href");
}

/** What a script puts in its place: a post of Telegram, a file of GitHub. */
export function embedOfScript(node: Element): Embed | undefined {
  const telegram = attribute(node, "dataTelegramPost");
  const address = telegram === undefined ? attribute(node, "src") : `https://t.me/${telegram}`;
  if (address === undefined) return undefined;
  const known = knownEmbedded(address.replace(/^\/\//, "https://"));
  return known?.kind === "Post" || known?.kind === "Code" ? known : undefined;
}

/** A paragraph that is nothing but an address which publishing systems show as what lies there. */
export function embedOfText(text: string): Embed | undefined {
  return /^https?:\/\/\S+$/i.test(text) ? knownEmbedded(text) : undefined;
}

/** Scripts that only make something of what is in the text anyway. */
export function isHelper(node: Element): boolean {
  const src = attribute(node, "src") ?? "";
  return /platform\.(?:twitter|instagram|x)\.com|instagram\.com\/embed|connect\.facebook\.net|tiktok\.com\/embed\.js|embedr\.flickr|bsky\.app|redditmedia/.test(
    src,
  );
}
