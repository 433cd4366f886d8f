/** The body of an article: Markdown to HTML that is safe whoever wrote it. */
import { Parser } from "htmlparser2";
import MarkdownIt, { type Token } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import footnotes from "markdown-it-footnote";
import type { Rendition } from "../../values/picture.ts";
import { isPlainLink } from "../link-scheme.ts";
import { datelineMark } from "./dateline-mark.ts";
import { keptWords } from "./kept/kept-words.ts";
import { lineJoints } from "./line-joints.ts";
import { tableRules } from "./tables.ts";

export type BodyOptions = {
  /** The site's host: links to any other are external. */
  readonly host: string;
  /** The path below which the site lies there, without a slash at its end: `/news`, or empty. */
  readonly basePath?: string;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** Set in capitals before the first words. */
  readonly dateline?: string | undefined;
  /** A picture that the body names, or undefined if there is none. */
  readonly pictureOf: (src: string) => Rendition | undefined;
  /** Whether readers have seen a picture before the body, so that all of the body's can wait. */
  readonly followsPicture: boolean;
  /** Whether somebody pays for it, which links to other sites must tell. */
  readonly isPaidFor?: boolean;
};

export type Body = {
  readonly html: string;
  /** What in it has an id: the footnotes, and the places that refer to them. */
  readonly ids: readonly string[];
  /** The first paragraph that has words, as plain text; else that of a list or quotation, or the empty string. */
  readonly firstParagraph: string;
  /** Links to pages and files of the site, with the 0-based line of the body their paragraph begins on. */
  readonly internalLinks: readonly { readonly href: string; readonly line: number }[];
  /** The pictures it names, in its order. */
  readonly pictures: readonly BodyPicture[];
};

export type BodyPicture = {
  readonly src: string;
  /** 0-based line of the body on which its paragraph begins. */
  readonly line: number;
  readonly isDescribed: boolean;
};

/**
 * CommonMark with tables and footnotes, and with emphasis as Chinese, Japanese and Korean texts write it.
 * Raw HTML is text, indented lines are paragraphs, not code, and nothing that is written is dropped.
 */
const markdown = new MarkdownIt("default", { html: false, linkify: false, typographer: false })
  .use(footnotes)
  .use(keptWords)
  .use(cjkFriendly)
  .use(lineJoints)
  .use(datelineMark)
  .disable("code");

markdown.validateLink = isPlainLink;

Object.assign(markdown.renderer.rules, tableRules);

/** The width of the body's column, as tokens.css and article-body.css have it. */
const columnSizes = "(min-width: 44rem) 42rem, 100vw";

/** What a token of a picture stands for. */
const placedPictures = new WeakMap<Token, { readonly rendition: Rendition; readonly isFirst: boolean }>();

markdown.renderer.rules["image"] = (tokens, index, options, env, renderer) => {
  const image = tokens[index];
  const picture = image && placedPictures.get(image);
  if (image === undefined || picture === undefined) return "";
  const { rendition, isFirst } = picture;
  const title = image.attrGet("title");
  const attributes = Object.entries({
    src: rendition.src,
    alt: renderer.renderInlineAsText(image.children ?? [], options, env),
    ...(title === null ? {} : { title: String(title) }),
    width: String(rendition.width),
    height: String(rendition.height),
    loading: isFirst ? "eager" : "lazy",
    decoding: "async",
  }).map(([name, value]) => ` ${name}="${markdown.utils.escapeHtml(value)}"`);
  const sources = rendition.sources.map(
    ({ type, srcset }) => `<source type="${type}" srcset="${srcset}" sizes="${columnSizes}">`,
  );
  return `<picture>${sources.join("")}<img${attributes.join("")}></picture>`;
};

/** Of links to other sites (https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links). */
const foreignRelation = "external nofollow noopener";
const paidRelation = "external sponsored nofollow noopener";

/** The tokens of a line of Markdown, or of several in one paragraph, as bodies are read. */
export function parsedLine(text: string): readonly Token[] {
  return markdown.parseInline(text, {})[0]?.children ?? [];
}

