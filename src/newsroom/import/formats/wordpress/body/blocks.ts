/** Texts of the block editor: HTML with comments that say which block begins and ends where. */
import { escapeAttribute } from "entities";
import { z } from "zod";
import { codedFlow } from "./coded.ts";
import type { CodeGround } from "./codes/code-use.ts";
import { embeddedLine, frameOf } from "./codes/embeds.ts";
import { storedFootnotes } from "./footnotes.ts";
import { type Block, blockTree } from "./html/block-tree.ts";
import { htmlOf } from "./html/flow.ts";
import { htmlPieces } from "./html/html-pieces.ts";
import { paragraphs } from "./html/paragraphs.ts";

export type BlockGround = CodeGround & {
  /** The notes of the text as the editor keeps them: JSON. */
  readonly footnotes: string;
};

/** A text of the classic editor. @param isAllCode whether all brackets are codes */
export function classicHtml(html: string, ground: CodeGround, isAllCode = false): string {
  return paragraphs(codedFlow(html, ground, isAllCode), embeddedLine);
}

export function hasBlocks(html: string): boolean {
  return html.includes("<!-- wp:");
}

/** A text of blocks; what stands between them is of the classic editor. */
export function blocksHtml(html: string, ground: BlockGround): string {
  return new BlockWriting(ground).text(html);
}

/** A block that shows itself again is shown once. */
const deepestShared = 3;

class BlockWriting {
  readonly #ground: BlockGround;
  #depth = 0;

  constructor(ground: BlockGround) {
    this.#ground = ground;
  }

  text(html: string): string {
    const parts = blockTree(html).parts.map((part) =>
      typeof part === "string" ? classicHtml(part, this.#ground) : this.#block(part),
    );
    return parts.filter((part) => part.trim() !== "").join("\n");
  }

  #block(block: Block): string {
    const { name } = block;
    const own = this.#own(block);
    if (own !== undefined) return own;
    const inside = this.#inside(block);
    if (block.isVoid && !silent.has(name)) {
      this.#ground.lose(
        "unknown-code",
        `the block "${name}" holds nothing that was written; it was left out`,
      );
    }
    return inside;
  }

  #inside({ parts }: Block): string {
    return parts.map((part) => (typeof part === "string" ? this.#html(part) : this.#block(part))).join("");
  }

  /** What stands in a block: HTML with codes, but without comments. */
  #html(html: string): string {
    if (!/\[|<[!?]/.test(html)) return html;
    const flow = codedFlow(html, this.#ground).filter(({ kind }) => kind !== "comment");
    return htmlOf(flow);
  }

  /** Of blocks whose HTML is not all that they show, or not as they show it. */
  #own(block: Block): string | undefined {
    switch (block.name) {
      case "more":
        return "<!--more-->";
      case "nextpage":
      case "spacer":
        return "";
      case "freeform":
      case "classic":
        return classicHtml(writtenIn(block), this.#ground);
      case "shortcode":
        return classicHtml(writtenIn(block), this.#ground, true);
      case "file":
        return withoutElements(this.#inside(block), /wp-block-file__(?:button|embed)/);
      case "cover":
        return this.#cover(block);
      case "footnotes":
        return storedFootnotes(this.#ground.footnotes);
      case "block":
        return this.#shared(block);
      default:
        return isEmbed(block.name) ? this.#embed(block) : undefined;
    }
  }

  #embed(block: Block): string | undefined {
    const inside = this.#inside(block);
    const address = textAttribute(block, "url") ?? /https?:\/\/[^\s<>"]+/.exec(inside)?.[0];
    if (address === undefined) return undefined;
    return frameOf(address, captionIn(inside));
  }

  /** Older covers have their picture as a background, which no text shows. */
  #cover(block: Block): string {
    const inside = this.#inside(block);
    const src = textAttribute(block, "url");
    if (src === undefined || /<(?:img|video)\s/i.test(inside)) return inside;
    const alt = textAttribute(block, "alt") ?? "";
    return `<figure><img src="${escapeAttribute(src)}" alt="${escapeAttribute(alt)}"></figure>${inside}`;
  }

  /** A block that several texts show: what it holds, where the archive has it. */
  #shared({ attributes }: Block): string {
    const id = String(attributes["ref"] ?? "");
    const text = this.#ground.known.sharedBlocks.get(id);
    if (text === undefined || this.#depth >= deepestShared) {
      this.#ground.lose("unknown-code", `the shared block ${id} is not in the archive; it was left out`);
      return "";
    }
    this.#depth += 1;
    const html = this.text(text);
    this.#depth -= 1;
    return html;
  }
}

/** They show nothing, or what the page shows anyway. */
const silent: ReadonlySet<string> = new Set([
  "nextpage",
  "post-author",
  "post-date",
  "post-excerpt",
  "post-featured-image",
  "post-title",
  "separator",
  "spacer",
]);

function isEmbed(name: string): boolean {
  return name === "embed" || name.startsWith("core-embed/");
}

function textAttribute({ attributes }: Block, name: string): string | undefined {
  const text = z.string().min(1).safeParse(attributes[name]);
  return text.success ? text.data : undefined;
}

function writtenIn({ parts }: Block): string {
  return parts.map((part) => (typeof part === "string" ? part : writtenIn(part))).join("");
}

/** What stands in the first caption. */
function captionIn(html: string): string {
  const pieces = htmlPieces(html);
  const start = pieces.find(({ kind, name }) => kind === "open" && name === "figcaption")?.end;
  const end = pieces.find(({ kind, name }) => kind === "close" && name === "figcaption")?.start;
  return start === undefined ? "" : html.slice(start, end).trim();
}

/** Without the links and objects of some classes. */
function withoutElements(html: string, classes: RegExp): string {
  let left: string | undefined;
  return htmlPieces(html)
    .map(({ kind, name, start, end }) => {
      const written = html.slice(start, end);
      if (
        left === undefined &&
        kind === "open" &&
        (name === "a" || name === "object") &&
        classes.test(written)
      ) {
        left = name;
      }
      const isLeft = left !== undefined;
      if (kind === "close" && name === left) left = undefined;
      return isLeft ? "" : written;
    })
    .join("");
}
