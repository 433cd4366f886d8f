/** What stands for blocks: paragraphs, headings, lists, quotations, code, figures, tables, forms. */
import type { Element, ElementContent } from "hast";
import { attribute, element, found, hasClass, isElement, textNode, wordsOf } from "../html/elements.ts";
import { embedOfText, scriptedEmbedOf } from "../html/embeds.ts";
import { isCode, preformatted } from "./code.ts";
import { linkTo } from "./media-shapers.ts";
import type { Around, ElementShaper, Shaper } from "./shaper.ts";
import { cellsOf, dataTable, isLayout, isPictureWithCaption, rowsOf } from "./tables.ts";

const heading: ElementShaper = (shaper, node, around) => {
  const level = Number(node.tagName.slice(1)) + (shaper.hasFirstLevel ? 1 : 0);
  return shaper.text(`h${Math.min(level, 6)}`, node, around);
};

export const blockShapers: Readonly<Record<string, ElementShaper>> = {
  p: paragraph,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  div: box,
  hr: (_, node) =>
    /more/.test(attribute(node, "id") ?? attribute(node, "className") ?? "") ? [] : [element("hr", [])],
  ul: list,
  ol: list,
  menu: list,
  dir: list,
  dl: (shaper, node, around) => shaper.inside(node, around),
  dt: boldParagraph,
  summary: boldParagraph,
  legend: boldParagraph,
  blockquote,
  pre: preformatted,
  listing: preformatted,
  xmp: preformatted,
  plaintext: preformatted,
  figure,
  figcaption: caption,
  table,
  form,
  fieldset: form,
  input: (_, node) => {
    const isBox = /^(?:checkbox|radio)$/.test(attribute(node, "type") ?? "");
    return isBox ? [textNode(node.properties["checked"] === true ? "☑ " : "☐ ")] : [];
  },
  button: control,
  select: control,
  textarea: control,
  datalist: control,
};

function paragraph(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  if (hasClass(node, /caption-text$/)) return caption(shaper, node, around);
  const [only] = node.children;
  const embedded =
    node.children.length === 1 && only?.type === "text" ? embedOfText(only.value.trim()) : undefined;
  return embedded === undefined ? shaper.text("p", node, around) : linkTo(shaper, embedded);
}

function box(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const embedded = scriptedEmbedOf(node);
  if (embedded !== undefined) return linkTo(shaper, embedded);
  if (hasClass(node, /^wp-block-embed__wrapper$/)) {
    const text = embedOfText(wordsOf(node));
    if (text !== undefined) return linkTo(shaper, text);
  }
  if (hasClass(node, /^wp-caption$/)) return figure(shaper, node, around);
  if (isCode(node)) return preformatted(shaper, node, around);
  return shaper.inside(node, around);
}

function boldParagraph(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  return shaper.text("p", node, { ...around, wraps: ["strong", ...around.wraps] });
}

/** Dateline shows lists and quotations inside each other to a depth that no page has; the rest stays beside each other. */
const deepest = 15;

function isTooDeep(shaper: Shaper, node: Element, { depth }: Around): boolean {
  if (depth < deepest) return false;
  shaper.losses.add(
    "dropped-markup",
    `lists and quotations deeper than ${deepest} levels are paragraphs now`,
    wordsOf(node, 200),
  );
  return true;
}

function list(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  if (isTooDeep(shaper, node, around)) return shaper.inside(node, around);
  const inner = { ...around, depth: around.depth + 1 };
  const items: Element[] = [];
  for (const child of node.children) {
    if (child.type === "text" && child.value.trim() === "") continue;
    const isItem = isElement(child, "li") && !shaper.isElsewhere(child);
    const content = isItem ? shaper.blocks(child, inner) : shaper.all([child], inner);
    if (content.length === 0) continue;
    const last = items.at(-1);
    // A list right inside a list belongs to the item before it.
    if (isElement(child, "ul", "ol") && last !== undefined) last.children.push(...content);
    else items.push(element("li", content));
  }
  const start = Number(attribute(node, "start") ?? 1);
  const properties =
    node.tagName === "ol" && Number.isInteger(start) && start >= 0 && start < 1e9 ? { start } : {};
  return items.length === 0 ? [] : [element(node.tagName === "ol" ? "ol" : "ul", items, properties)];
}

