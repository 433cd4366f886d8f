/** Pictures of foreign HTML: where their files may be, and which are none. */
import type { Element } from "hast";
import { decoded, fileNameIn } from "../../../../content/values/address.ts";
import { resolved } from "./addresses.ts";
import { attribute, found, hasClass, isElement } from "./elements.ts";

/** Attributes that hold the address of a picture, the largest first: of galleries, and of scripts that load late. */
const largest = ["dataOrigFile", "dataFullUrl", "dataFull", "dataFullsize", "dataLargeFile", "dataZoomSrc"];
const late = [
  "dataSrc",
  "dataLazySrc",
  "dataOriginal",
  "dataActualsrc",
  "dataEcho",
  "dataUrl",
  "dataSrcMedium",
  "dataCanonicalSrc",
];
const sets = ["srcSet", "dataSrcset", "dataLazySrcset", "dataSrcSet"];

const placeholderData = /^data:image\/(?:gif|svg\+xml)/i;
const placeholderName = /(?:^|[_-])(?:blank|spacer|placeholder|pixel|transparent|lazy|loading|grey|clear)/i;

function isPlaceholder(address: string): boolean {
  const name = address.slice(address.lastIndexOf("/") + 1);
  return placeholderData.test(address) || (/\.(?:gif|png|svg)$/i.test(name) && placeholderName.test(name));
}

/** The addresses under which a picture may be had, the best first; empty where the picture stands for nothing. */
export function addressesOf(
  image: Element,
  picture: Element | undefined,
  base: string | undefined,
): string[] {
  const values = (names: readonly string[]) => names.flatMap((name) => attribute(image, name) ?? []);
  const sources = (picture?.children ?? []).filter((child) => isElement(child, "source"));
  const candidates = [image, ...sources]
    .flatMap((one) => sets.flatMap((name) => attribute(one, name) ?? []))
    .flatMap(candidatesOf);
  candidates.sort((one, other) => other.size - one.size);
  const own = attribute(image, "src");
  const real = [
    ...values(largest),
    ...candidates.slice(0, 1).map(({ address }) => address),
    ...values(late),
    ...(own === undefined ? [] : [own]),
  ].filter((address) => !isPlaceholder(address));
  return withOriginals(real.map((address) => resolved(address, base)));
}

/** Each once; those of a service that makes pictures smaller are followed by what it took. */
function withOriginals(addresses: readonly string[]): string[] {
  return [
    ...new Set(
      addresses.flatMap((address) => {
        const original = /^https?:\/\/i\d\.wp\.com\/([^?]+)/.exec(address)?.[1];
        return original === undefined ? [address] : [`https://${original}`, address];
      }),
    ),
  ];
}

/** https://html.spec.whatwg.org/multipage/images.html#srcset-attribute */
function candidatesOf(set: string): { address: string; size: number }[] {
  return set.split(/,\s+|(?<!\s)\s+,/).flatMap((candidate) => {
    const [address = "", size = ""] = candidate.trim().split(/\s+/);
    const isPicture = address !== "" && !isPlaceholder(address);
    return isPicture ? [{ address, size: Number.parseFloat(size) || 0 }] : [];
  });
}

const counters =
  /(?:^|\.)(?:feedburner\.com|feedsportal\.com|doubleclick\.net|google-analytics\.com|googlesyndication\.com|scorecardresearch\.com|quantserve\.com|statcounter\.com|assoc-amazon\.\w+|amazon-adsystem\.com|adnxs\.com|histats\.com|imrworldwide\.com|chartbeat\.net|vgwort\.de|linksynergy\.com)$/;
const counterAddress =
  /^https?:\/\/(?:pixel|stats)\.wp\.com\/|facebook\.com\/tr[/?]|blogger\.googleusercontent\.com\/tracker\//;

/** Whether a picture is there to count readers: one of a pixel, or of a host known for it. */
export function isCounter(image: Element, addresses: readonly string[]): boolean {
  const style = attribute(image, "style") ?? "";
  const isTiny = ["width", "height"].some((side) => {
    const size =
      attribute(image, side) ??
      new RegExp(`(?:^|[;\\s])${side}\\s*:\\s*([\\d.]+)(?:px)?\\s*(?:;|$)`).exec(style)?.[1];
    return size !== undefined && Number.parseFloat(size) <= 1;
  });
  return isTiny || addresses.some((address) => counterAddress.test(address) || isOfCounter(address));
}

function isOfCounter(address: string): boolean {
  return URL.canParse(address) && counters.test(new URL(address).hostname);
}

/** The letter that a picture stands for: `🙂`. */
export function letterOf(image: Element): string | undefined {
  const alt = attribute(image, "alt");
  if (alt === undefined || [...alt].length > 12) return undefined;
  const isLetter =
    hasClass(image, /^(?:emoji|wp-smiley|emojione|twemoji)$/) || attribute(image, "dataEmoji") !== undefined;
  const src = attribute(image, "src") ?? "";
  return isLetter || /\/(?:core\/)?emoji\/|\/smilies\//.test(src) ? alt : undefined;
}

export function imageIn(picture: Element): Element | undefined {
  return found(picture, ({ tagName }) => tagName === "img");
}

const nameOfCamera =
  /^(?:img|dsc[fn]?|p|pict?|image|photo|screen ?shot|unnamed|untitled|download|\d)[\s\d_-]*$/i;

/** The words of a picture's file, where they are any; they are better than none for those who do not see it. */
export function wordsOfFile(address: string): string | undefined {
  const words = decoded(fileNameIn(address).replace(/\.\w+$/, ""))
    .replace(/-(?:\d+x\d+|scaled|e\d{6,})$/g, "")
    .replace(/[-_+\s]+/g, " ")
    .trim();
  const letters = words.match(/\p{L}/gu) ?? [];
  const isName = letters.length >= 4 && !nameOfCamera.test(words) && !/^[\da-f ]{12,}$/i.test(words);
  return isName && !address.startsWith("data:") ? words : undefined;
}
