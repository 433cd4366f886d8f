/** Shaped HTML as the tree of Markdown that says the same. */
import type { Element, Root } from "hast";
import type { Nodes, Paragraph, RootContent } from "mdast";
import rehypeRemark, { type Options } from "rehype-remark";
import { unified } from "unified";
import type { Block } from "./markdown-tree.ts";

type Handlers = NonNullable<Options["handlers"]>;
type State = Parameters<NonNullable<Handlers[string]>>[0];

declare module "mdast" {
  interface ParagraphData {
    /** Of words beneath a picture: which of them name who made it. */
    caption?: { readonly credit: string | undefined };
  }
}

const handlers: Handlers = {
  figcaption: (state: State, node: Element): RootContent[] => {
    const credit = String(node.properties["dataCredit"] ?? "");
    return state.toFlow(state.all(node)).map((block) => {
      if (block.type !== "paragraph") return block;
      return captionOf(block, credit === "" ? undefined : credit);
    });
  },
  "footnote-mark": (_: State, node: Element): Nodes => {
    const label = String(node.properties["label"]);
    return { type: "footnoteReference", identifier: label, label };
  },
  "footnote-text": (state: State, node: Element): Nodes => {
    const label = String(node.properties["label"]);
    return { type: "footnoteDefinition", identifier: label, label, children: state.toFlow(state.all(node)) };
  },
};

function captionOf(paragraph: Paragraph, credit: string | undefined): Paragraph {
  return {
    type: "paragraph",
    children: [{ type: "emphasis", children: paragraph.children }],
    data: { caption: { credit } },
  };
}

const processor = unified().use(rehypeRemark, { handlers, document: true }).freeze();

export function mdastOf(tree: Root): Block[] {
  return processor.runSync(tree).children.filter(isBlock);
}

/** A whole document holds nothing but blocks. */
function isBlock(node: RootContent): node is Block {
  return /^(?:paragraph|heading|thematicBreak|blockquote|list|table|code|footnoteDefinition)$/.test(
    node.type,
  );
}
