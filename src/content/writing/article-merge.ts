/**
 * What a form changed, written into the article file it came from: only the lines of values that changed are
 * written anew. Comments, the order of keys, quotation marks, unknown keys and the body stay as they were.
 */
import { Document, isMap, isNode, isPair, isScalar, isSeq, type Node, Pair, Scalar, YAMLMap } from "yaml";
import { splitArticle } from "../article/article-parts.ts";
import { type Edit, edited } from "../style/edits.ts";
import { plainLine } from "../yaml/plain-yaml.ts";
import { yamlDocument } from "../yaml/yaml-document.ts";
import {
  type ArticleForm,
  articleForm,
  type FormValues,
  filled,
  formValues,
  isRecord,
  isSameValue,
  keyOfShortForm,
  momentsShown,
  shownValues,
  UnreadableArticle,
} from "./article-form.ts";

/**
 * The text of an article file after its form was changed. Saved without a change, it is the same to the byte.
 *
 * @throws UnreadableArticle where the file is not one that a form can show
 */
export function mergedArticle(original: string, form: ArticleForm): string {
  const before = articleForm(original);
  const parts = splitArticle("", original);
  if (!("body" in parts)) return original;
  const bodyStart = original.length - parts.body.length;
  const frontMatterStart = original.indexOf("\n") + 1;
  const frontMatterEnd = frontMatterStart + parts.frontMatter.length;
  return [
    original.slice(0, frontMatterStart),
    mergedFrontMatter(parts.frontMatter, before.values, form.values),
    original.slice(frontMatterEnd, bodyStart),
    mergedBody(parts.body, form.body),
  ].join("");
}

/** The text of a new article file. */
export function newArticle({ values, body }: ArticleForm): string {
  return `---\n${frontMatterText(values)}---\n\n${body.trim()}\n`;
}

/** Values as new front matter, in their order, and none that is empty. */
export function frontMatterText(values: FormValues): string {
  return Object.entries(values)
    .map(([key, value]) => [key, filled(value)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => plainLine(key, value) ?? pairText(newPair(key, value)))
    .join("");
}

function mergedBody(original: string, form: string): string {
  const text = original.trim();
  if (form.trim() === text) return original;
  if (text === "") return `\n${form.trim()}\n`;
  const start = original.indexOf(text);
  return edited(original, [{ start, end: start + text.length, text: form.trim() }]);
}

function mergedFrontMatter(yaml: string, before: FormValues, after: FormValues): string {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => !isSameValue(before[key], after[key]));
  if (changed.length === 0) return yaml;
  const { contents } = yamlDocument(yaml);
  const pairs = isMap(contents) ? contents.items.filter(isNodePair) : [];
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const key of changed) {
    const pair = pairWith(key, pairs);
    const value = filled(after[key]);
    if (pair === undefined) added.push(pairText(newPair(key, value)));
    else if (value === undefined) edits.push({ ...linesOf(pair, yaml), text: "" });
    else edits.push(editOf(key, pair, yaml, writtenAs(key, value, pair.value)));
  }
  const kept = edited(yaml, edits);
  const lineEnd = kept === "" || kept.endsWith("\n") ? "" : "\n";
  const merged = kept + lineEnd + added.join("");
  return holds(merged, after) ? merged : wholeFrontMatter(yaml, keys, after);
}

function holds(yaml: string, values: FormValues): boolean {
  try {
    return isSameValue(formValues(yaml, 0), shownValues(values));
  } catch (error) {
    if (error instanceof UnreadableArticle) return false;
    throw error;
  }
}

/** All of front matter anew: where values stand between braces on one line, or one stands for another, none can be written alone. */
function wholeFrontMatter(yaml: string, keys: readonly string[], values: FormValues): string {
  const { contents } = yamlDocument(yaml);
  const map = isMap(contents) ? contents : new YAMLMap();
  const pairs = map.items.filter(isNodePair);
  map.flow = false;
  map.items = keys.flatMap((key) => {
    const value = filled(values[key]);
    if (value === undefined) return [];
    const pair = pairWith(key, pairs) ?? new Pair<Node, Node | null>(new Scalar(key), null);
    pair.value = updated(pair.value, writtenAs(key, value, pair.value), key);
    return [pair];
  });
  return map.items.length === 0 ? "" : textOf(map);
}

