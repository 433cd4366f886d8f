/** Footnotes of foreign HTML: links to a note and back, whatever made them. */
import type { Element, Nodes, Root } from "hast";
import { decoded } from "../../../../content/values/address.ts";
import { onDemandOf } from "../../../../content/values/on-demand.ts";
import { attribute, hasClass, isElement, wordsOf } from "./elements.ts";

export type Footnotes = {
  /** The label of the note by the element that refers to it. */
  readonly references: ReadonlyMap<Element, string>;
  /** The elements that hold the notes, by their labels. */
  readonly notes: ReadonlyMap<string, Element>;
  /** What is left out: links back, marks before notes, and headings and rules over them. */
  readonly dropped: ReadonlySet<Nodes>;
};

type Anchor = {
  readonly node: Element;
  readonly target: string;
  /** Elements it is in, the outermost first. */
  readonly path: readonly Element[];
};

const noteTarget =
  /^#(?:user-content-)?_?(?:fn|ftn|edn|footnote|endnote|note|sdfootnote|easy-footnote|cite_note)[\w:.-]*$/i;
const backTarget =
  /^#(?:user-content-)?_?(?:fn-?ref|ftn_?ref|edn_?ref|ref|footnote-?ref|easy-footnote|cite_ref|sdfootnote\d+anc|[\w-]+-link$)/i;
const shortText = 8;

/**
 * A note is the list item or paragraph that a short link before it leads to, where a link in it leads back, or where the
 * names on both sides say that they belong to a note.
 */
export function footnotesOf(tree: Root): Footnotes {
  const anchors: Anchor[] = [];
  const holders = new Map<string, { readonly path: readonly Element[]; readonly order: number }>();
  const path: Element[] = [];
  const walk = (node: Nodes): void => {
    if (isElement(node)) {
      path.push(node);
      for (const name of ["id", "name"]) {
        const id = attribute(node, name);
        if (id !== undefined && !holders.has(id)) holders.set(id, { path: [...path], order: anchors.length });
      }
      const href = node.tagName === "a" ? attribute(node, "href") : undefined;
      const target = href === undefined ? undefined : /#[^#]+$/.exec(href)?.[0];
      if (target !== undefined && wordsOf(node, 40).length <= shortText) {
        anchors.push({ node, target, path: [...path] });
      }
    }
    if ("children" in node) for (const child of node.children) walk(child);
    if (isElement(node)) path.pop();
  };
  walk(tree);
  const references = new Map<Element, string>();
  const notes = new Map<string, Element>();
  const dropped = new Set<Nodes>();
  const labels = new Map<Element, string>();
  const linksOf = onDemandOf((note: Element) => targetsIn(note));
  for (const [index, { node, target, path: way }] of anchors.entries()) {
    const holder = holders.get(decoded(target.slice(1)));
    if (holder === undefined || holder.order < index) continue;
    const note = noteAround(holder.path);
    if (note === undefined || way.includes(note) || !isNote(note, target, way, linksOf(note))) continue;
    const label = labels.get(note) ?? String(labels.size + 1);
    if (!labels.has(note)) {
      labels.set(note, label);
      notes.set(label, note);
    }
    const sup = way.at(-2);
    const isWhole = isElement(sup, "sup") && wordsOf(sup, 40).length <= shortText;
    references.set(isWhole ? sup : node, label);
  }
  if (notes.size === 0) return { references, notes, dropped };
  const noteElements = new Set(notes.values());
  for (const { node, path: way, target } of anchors) {
    const note = way.find((one) => noteElements.has(one));
    const sup = way.at(-2);
    if (note === undefined || references.has(node) || (sup && references.has(sup))) continue;
    if (isBack(node, target)) dropped.add(isElement(sup, "sup") ? sup : node);
  }
  dropHeads(tree, noteElements, dropped);
  return { references, notes, dropped };
}

/** The item or paragraph that a place is in; a box, where it is a box for this note alone. */
function noteAround(path: readonly Element[]): Element | undefined {
  const item = path.findLast((one) => isElement(one, "li", "dd"));
  if (item !== undefined) return item;
  const own = path.at(-1);
  if (own !== undefined && isElement(own, "div", "p", "aside")) return own;
  const paragraph = path.findLastIndex((one) => isElement(one, "p", "div"));
  const box = path[paragraph - 1];
  const isOwnBox =
    box !== undefined &&
    isElement(box, "div") &&
    /^_?(?:ftn|edn|sdfootnote)\d+$/.test(attribute(box, "id") ?? "");
  return isOwnBox ? box : path[paragraph];
}

function isNote(note: Element, target: string, way: readonly Element[], links: ReadonlySet<string>): boolean {
  if (!/\p{L}/u.test(wordsOf(note, 200))) return false;
  const ids = new Set(
    way.flatMap((one) => [attribute(one, "id"), attribute(one, "name")]).filter((id) => id !== undefined),
  );
  const last = way.at(-1);
  const isMarked =
    way.slice(-2).some((one) => one.tagName === "sup") ||
    (last !== undefined && (hasClass(last, /footnote/) || /noteref/.test(attribute(last, "role") ?? "")));
  return isMarked && noteTarget.test(target) ? true : [...ids].some((id) => links.has(id));
}

/** The places of its page that links in a node lead to. */
function targetsIn(node: Element, targets = new Set<string>()): Set<string> {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const href = child.tagName === "a" ? attribute(child, "href") : undefined;
    const target = href === undefined ? undefined : /#([^#]+)$/.exec(href)?.[1];
    if (target !== undefined) targets.add(decoded(target));
    targetsIn(child, targets);
  }
  return targets;
}

function isBack(node: Element, target: string): boolean {
  return backTarget.test(target) || !/\p{L}/u.test(wordsOf(node, 40));
}

/** Lists and boxes of which notes are all that has words, with the heading and the rule over them. */
function dropHeads(node: Nodes, notes: ReadonlySet<Element>, dropped: Set<Nodes>): boolean {
  if (isElement(node) && notes.has(node)) return true;
  if (!("children" in node)) return false;
  let head: Nodes[] = [];
  let hasNotes = false;
  for (const child of node.children) {
    if (child.type === "text" && child.value.trim() === "") continue;
    if (
      isElement(child, "hr") ||
      (isElement(child, "h1", "h2", "h3", "h4", "h5", "h6") && wordsOf(child).length < 40)
    ) {
      head.push(child);
    } else {
      if (dropHeads(child, notes, dropped)) {
        hasNotes = true;
        for (const one of head) dropped.add(one);
      }
      head = [];
    }
  }
  return hasNotes && isOnlyNotes(node, notes, dropped);
}

function isOnlyNotes(node: Nodes, notes: ReadonlySet<Element>, dropped: ReadonlySet<Nodes>): boolean {
  if (dropped.has(node) || (isElement(node) && notes.has(node))) return true;
  if (node.type === "text") return node.value.trim() === "";
  return "children" in node ? node.children.every((child) => isOnlyNotes(child, notes, dropped)) : true;
}
