/** Pictures of a text and the words beneath them: which the story shows above its text, and which are nowhere. */
import type { Image, Paragraph, PhrasingContent } from "mdast";
import type { Block } from "./markdown-tree.ts";

export type OpeningPicture = {
  readonly image: Image;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  /** The text without both. */
  readonly rest: readonly Block[];
};

/** The picture that a text opens with, before any words; undefined where it opens otherwise. */
export function openingPicture([first, second, ...others]: readonly Block[]): OpeningPicture | undefined {
  if (first?.type !== "paragraph") return undefined;
  const [opening, ...words] = first.children.filter((node) => !isBlank(node));
  const image = opening?.type === "link" && opening.children.length === 1 ? opening.children[0] : opening;
  if (image?.type !== "image") return undefined;
  const text: Block[] = words.length === 0 ? [] : [{ ...first, children: words }];
  const found = second?.type === "paragraph" && words.length === 0 ? second.data?.caption : undefined;
  if (found === undefined || second?.type !== "paragraph") {
    const rest = [...text, ...(second === undefined ? [] : [second]), ...others];
    return { image, caption: undefined, credit: undefined, rest };
  }
  const all = plainText(second.children).replace(/\s+/g, " ").trim();
  const { credit } = found;
  const caption =
    credit !== undefined && all.endsWith(credit) ? withoutMarkAtEnd(all.slice(0, -credit.length)) : all;
  return { image, caption: caption || undefined, credit, rest: others };
}

/** Without the mark that parted a caption from its credit: "At the pier / ". */
function withoutMarkAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s/|·—–-]/.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}

/** The blocks without words beneath pictures that are not shown, and these words. */
export function withoutLostCaptions(
  blocks: readonly Block[],
  isShown: (image: Image) => boolean,
): { readonly blocks: Block[]; readonly lost: readonly string[] } {
  const lost: string[] = [];
  const kept = (list: readonly Block[]): Block[] =>
    list.flatMap((block, index): Block[] => {
      if (block.type === "blockquote") return [{ ...block, children: kept(block.children) }];
      if (block.type === "list") {
        const children = block.children.map((item) => ({ ...item, children: kept(item.children) }));
        return [{ ...block, children }];
      }
      const before = list[index - 1];
      if (block.type !== "paragraph" || block.data?.caption === undefined || before === undefined)
        return [block];
      const pictures = before.type === "paragraph" ? picturesOf(before) : undefined;
      if (pictures === undefined || pictures.length === 0 || pictures.some(isShown)) return [block];
      lost.push(plainText(block.children));
      return [];
    });
  return { blocks: kept(blocks), lost };
}

/** The pictures of a paragraph that has no words; undefined where it has some. */
function picturesOf({ children }: Paragraph): Image[] | undefined {
  const pictures: Image[] = [];
  for (const node of children) {
    const one = node.type === "link" && node.children.length === 1 ? node.children[0] : node;
    if (one?.type === "image") pictures.push(one);
    else if (!isBlank(node)) return undefined;
  }
  return pictures;
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === "break" || (node.type === "text" && node.value.trim() === "");
}

function plainText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === "break") return " ";
      if ("value" in node) return node.value;
      return "children" in node ? plainText(node.children) : "";
    })
    .join("");
}
