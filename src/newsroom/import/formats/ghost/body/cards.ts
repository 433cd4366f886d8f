/** The cards of Ghost's editors as plain HTML: what stands between paragraphs and is none. */
import MarkdownIt from "markdown-it";
import { Xml, type XmlPart, xml } from "../../../../../content/markup/xml.ts";
import type { LostPart } from "../../../foreign/import-notes.ts";

/** What a card holds, by names that are the same in Lexical and in Mobiledoc. */
export type Card = Readonly<Record<string, unknown>>;

export type Lose = (part: LostPart) => void;

const markdown = new MarkdownIt({ html: true, linkify: false });

/** The cards that have something to show readers, by their names in both editors. */
const cards: Readonly<Record<string, (card: Card, lose: Lose) => XmlPart>> = {
  image: (card) => figure([card], textOf(card, "caption")),
  gallery: (card) => figure(listOf(card, "images"), textOf(card, "caption")),
  embed: (card) => frame(card),
  bookmark,
  markdown: (card) => raw(markdown.render(textOf(card, "markdown"))),
  html: (card, lose) => {
    if (isPublic(card)) return raw(textOf(card, "html"));
    lose({
      code: "dropped-markup",
      message: "an HTML card that only members saw, or only mails had, is left out",
    });
    return undefined;
  },
  code: (card) => [
    xml`<pre><code${language(card)}>${textOf(card, "code")}</code></pre>`,
    paragraph(raw(textOf(card, "caption"))),
  ],
  hr: () => xml`<hr/>`,
  callout: (card) => {
    const emoji = textOf(card, "calloutEmoji");
    const sign = emoji === "" ? "" : `${emoji} `;
    // Some versions of Ghost's editor write a paragraph of its own.
    const [paragraph = "", text = ""] = /^\s*<p(?:\s[^>]*)?>(.*)$/s.exec(textOf(card, "calloutText")) ?? [];
    return paragraph === ""
      ? xml`<blockquote><p>${sign}${raw(textOf(card, "calloutText"))}</p></blockquote>`
      : xml`<blockquote><p>${sign}${raw(text)}</blockquote>`;
  },
  toggle: (card) => [
    xml`<p><strong>${raw(textOf(card, "heading"))}</strong></p>`,
    raw(textOf(card, "content")),
  ],
  button: (card) => button(textOf(card, "buttonText"), textOf(card, "buttonUrl")),
  product: (card) => [
    figure([{ src: textOf(card, "productImageSrc") }], ""),
    xml`<p><strong>${raw(textOf(card, "productTitle"))}</strong>${stars(card)}</p>`,
    raw(textOf(card, "productDescription")),
    card["productButtonEnabled"] === true &&
      button(textOf(card, "productButton"), textOf(card, "productUrl")),
  ],
  audio: (card, lose) => file(card, textOf(card, "title"), "a sound", lose),
  video: (card, lose) => file(card, textOf(card, "fileName"), "a video", lose),
  file: (card) => {
    const name = textOf(card, "fileTitle") || textOf(card, "fileName");
    const caption = textOf(card, "fileCaption");
    return [link(textOf(card, "src"), name), caption !== "" && paragraph(raw(caption))];
  },
  header: (card) => [
    xml`<h2>${raw(textOf(card, "header") || textOf(card, "heading"))}</h2>`,
    paragraph(raw(textOf(card, "subheader") || textOf(card, "subheading"))),
    card["buttonEnabled"] === true && button(textOf(card, "buttonText"), textOf(card, "buttonUrl")),
  ],
  "call-to-action": (card, lose) => {
    if (!isPublic(card)) {
      lose({ code: "dropped-markup", message: "a call to action that not all readers saw is left out" });
      return undefined;
    }
    return [
      figure([{ src: textOf(card, "imageUrl") }], ""),
      raw(textOf(card, "textValue")),
      card["showButton"] === true && button(textOf(card, "buttonText"), textOf(card, "buttonUrl")),
    ];
  },
  nft: (card) => link(textOf(card, "url"), textOf(card, "title")),
};

/** Other names of the same cards. */
const otherNames: Readonly<Record<string, string>> = {
  "card-markdown": "markdown",
  codeblock: "code",
  horizontalrule: "hr",
};

/** What is no part of a story for its readers, and what is told of it. Nothing is told of where a preview ended. */
const leftOut: Readonly<Record<string, string>> = {
  email: "a card for mails alone is left out",
  "email-cta": "a call to action for mails alone is left out",
  paywall: "",
  signup: "a form for signing up is left out",
};