/** Renders the body of an article. */
export function renderBody(text: string, options: BodyOptions): Body {
  const env = { language: options.language, dateline: options.dateline };
  const tokens = markdown.parse(text, env);
  const pictures: BodyPicture[] = [];
  const internalLinks: { href: string; line: number }[] = [];
  let isFirst = !options.followsPicture;
  const relation = options.isPaidFor === true ? paidRelation : foreignRelation;
  levelHeadings(tokens);
  for (const token of tokens) {
    if (token.type === "th_open" || token.type === "td_open") {
      alignByClass(token);
    } else if (token.type === "inline") {
      for (const child of token.children ?? []) {
        if (child.type === "link_open") {
          const href = String(child.attrGet("href"));
          const within = withinSite(href, options);
          if (within === "elsewhere") child.attrSet("rel", relation);
          else if (within !== undefined) internalLinks.push({ href: within, line: token.map?.[0] ?? 0 });
        }
        if (child.type !== "image") continue;
        const src = String(child.attrGet("src"));
        pictures.push({ src, line: token.map?.[0] ?? 0, isDescribed: child.content.trim() !== "" });
        const rendition = options.pictureOf(src);
        if (rendition === undefined) continue;
        placedPictures.set(child, { rendition, isFirst });
        isFirst = false;
      }
    }
  }
  const html = markdown.renderer.render(tokens, markdown.options, env);
  return { html, ids: idsOf(html), firstParagraph: firstParagraphOf(tokens), internalLinks, pictures };
}

function idsOf(html: string): string[] {
  const ids: string[] = [];
  const onattribute = (name: string, value: string) => void (name === "id" && ids.push(value));
  // Most bodies have no notes.
  if (html.includes(" id=")) new Parser({ onattribute }).end(html);
  return ids;
}

/**
 * Makes the headings begin at h2, since the headline is the page's only h1, and go no more than one level deeper
 * at a time, whatever levels the author began with or left out (https://www.w3.org/WAI/tutorials/page-structure/headings/).
 */
function levelHeadings(tokens: readonly Token[]): void {
  const open: number[] = [];
  for (const token of tokens) {
    if (token.type !== "heading_open" && token.type !== "heading_close") continue;
    if (token.type === "heading_open") {
      const written = Number(token.tag.slice("h".length));
      while ((open.at(-1) ?? 0) >= written) open.pop();
      open.push(written);
    }
    token.tag = `h${Math.min(open.length + 1, 6)}`;
  }
}

/**
 * Where on the site a link leads, as within it, where the base path is left out; "elsewhere" on the web; undefined where it is
 * no address on the web, such as mailto:.
 */
function withinSite(href: string, { host, basePath = "" }: BodyOptions): string | undefined {
  // What has no host of its own is an address within the site.
  const base = `https://${host}/`;
  if (!URL.canParse(href, base)) return undefined;
  const target = new URL(href, base);
  if (target.protocol !== "https:" && target.protocol !== "http:") return undefined;
  if (target.host !== host) return "elsewhere";
  if (basePath === "" || !/^(?:https?:|[\\/]{2})/i.test(href)) return href;
  const path = `${target.pathname}/`.startsWith(`${basePath}/`)
    ? target.pathname.slice(basePath.length)
    : undefined;
  return path === undefined ? "elsewhere" : `${path || "/"}${target.search}${target.hash}`;
}

/** The strict content security policy allows no style attributes. */
function alignByClass(cell: Token): void {
  const side = /text-align:(left|center|right)/.exec(String(cell.attrGet("style")))?.[1];
  if (side !== undefined) cell.attrs = [["class", `align-${side}`]];
}

/** The first paragraph that has words, of those in lists and quotations where there is no other: a picture has none. */
function firstParagraphOf(tokens: readonly Token[]): string {
  let inner = "";
  for (const [index, { type, level }] of tokens.entries()) {
    if (type !== "paragraph_open" || (level > 0 && inner !== "")) continue;
    const text = plainTextOf(tokens[index + 1]?.children ?? []);
    if (level === 0 && text !== "") return text;
    if (level > 0) inner = text;
  }
  return inner;
}

function plainTextOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") return " ";
      if (token.type === "text" || token.type === "code_inline" || token.type === "text_special") {
        return token.content;
      }
      return "";
    })
    .join("")
    .trim();
}
