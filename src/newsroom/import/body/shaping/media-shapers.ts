/** What stands for pictures, players, posts and scripts. */
import type { Element, ElementContent } from "hast";
import { isPictureAddress, safeAddress } from "../html/addresses.ts";
import { attribute, element, found, isElement, textNode, wordsOf } from "../html/elements.ts";
import { type Embed, embedOf, embedOfScript, embedParagraph, isHelper } from "../html/embeds.ts";
import { addressesOf, imageIn, isCounter, letterOf, wordsOfFile } from "../html/pictures.ts";
import { type Around, type ElementShaper, type Shaper, wrapped } from "./shaper.ts";

export const mediaShapers: Readonly<Record<string, ElementShaper>> = {
  img: (shaper, node, around) => picture(shaper, node, around),
  "amp-img": (shaper, node, around) => picture(shaper, node, around),
  picture: (shaper, node, around) => {
    const image = imageIn(node);
    return image === undefined ? shaper.inside(node, around) : picture(shaper, image, around, node);
  },
  noscript,
  iframe: embed,
  "amp-iframe": embed,
  video: embed,
  "amp-video": embed,
  audio: embed,
  "amp-audio": embed,
  object: embed,
  embed,
  "amp-youtube": (shaper, node) => {
    const id = attribute(node, "dataVideoid");
    const address = `https://www.youtube.com/watch?v=${id}`;
    return id === undefined ? [] : linkTo(shaper, { kind: "Video", name: "YouTube", address });
  },
  script,
  style: () => [],
  link: () => [],
  meta: () => [],
  title: () => [],
  template: () => [],
  svg: drawing("a drawing (SVG)"),
  canvas: drawing("a drawing (canvas)"),
  math: (shaper, node, around) => {
    const source = found(node, (one) => attribute(one, "encoding") === "application/x-tex");
    const text = source === undefined ? (attribute(node, "alttext") ?? wordsOf(node)) : wordsOf(source);
    shaper.losses.add("dropped-markup", "a formula is plain text now", text);
    return wrapped([textNode(text)], around.wraps);
  },
};

function picture(shaper: Shaper, image: Element, around: Around, set?: Element): ElementContent[] {
  const letter = letterOf(image);
  if (letter !== undefined) return wrapped([textNode(letter)], around.wraps);
  const own = addressesOf(image, set, shaper.base);
  if (own.length === 0) return [];
  if (isCounter(image, own)) {
    shaper.losses.add("dropped-script", "a picture that counts readers was left out", own[0]);
    return [];
  }
  const addresses = [...new Set([...(around.fullPicture === undefined ? [] : [around.fullPicture]), ...own])];
  const last = shaper.lastPicture;
  const known = last?.isFallback === true ? shaper.pictures[last.key] : undefined;
  if (last !== undefined && known?.some((address) => addresses.includes(address))) {
    shaper.pictures[last.key] = [...new Set([...known, ...addresses])];
    return [];
  }
  const key = shaper.pictures.push(addresses) - 1;
  shaper.lastPicture = { key, isFallback: false };
  const links = around.wraps.filter((wrap) => typeof wrap !== "string");
  const alt = description(shaper, image, addresses, around);
  return wrapped([element("img", [], { src: String(key), alt })], links);
}

function description(shaper: Shaper, image: Element, addresses: readonly string[], around: Around): string {
  const own = attribute(image, "alt");
  if (own !== undefined && !isPictureAddress(own)) return own;
  const title = attribute(image, "title");
  const isTitle = title !== undefined && !isPictureAddress(title);
  const madeUp = around.caption || (isTitle ? title : wordsOfFile(addresses.at(-1) ?? "")) || "Picture";
  shaper.losses.add("made-up-alt", "a picture without a description has one that was made up", madeUp);
  return madeUp;
}

/** What readers without scripts get: most often the picture beside it once more. */
function noscript(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const repeats = () => {
    if (shaper.lastPicture !== undefined) shaper.lastPicture = { ...shaper.lastPicture, isFallback: true };
  };
  repeats();
  const content = shaper.inside(node, around);
  repeats();
  return content;
}

function embed(shaper: Shaper, node: Element): ElementContent[] {
  const found = embedOf(node, shaper.base);
  if (found !== undefined) return linkTo(shaper, found);
  shaper.losses.add(
    "dropped-markup",
    `<${node.tagName}> that shows no page and no file was left out`,
    wordsOf(node, 200),
  );
  return [];
}

/** A link in the place of what was embedded. */
export function linkTo(shaper: Shaper, embed: Embed): ElementContent[] {
  const address = safeAddress(embed.address, shaper.base);
  if (address === undefined) {
    shaper.losses.add(
      "unsafe-link",
      "what was embedded was left out, as its address may not be followed safely",
      embed.address,
    );
    return [];
  }
  shaper.losses.add("embed-as-link", "what was embedded is a link now", address);
  shaper.links.add(address);
  return [embedParagraph({ ...embed, address })];
}

function script(shaper: Shaper, node: Element): ElementContent[] {
  const embedded = embedOfScript(node);
  if (embedded !== undefined) return linkTo(shaper, embedded);
  const [code] = node.children;
  const text = attribute(node, "src") ?? (code?.type === "text" ? code.value : "");
  if (!isHelper(node)) shaper.losses.add("dropped-script", "a script was left out", text);
  return [];
}

function drawing(what: string): ElementShaper {
  return (shaper, node) => {
    const title = found(node, (one) => isElement(one, "title", "desc"));
    shaper.losses.add(
      "dropped-markup",
      `${what} was left out`,
      title === undefined ? wordsOf(node, 200) : wordsOf(title),
    );
    return [];
  };
}
