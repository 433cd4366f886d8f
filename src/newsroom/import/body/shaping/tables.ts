/** Tables of foreign HTML: those that hold data, made such as Markdown has them, and those that only place things. */
import type { Element, ElementContent, Nodes } from "hast";
import {
  attribute,
  element,
  found,
  hasClass,
  hasWords,
  isBlockName,
  isElement,
  textNode,
  wordsOf,
} from "../html/elements.ts";

/** So many cells may spans and short rows add to a table. */
const mostCells = 20_000;
const widestSpan = 50;

/** The rows of a table, not those of tables inside it. */
export function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  const collect = (node: Element): void => {
    for (const child of node.children) {
      if (!isElement(child)) continue;
      if (child.tagName === "tr") rows.push(child);
      else if (child.tagName !== "table") collect(child);
    }
  };
  collect(table);
  return rows;
}

export function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => isElement(child, "td", "th"));
}

/** Whether a table only places what it holds: in one row or column, around other tables, around pictures and long texts. */
export function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, "role") ?? "")) return true;
  const rows = rowsOf(table);
  const widths = rows.map((row) => cellsOf(row).length);
  const widest = Math.max(0, ...widths.slice(0, 1_000));
  const hasHeads = rows.some((row) => cellsOf(row).some(({ tagName }) => tagName === "th"));
  if (widest <= 1) return true;
  if (rows.length === 1 && !hasHeads) return true;
  return rows.length * widest > mostCells || found(table, isBoundToPage) !== undefined;
}

/** What no cell of Markdown can hold, and no reader would miss a table around. */
function isBoundToPage({ tagName }: Element): boolean {
  return /^(?:table|h[1-6]|pre|blockquote|figure|iframe|video|audio|object|embed|hr)$/.test(tagName);
}

/** A picture and the words beneath it that a table holds together, as Blogger writes them. */
export function isPictureWithCaption(table: Element): boolean {
  return hasClass(table, /^tr-caption-container$/);
}

/**
 * The table with a row of heads, its first where none is, and one line in each cell.
 *
 * @param contentOf the content of a cell as it will be shown
 * @param onBroken told of cells in which lines or blocks became one line
 */
export function dataTable(
  table: Element,
  contentOf: (cell: Element) => ElementContent[],
  onBroken: (words: string) => void,
): Element {
  let room = mostCells;
  const rows = rowsOf(table).map((row) =>
    element(
      "tr",
      cellsOf(row).map((cell) => {
        const [colSpan, rowSpan] = [spanOf(cell, "colSpan"), spanOf(cell, "rowSpan")];
        room -= colSpan * rowSpan;
        const { line, isBroken } = oneLine(contentOf(cell));
        if (isBroken) onBroken(wordsOf(cell, 200));
        const align = sideOf(cell);
        return element("td", line, {
          ...(room > 0 ? { colSpan, rowSpan } : {}),
          ...(align === undefined ? {} : { align }),
        });
      }),
    ),
  );
  const [first, ...others] = rows.filter(
    (row) => hasWords(row) || found(row, ({ tagName }) => tagName === "img") !== undefined,
  );
  if (first === undefined) return element("table", []);
  const heads = first.children.map((cell) => (isElement(cell) ? { ...cell, tagName: "th" } : cell));
  return element("table", [{ ...first, children: heads }, ...others]);
}

function spanOf(cell: Element, name: "colSpan" | "rowSpan"): number {
  const span = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(span) ? Math.min(Math.max(span, 1), widestSpan) : 1;
}

function sideOf(cell: Element): string | undefined {
  const style = /text-align\s*:\s*(left|center|right)/i.exec(attribute(cell, "style") ?? "")?.[1];
  return style?.toLowerCase() ?? attribute(cell, "align");
}

/** What blocks hold, one after the other with a space between. */
function oneLine(nodes: readonly ElementContent[]): { line: ElementContent[]; isBroken: boolean } {
  const line: ElementContent[] = [];
  let parts = 0;
  const collect = (node: Nodes): void => {
    if (isElement(node, "br")) {
      parts += 1;
      line.push(textNode(" "));
    } else if (isElement(node) && isBlockName(node.tagName)) {
      const isPart = hasWords(node);
      if (isPart && line.length > 0) {
        parts += 1;
        line.push(textNode(" "));
      }
      for (const child of node.children) collect(child);
    } else if (node.type === "text" || node.type === "element") line.push(node);
  };
  for (const node of nodes) collect(node);
  return { line, isBroken: parts > 0 };
}
