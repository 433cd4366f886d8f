/** Tables of pasted pages, in the one form that Markdown has: a head of one row, and cells of one line. */

/** Elements that end a line. */
const blocks = "address,article,aside,blockquote,br,div,dd,dl,dt,h1,h2,h3,h4,h5,h6,li,ol,p,pre,section,ul";

/** An empty paragraph: without one after it, the caret stays in the last cell of a table, and cannot leave it. */
export const writingGoesOn = "<p></p>";

/** The page with its tables set right; undefined where it has none. */
export function withTidyTables(html: string): string | undefined {
  const page = new DOMParser().parseFromString(html, "text/html");
  // Inner tables first: what holds one is there for its layout.
  const tables = [...page.querySelectorAll("table")].reverse();
  if (tables.length === 0) return undefined;
  for (const table of tables) table.replaceWith(...tidied(table));
  const isLast = page.body.lastElementChild?.matches("table") ?? false;
  return page.body.innerHTML + (isLast ? writingGoesOn : "");
}

/** A table of these texts. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const table = newTable(
    document,
    rows.map((cells) => cells.map((cell) => [document.createTextNode(withoutBars(cell))])),
  );
  return table.outerHTML;
}

function tidied(table: HTMLTableElement): Node[] {
  const cells = [...table.rows].flatMap((row) => [...row.cells]);
  const caption = table.caption === null ? [] : [paragraph(table.caption)];
  if (cells.length < 2 || table.querySelector("table") !== null) {
    return [...caption, ...cells.flatMap((cell) => [...cell.childNodes])];
  }
  const rows = gridOf(table).filter((row) =>
    row.some((cell) => (cell?.textContent ?? "").trim() !== "" || cell?.querySelector("img")),
  );
  const [first] = rows;
  if (first === undefined) return caption;
  const contents = rows.map((row) => row.map((cell) => (cell === undefined ? [] : lineOf(cell))));
  return [...caption, newTable(table.ownerDocument, contents)];
}

/** The cells of each row by column; the other places of a cell that takes several are empty. */
function gridOf(table: HTMLTableElement): (HTMLTableCellElement | undefined)[][] {
  const grid: (HTMLTableCellElement | undefined)[][] = [...table.rows].map(() => []);
  const taken = grid.map(() => new Set<number>());
  [...table.rows].forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row.cells) {
      while (taken[rowIndex]?.has(column)) column += 1;
      const line = grid[rowIndex];
      if (line !== undefined) line[column] = cell;
      const below = Math.min(cell.rowSpan, grid.length - rowIndex);
      for (let down = 0; down < below; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) taken[rowIndex + down]?.add(column + right);
      }
      column += cell.colSpan;
    }
  });
  const columns = Math.max(...taken.map((places) => Math.max(-1, ...places) + 1));
  return grid.map((line) => Array.from({ length: columns }, (_, column) => line[column]));
}

function newTable(page: Document, rows: readonly (readonly (readonly Node[])[])[]): HTMLTableElement {
  const table = page.createElement("table");
  rows.forEach((cells, index) => {
    const row = table.insertRow();
    for (const content of cells) {
      const cell = page.createElement(index === 0 ? "th" : "td");
      // The editor takes a cell for one of the head if it says so itself.
      if (index === 0) cell.setAttribute("scope", "row");
      cell.append(...content);
      row.append(cell);
    }
  });
  return table;
}

/** What a cell holds, in one line. */
function lineOf(cell: Element): Node[] {
  for (const block of [...cell.querySelectorAll(blocks)].reverse())
    block.replaceWith(" ", ...block.childNodes, " ");
  const texts = cell.ownerDocument.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const { currentNode: text } = texts;
    text.nodeValue = withoutBars((text.nodeValue ?? "").replace(/\s+/g, " "));
  }
  return [...cell.childNodes];
}

function paragraph(caption: Element): Node {
  const element = caption.ownerDocument.createElement("p");
  element.append(...caption.childNodes);
  return element;
}

/** A bar would part a cell in two. */
function withoutBars(text: string): string {
  return text.replaceAll("|", "\\|");
}
