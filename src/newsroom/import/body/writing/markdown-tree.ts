/** Trees of Markdown as the text of a body. */
import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  Heading,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  Table,
} from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { inlineMarkdown } from "./inline-writing.ts";
import { oneLineOf, type Piece, type Places, paragraphsOf, piecesOf, unshown } from "./pieces.ts";

export type Block = BlockContent | DefinitionContent;

export type WrittenTree = {
  /** Without white space at its ends. */
  readonly markdown: string;
  /** The texts from which emphasis had to be taken. */
  readonly plainer: readonly string[];
};

/**
 * Blocks are written by remark. What stands in them is written before, by Dateline's own rules, and handed over as it is:
 * Dateline reads emphasis beside Chinese, Japanese and Korean letters, and no HTML.
 */
const remark = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: "-", rule: "-", listItemIndent: "one" })
  .freeze();

export function treeAsMarkdown(blocks: readonly Block[], places: Places): WrittenTree {
  const writer = new TreeWriter(places);
  const text = writer.blocks(blocks.filter(({ type }) => type !== "footnoteDefinition"));
  const notes = blocks.filter((node) => node.type === "footnoteDefinition");
  const tree: Root = { type: "root", children: [...text, ...notes.flatMap((note) => writer.note(note))] };
  return { markdown: remark.stringify(tree).trim(), plainer: writer.plainer };
}

class TreeWriter {
  readonly plainer: string[] = [];
  readonly #places: Places;
  readonly #noted = new Set<string>();

  constructor(places: Places) {
    this.#places = places;
  }

  /** Blocks with their text written; those that are empty are left out. */
  blocks(nodes: readonly Block[]): Block[] {
    return nodes.flatMap((node) => this.#block(node));
  }

  /** A note that the text refers to; the words of any other end the text. */
  note(note: FootnoteDefinition): Block[] {
    const children = this.blocks(note.children);
    return this.#noted.has(note.identifier) && children.length > 0 ? [{ ...note, children }] : children;
  }

  #block(node: Block): Block[] {
    switch (node.type) {
      case "paragraph":
        return paragraphsOf(piecesOf(node.children, this.#places)).map((pieces) => this.#paragraph(pieces));
      case "heading":
        return this.#heading(node);
      case "table":
        return this.#table(node);
      case "code":
        return node.value.trim() === "" ? [] : [{ ...node, value: node.value.replace(unshown, "") }];
      case "blockquote": {
        const children = this.blocks(node.children);
        return children.length === 0 ? [] : [{ ...node, children }];
      }
      case "list": {
        const children = node.children.flatMap((item) => this.#item(item));
        return children.length === 0
          ? []
          : [{ ...node, spread: children.some(({ spread }) => spread), children }];
      }
      default:
        return [node];
    }
  }

  /** An item is close together where its text is followed by lists alone. */
  #item({ type, children }: ListItem): ListItem[] {
    const blocks = this.blocks(children);
    const spread = blocks.slice(1).some((block) => block.type !== "list") || blocks[0]?.type === "table";
    return blocks.length === 0 ? [] : [{ type, spread, children: blocks }];
  }

  /** Pictures stand before it, and it is not bold. */
  #heading({ type, depth, children }: Heading): Block[] {
    const pieces = oneLineOf(piecesOf(children, this.#places));
    const pictures = pieces.filter(({ kind }) => kind === "picture");
    const words = oneLineOf(pieces.filter(({ kind }) => kind !== "picture"));
    const text = this.#text(words.map((piece) => ({ ...piece, strong: false })));
    const heading: Heading = { type, depth, children: inline(text.replace(/(?<=^|\s)#+$/, "\\$&")) };
    return [...pictures.map((picture) => this.#paragraph([picture])), ...(text === "" ? [] : [heading])];
  }

  #table(table: Table): Block[] {
    const children = table.children.map((row, index) => ({
      ...row,
      children: row.children.map((cell) => {
        const pieces = oneLineOf(piecesOf(cell.children, this.#places));
        const words = index === 0 ? pieces.map((piece) => ({ ...piece, strong: false })) : pieces;
        return { ...cell, children: inline(this.#text(words, true)) };
      }),
    }));
    const isEmpty = children.every((row) => row.children.every((cell) => cell.children.length === 0));
    return isEmpty ? [] : [{ ...table, children }];
  }

  #paragraph(pieces: readonly Piece[]): Paragraph {
    return { type: "paragraph", children: inline(this.#text(pieces)) };
  }

  #text(pieces: readonly Piece[], isCell = false): string {
    for (const { kind, text } of pieces) if (kind === "note") this.#noted.add(text);
    const { markdown, isPlainer } = inlineMarkdown(pieces, isCell);
    if (isPlainer) this.plainer.push(pieces.map(({ text }) => text).join(""));
    return markdown;
  }
}

/** Markdown that is written already: remark writes HTML as it is given. */
function inline(markdown: string): PhrasingContent[] {
  return markdown === "" ? [] : [{ type: "html", value: markdown }];
}
