/** A walk over foreign HTML that makes of it HTML such as Markdown can say. */
import type { Element, ElementContent, Nodes, Properties, Root } from "hast";
import { element, found, holdersOfBlocks, isBlockName, isElement, wordsOf } from "../html/elements.ts";
import { type Footnotes, footnotesOf } from "../html/footnotes.ts";
import { isHidden, type MarkName, marksOf } from "../html/text-style.ts";
import type { Losses } from "../reading/losses.ts";

/** Emphasis, or a link, to be set around text. */
export type Wrap = MarkName | { readonly href: string };

/** What is known where a node stands. */
export type Around = {
  /** Set around the text inside: emphasis and links that hold blocks stand in each of these. */
  readonly wraps: readonly Wrap[];
  /** How many lists and quotations it is in. */
  readonly depth: number;
  /** The words beneath a picture. */
  readonly caption: string;
  /** The picture that a link around a smaller one leads to. */
  readonly fullPicture: string | undefined;
};

const nowhere: Around = { wraps: [], depth: 0, caption: "", fullPicture: undefined };

/** Makes of an element what stands for it. */
export type ElementShaper = (shaper: Shaper, node: Element, around: Around) => ElementContent[];

export class Shaper {
  /** The addresses of each picture, the best first: an `img` has the index as its `src`. */
  readonly pictures: string[][] = [];
  /** Where links lead. */
  readonly links = new Set<string>();
  readonly losses: Losses;
  /** The web address of the page. */
  readonly base: string | undefined;
  /** The picture that was met last, which a `noscript` beside it may repeat. */
  lastPicture: { readonly key: number; readonly isFallback: boolean } | undefined;

  /** The headline is the page's only heading of the first level: where a text has such, all of its headings go one down. */
  readonly hasFirstLevel: boolean;

  readonly #shapers: ReadonlyMap<string, ElementShaper>;
  readonly #blockHolders: ReadonlySet<Nodes>;
  readonly #footnotes: Footnotes;
  readonly #notes: ReadonlySet<Nodes>;
  readonly #root: Root;

  /** @param shapers by name of element; what an element of any other name holds stands for it */
  constructor(
    root: Root,
    base: string | undefined,
    losses: Losses,
    shapers: ReadonlyMap<string, ElementShaper>,
  ) {
    this.#root = root;
    this.base = base;
    this.losses = losses;
    this.#shapers = shapers;
    this.hasFirstLevel = found(root, ({ tagName }) => tagName === "h1") !== undefined;
    this.#blockHolders = holdersOfBlocks(root);
    this.#footnotes = footnotesOf(root);
    this.#notes = new Set(this.#footnotes.notes.values());
  }

  /** The tree, with `footnote-mark` where the text refers to a note, and at its end `footnote-text` for each. */
  tree(): Root {
    const content = this.all(this.#root.children, nowhere);
    for (const [label, note] of this.#footnotes.notes) {
      content.push(element("footnote-text", this.all(note.children, nowhere), { label }));
    }
    return { type: "root", children: content };
  }

  all(nodes: readonly Nodes[], around: Around): ElementContent[] {
    const content: ElementContent[] = [];
    for (const node of nodes) {
      for (const one of this.#one(node, around)) {
        const last = content.at(-1);
        // Neighbours of many small texts become one, so that nobody has to put them together again.
        if (one.type === "text" && last?.type === "text") {
          content[content.length - 1] = { type: "text", value: last.value + one.value };
        } else content.push(one);
      }
    }
    return content;
  }

  #one(node: Nodes, around: Around): ElementContent[] {
    if (node.type === "text") return node.value.trim() === "" ? [node] : wrapped([node], around.wraps);
    if (node.type === "comment") this.#tellComment(node.value);
    if (!isElement(node) || this.isElsewhere(node)) return [];
    const label = this.#footnotes.references.get(node);
    if (label !== undefined) return [element("footnote-mark", [], { label })];
    if (isHidden(node)) {
      const words = wordsOf(node, 200);
      if (words !== "") this.losses.add("dropped-markup", "text that the page hid was left out", words);
      return [];
    }
    const shape = this.#shapers.get(node.tagName);
    return shape === undefined ? this.inside(node, around) : shape(this, node, around);
  }

  /** Whether an element is a note, or leads back from one: notes end the text. */
  isElsewhere(node: Element): boolean {
    return this.#footnotes.dropped.has(node) || this.#notes.has(node);
  }

  /** What an element holds, with the emphasis it gives; apart from what is beside it, where it is a block. */
  inside(node: Element, around: Around): ElementContent[] {
    if (!isBlockName(node.tagName)) return this.around(node, marksOf(node), around);
    const content = this.blocks(node, around);
    return content.length === 0 ? [] : [element("div", content)];
  }

  /** What a block holds. */
  blocks(node: Element, around: Around): ElementContent[] {
    return this.all(node.children, { ...around, wraps: [...around.wraps, ...marksOf(node)] });
  }

  /** What an element of text holds, with something around the whole, or around the texts of the blocks in it. */
  around(node: Element, wraps: readonly Wrap[], around: Around): ElementContent[] {
    if (this.#blockHolders.has(node))
      return this.all(node.children, { ...around, wraps: [...around.wraps, ...wraps] });
    return wrapped(this.all(node.children, { ...around, wraps: [] }), [...around.wraps, ...wraps]);
  }

  /** A block of text: a paragraph, or what it is called, unless a block stands in it. */
  text(tagName: string, node: Element, around: Around, properties: Properties = {}): ElementContent[] {
    const content = this.blocks(node, around);
    const isWhole = !content.some((child) => isElement(child) && isBlockName(child.tagName));
    return content.length === 0 ? [] : [element(isWhole ? tagName : "div", content, properties)];
  }

  #tellComment(text: string): void {
    const isOfSystem =
      /^\s*(?:\/?wp:|more\b|nextpage|noteaser|kg-card|!?\[(?:if|endif)|(?:Start|End)Fragment|$)/i;
    if (!isOfSystem.test(text)) this.losses.add("dropped-markup", "a remark in the HTML was left out", text);
  }
}

/** The first of the wraps is the outermost. */
export function wrapped(content: ElementContent[], wraps: readonly Wrap[]): ElementContent[] {
  if (content.length === 0) return content;
  return wraps.reduceRight<ElementContent[]>(
    (inside, wrap) => [
      typeof wrap === "string" ? element(wrap, inside) : element("a", inside, { href: wrap.href }),
    ],
    content,
  );
}
