/** What stands for elements of text: links, emphasis, figures that are raised, marks that Markdown does not know. */
import type { Element, ElementContent } from "hast";
import { isPictureAddress, safeAddress } from "../html/addresses.ts";
import {
  attribute,
  element,
  found,
  hasClass,
  hasWords,
  isElement,
  textNode,
  wordsOf,
} from "../html/elements.ts";
import { marksOf, shifted } from "../html/text-style.ts";
import { type Around, type ElementShaper, type Shaper, wrapped } from "./shaper.ts";

export const textShapers: Readonly<Record<string, ElementShaper>> = {
  a: link,
  br: () => [element("br", [])],
  wbr: () => [],
  sup: raised,
  sub: raised,
  code: inlineCode,
  kbd: inlineCode,
  samp: inlineCode,
  tt: inlineCode,
  u: plainer("underlined text"),
  ins: (shaper, node, around) =>
    hasClass(node, /^adsbygoogle$/) ? [] : plainer("text marked as added")(shaper, node, around),
  mark: plainer("highlighted text"),
  abbr: (shaper, node, around) => {
    const title = attribute(node, "title");
    if (title !== undefined)
      shaper.losses.add("dropped-markup", "what an abbreviation stands for was left out", title);
    return shaper.inside(node, around);
  },
  q: (shaper, node, around) => [
    ...wrapped([textNode("“")], around.wraps),
    ...shaper.inside(node, around),
    ...wrapped([textNode("”")], around.wraps),
  ],
  ruby,
};

function link(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const href = attribute(node, "href");
  if (href === undefined) return shaper.inside(node, around);
  const words = wordsOf(node, 200);
  if (leadsToItself(href, shaper.base)) {
    if (words !== "") {
      shaper.losses.add("dropped-markup", "a link to a place in its own page is plain text now", words);
    }
    return shaper.inside(node, around);
  }
  const address = safeAddress(href, shaper.base);
  if (address === undefined) {
    shaper.losses.add(
      "unsafe-link",
      "a link lost its address, which may not be followed safely",
      `${words} ${href}`,
    );
    return shaper.inside(node, around);
  }
  if (words === "" && hasPicture(node)) {
    if (isPictureAddress(address)) return shaper.inside(node, { ...around, fullPicture: address });
    const isAttachment =
      /\battachment\b/.test(attribute(node, "rel") ?? "") || /[?&]attachment_id=/.test(href);
    if (isAttachment) return shaper.inside(node, around);
  }
  shaper.links.add(address);
  return shaper.around(node, [...marksOf(node), { href: address }], around);
}

/** A place in the page, or the page. */
function leadsToItself(href: string, base: string | undefined): boolean {
  if (href.startsWith("#")) return true;
  return base !== undefined && href.includes("#") && href.split("#", 1)[0] === base.split("#", 1)[0];
}

function hasPicture(node: Element): boolean {
  return found(node, ({ tagName }) => tagName === "img") !== undefined;
}

function raised(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const isLower = node.tagName === "sub";
  const words = wordsOf(node, 60);
  const letters = shifted(words, isLower ? "sub" : "sup");
  if (letters !== undefined) return wrapped([textNode(letters)], around.wraps);
  const isTold = words !== "" && !/^[a-zªº®™℠*†‡]{1,4}$/i.test(words);
  if (isTold)
    shaper.losses.add("dropped-markup", `text set ${isLower ? "lower" : "higher"} is plain now`, words);
  return shaper.inside(node, around);
}

/** White space at the ends of code parts words, and stands outside. */
function inlineCode(_: Shaper, node: Element, around: Around): ElementContent[] {
  const text = wordsOfCode(node).replace(/[\t\n\r\f]/g, " ");
  const code = text.trim();
  if (code === "") return [textNode(text)];
  const start = text.indexOf(code);
  const spaces = [text.slice(0, start), text.slice(start + code.length)].map((space) =>
    space === "" ? [] : [textNode(space)],
  );
  return [
    ...(spaces[0] ?? []),
    ...wrapped([element("code", [textNode(code)])], around.wraps),
    ...(spaces[1] ?? []),
  ];
}

function wordsOfCode(node: Element): string {
  return node.children
    .map((child) => (child.type === "text" ? child.value : isElement(child) ? wordsOfCode(child) : ""))
    .join("");
}

function plainer(what: string): ElementShaper {
  return (shaper, node, around) => {
    const words = wordsOf(node, 200);
    if (words !== "") shaper.losses.add("dropped-markup", `${what} is plain now`, words);
    return shaper.inside(node, around);
  };
}

/** A reading stands behind its word, between brackets: its own, where it has some. */
function ruby(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const hasBrackets = found(node, ({ tagName }) => tagName === "rp") !== undefined;
  const children = node.children.flatMap((child) => {
    if (!isElement(child, "rt") || hasBrackets || !hasWords(child)) return [child];
    return [textNode("（"), ...child.children, textNode("）")];
  });
  return shaper.inside({ ...node, children }, around);
}