function blockquote(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const embedded = scriptedEmbedOf(node);
  if (embedded !== undefined) return linkTo(shaper, embedded);
  if (isTooDeep(shaper, node, around)) return shaper.inside(node, around);
  const content = shaper.blocks(node, { ...around, depth: around.depth + 1 });
  return content.length === 0 ? [] : [element("blockquote", content)];
}

/** What a figure shows, and then the words beneath it, wherever these stand. */
function figure(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const words = found(node, isCaption);
  const content = shaper.blocks(node, {
    ...around,
    caption: words === undefined ? around.caption : wordsOf(words, 300),
  });
  const isOfCaption = (child: ElementContent) => isElement(child, "figcaption");
  const shown = content.filter((child) => !isOfCaption(child));
  const captions = content.filter(isOfCaption);
  return shown.length + captions.length === 0 ? [] : [element("div", [...shown, ...captions])];
}

function isCaption(node: Element): boolean {
  return node.tagName === "figcaption" || hasClass(node, /(?:^|-)caption-text$|^(?:tr-)?caption$/);
}

const credits = /(?:^|[-_])(?:credits?|photographer|photo-?by|source|copyright)(?:$|[-_])/i;

function caption(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const credit = found(node, (one) => hasClass(one, credits) || one.tagName === "cite");
  const content = shaper.blocks(node, { ...around, caption: "" });
  const properties = credit === undefined ? {} : { dataCredit: wordsOf(credit, 300) };
  return content.length === 0 ? [] : [element("figcaption", content, properties)];
}

function table(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const caption = node.children.find((child) => isElement(child, "caption"));
  const title = isElement(caption) ? shaper.text("figcaption", caption, around) : [];
  if (isPictureWithCaption(node)) return figureOfTable(shaper, node, around);
  if (isCode(node)) return preformatted(shaper, node, around);
  if (isLayout(node)) {
    const cells = rowsOf(node)
      .flatMap(cellsOf)
      .flatMap((cell) => shaper.inside(cell, around));
    return [...title, ...cells];
  }
  const data = dataTable(
    node,
    (cell) => shaper.blocks(cell, { ...around, wraps: [] }),
    (words) =>
      shaper.losses.add(
        "dropped-markup",
        "lines and lists in a cell of a table stand in one line now",
        words,
      ),
  );
  return [...title, ...(data.children.length === 0 ? [] : [data])];
}

function figureOfTable(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const cells = rowsOf(node).flatMap(cellsOf);
  const children = cells.map((cell) =>
    element(hasClass(cell, /^tr-caption$/) ? "figcaption" : "div", cell.children),
  );
  return figure(shaper, element("figure", children), around);
}

/** So many characters of text make a form a box around something else. */
const longForm = 400;

/** A form asks readers for something; without what it asks with, it says nothing. */
function form(shaper: Shaper, node: Element, around: Around): ElementContent[] {
  const hasControls =
    found(node, ({ tagName }) => /^(?:input|select|textarea|button)$/.test(tagName)) !== undefined;
  if (!hasControls || wordsOf(node, longForm).length >= longForm) return shaper.inside(node, around);
  shaper.losses.add("dropped-markup", "a form was left out", wordsOf(node, 200));
  return [];
}

function control(shaper: Shaper, node: Element): ElementContent[] {
  shaper.losses.add(
    "dropped-markup",
    `a part of a form (<${node.tagName}>) was left out`,
    wordsOf(node, 200),
  );
  return [];
}