type NodePair = Pair<Node, Node | null>;

function pairWith(key: string, pairs: readonly NodePair[]): NodePair | undefined {
  return pairs.find((candidate) => String(candidate.key) === key);
}

function isNodePair(pair: unknown): pair is NodePair {
  return isPair(pair) && isNode(pair.key) && (pair.value === null || isNode(pair.value));
}

/** The new text of a pair: of its value alone where that stands on one line, else of the whole pair. */
function editOf(key: string, pair: NodePair, yaml: string, value: unknown): Edit {
  const { value: node } = pair;
  const isOneLine = isScalar(node) && (node.type === "PLAIN" || node.type?.startsWith("QUOTE"));
  const isScalarValue = typeof value === "string" || typeof value === "boolean";
  if (
    isOneLine &&
    isScalarValue &&
    node.range &&
    node.range[1] > node.range[0] &&
    node.anchor === undefined
  ) {
    return { start: node.range[0], end: node.range[1], text: scalarText(value) };
  }
  const lines = linesOf(pair, yaml);
  pair.key.commentBefore = null;
  pair.key.spaceBefore = false;
  pair.value = updated(node, value, key);
  return { ...lines, text: pairText(pair) };
}

/** The lines a pair stands on. Comments and empty lines below it belong to what follows. */
function linesOf({ key, value }: NodePair, yaml: string): { start: number; end: number } {
  const start = key.range?.[0] ?? 0;
  const valueEnd = lastOffset(value) ?? key.range?.[1] ?? start;
  const lineEnd = yaml.indexOf("\n", Math.max(start, valueEnd - (yaml[valueEnd - 1] === "\n" ? 1 : 0)));
  return { start, end: lineEnd === -1 ? yaml.length : lineEnd + 1 };
}

/** Where the last text of a value ends. A block collection's own range takes in the comments below it. */
function lastOffset(node: unknown): number | undefined {
  if (isPair(node)) return lastOffset(node.value) ?? lastOffset(node.key);
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0)
    return lastOffset(node.items.at(-1));
  return isNode(node) ? node.range?.[1] : undefined;
}

/** A source is a name alone where nothing else is known of it, and a priority a place, unless it was written otherwise. */
function writtenAs(key: string, value: unknown, node: Node | null): unknown {
  const name = keyOfShortForm(key);
  if (name === undefined || !isRecord(value) || isMap(node)) return value;
  return Object.entries(value).every(([other, held]) => other === name || held === undefined)
    ? value[name]
    : value;
}

/**
 * A node with a new value: of what it holds, all that is still there keeps its comments and quotation marks.
 *
 * @param place the keys that lead to it
 */
function updated(node: Node | null, value: unknown, place: string): Node {
  if (isMap(node) && isRecord(value)) {
    for (const key of node.items.map((item) => String(item.key)))
      if (!Object.hasOwn(value, key)) node.delete(key);
    for (const [key, item] of Object.entries(value)) {
      const old = node.get(key, true);
      if (isNode(old)) node.set(key, updated(old, item, `${place}.${key}`));
      else node.set(key, new Document().createNode(item));
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    const old = node.items.filter(isNode);
    node.items = value.map((item, index) => {
      const same = old.find((candidate) => isScalar(candidate) && candidate.value === item);
      const kept = same ?? (isRecord(item) ? old[index] : undefined);
      return updated(kept ?? null, item, place);
    });
    return node;
  }
  if (isScalar(node) && momentsShown(node.value, place) === value) return node;
  const made = new Document().createNode(value);
  if (isSeq(made)) made.flow = made.items.every(isScalar);
  return made;
}

function newPair(key: string, value: unknown): NodePair {
  return new Pair<Node, Node | null>(new Scalar(key), updated(null, writtenAs(key, value, null), key));
}

function pairText(pair: NodePair): string {
  const map = new YAMLMap();
  map.items.push(pair);
  return textOf(map);
}

function textOf(map: YAMLMap): string {
  return new Document(map).toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** On one line, whatever it holds. */
function scalarText(value: string | boolean): string {
  const hasLines = typeof value === "string" && /[\r\n]/.test(value);
  return hasLines ? JSON.stringify(value) : new Document(value).toString({ lineWidth: 0 }).replace(/\n$/, "");
}