/** The HTML of a card; nothing where it has nothing to show, or is not known. */
export function cardHtml(name: string, card: Card, lose: Lose): XmlPart {
  const known = otherNames[name] ?? name;
  const left = Object.hasOwn(leftOut, known) ? leftOut[known] : undefined;
  if (left !== undefined) {
    if (left !== "") lose({ code: "dropped-markup", message: left });
    return undefined;
  }
  const make = Object.hasOwn(cards, known) ? cards[known] : undefined;
  if (make === undefined) {
    lose({
      code: "unknown-code",
      message: `a card of the kind "${name.slice(0, 60)}" is not known and left out`,
    });
  }
  return make?.(card, lose);
}

/** Mark-up that comes from the archive. */
function raw(html: string): Xml {
  return new Xml(html);
}

function paragraph(html: Xml): Xml | undefined {
  return html.toString().trim() === "" ? undefined : xml`<p>${html}</p>`;
}

function figure(images: readonly Card[], caption: string): XmlPart {
  const shown = images.filter((image) => textOf(image, "src") !== "");
  return shown.map((image, index) => {
    // Readers of a gallery read what is below it.
    const below = index === shown.length - 1 && caption !== "" ? caption : textOf(image, "caption");
    const picture = xml`<img src="${textOf(image, "src")}" alt="${textOf(image, "alt")}"/>`;
    const href = textOf(image, "href");
    return xml`<figure>${href === "" ? picture : xml`<a href="${href}">${picture}</a>`}${
      below !== "" && xml`<figcaption>${raw(below)}</figcaption>`
    }</figure>`;
  });
}

function frame(card: Card): XmlPart {
  const metadata = cardOf(card["metadata"]);
  const url = textOf(card, "url") || textOf(metadata, "url");
  if (url === "") return raw(textOf(card, "html"));
  const caption = paragraph(raw(textOf(card, "caption")));
  return [xml`<iframe src="${url}" title="${textOf(metadata, "title")}"></iframe>`, caption];
}

function bookmark(card: Card, lose: Lose): XmlPart {
  const metadata = cardOf(card["metadata"]);
  const url = textOf(card, "url") || textOf(metadata, "url");
  if (textOf(metadata, "thumbnail") !== "") {
    lose({ code: "dropped-markup", message: `the picture of the bookmark of ${url} is left out` });
  }
  const description = textOf(metadata, "description");
  return [
    link(url, textOf(metadata, "title")),
    description !== "" && xml`<p>${description}</p>`,
    paragraph(raw(textOf(card, "caption"))),
  ];
}

function file(card: Card, title: string, what: string, lose: Lose): XmlPart {
  const src = textOf(card, "src");
  lose({ code: "embed-as-link", message: `${what} became a link: ${src}` });
  return [link(src, title), paragraph(raw(textOf(card, "caption")))];
}

/** Of a link within Ghost's own pages for members, the words alone. */
function button(label: string, href: string): XmlPart {
  if (label === "") return undefined;
  return href === "" || /#\/portal/.test(href) ? xml`<p>${label}</p>` : link(href, label);
}

function link(href: string, label: string): XmlPart {
  return href !== "" && xml`<p><a href="${href}">${label.trim() === "" ? href : label}</a></p>`;
}

function language(card: Card): XmlPart {
  const name = textOf(card, "language");
  return name !== "" && xml` class="language-${name}"`;
}

function stars(card: Card): XmlPart {
  const count = card["productStarRating"];
  const isRated =
    card["productRatingEnabled"] === true && typeof count === "number" && count >= 0 && count <= 5;
  return isRated && ` ${"★".repeat(count)}${"☆".repeat(5 - Math.floor(count))}`;
}

/** https://github.com/TryGhost/Koenig: `visibility.web.nonMember`, before that `showOnWeb`. */
function isPublic(card: Card): boolean {
  const visibility = cardOf(card["visibility"]);
  return cardOf(visibility["web"])["nonMember"] !== false && visibility["showOnWeb"] !== false;
}

export function textOf(card: Card, key: string): string {
  const value = card[key];
  return typeof value === "string" ? value : "";
}

export function cardOf(value: unknown): Card {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function listOf(card: Card, key: string): readonly Card[] {
  const value = card[key];
  return Array.isArray(value) ? value.map(cardOf) : [];
}
