/** What the style of an element does to its text, as far as Markdown can say it. */
import type { Element } from "hast";
import { attribute } from "./elements.ts";

export type MarkName = "strong" | "em" | "del";

const marksByName: Readonly<Record<string, MarkName>> = {
  b: "strong",
  strong: "strong",
  em: "em",
  i: "em",
  cite: "em",
  dfn: "em",
  var: "em",
  s: "del",
  strike: "del",
  del: "del",
};

/** The emphasis that an element has by its name, unless its style takes it away, and by its style. */
export function marksOf(node: Element): MarkName[] {
  const own = marksByName[node.tagName];
  const style = attribute(node, "style")?.toLowerCase() ?? "";
  const marks = new Set<MarkName>(own === undefined ? [] : [own]);
  if (style !== "") {
    const weight = /font-weight\s*:\s*(\w+)/.exec(style)?.[1];
    if (weight !== undefined)
      set(marks, "strong", /^bold/.test(weight) || Number(weight) >= 600, weight !== "inherit");
    const slant = /font-style\s*:\s*(\w+)/.exec(style)?.[1];
    if (slant !== undefined) set(marks, "em", /^(?:italic|oblique)/.test(slant), slant !== "inherit");
    if (/text-decoration(?:-line)?\s*:[^;]*line-through/.test(style)) marks.add("del");
  }
  return [...marks];
}

function set(marks: Set<MarkName>, mark: MarkName, isOn: boolean, isSaid: boolean): void {
  if (isOn) marks.add(mark);
  else if (isSaid) marks.delete(mark);
}

/** Whether readers of the page never saw it. */
export function isHidden(node: Element): boolean {
  const style = attribute(node, "style") ?? "";
  return node.properties["hidden"] === true || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

const raised = "0123456789+-−=()ni";
const raisedForms = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ";
const loweredForms = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";

/** Figures that are raised or lowered, as letters of their own; undefined where there are none for all of the text. */
export function shifted(text: string, direction: "sup" | "sub"): string | undefined {
  const forms = [...(direction === "sup" ? raisedForms : loweredForms)];
  const letters = [...text].map((letter) => forms[[...raised].indexOf(letter)]);
  if (text === "" || (!/\d/.test(text) && !/^[ni]$/.test(text))) return undefined;
  return letters.every((letter) => letter !== undefined) ? letters.join("") : undefined;
}
