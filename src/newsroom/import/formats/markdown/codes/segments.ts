/** A Markdown text in parts: what is code, where signs stand for themselves, and what is not. */

export type Segment = {
  /** `shown` is text between `raw` and `endraw`: Markdown, but no codes. */
  readonly kind: "text" | "code" | "shown";
  readonly text: string;
};

/** Where something may begin that is no text. Looks back a bounded way, so that no line is long enough to make it slow. */
const opening = new RegExp(
  `(?=[\`~<{])(?:${[
    "(?<fence>`{3,}(?=[^`\\n]*$)|~{3,})(?<=^[ \\t>]{0,40}(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]{1,8})?\\k<fence>)[^\\n]*",
    "(?<ticks>`+)",
    "<(?<element>pre|code|script|style|textarea)(?=[\\s>])",
    "(?<comment><!--)",
    "\\{%-?[ \\t]*(?<block>raw|verbatim|highlight|codeblock|code|comment)(?![\\w(])(?<blockWords>[^%\\n]{0,300}?)-?%\\}",
    "\\{\\{(?<brace>[<%])[ \\t]*highlight[ \\t](?<shortcodeWords>[^}\\n]{0,300}?)[>%]\\}\\}",
    // What stands in a tag is none of these.
    "(?<tag>\\{[%{])",
  ].join("|")})|${
    // Below an empty line, or at the very beginning; as many lines as there are.
    "(?<=\\n[ \\t]{0,40}\\n|(?<![\\s\\S]))(?<indented>(?: {4}|\\t)[^\\n]*(?:\\n(?: {4}|\\t)[^\\n]*|\\n[ \\t]{0,40}(?=\\n(?: {4}|\\t|[ \\t]{0,40}\\n)))*)"
  }`,
  "gm",
);

/** Parts a text. Joined, the parts are the text, but for the marks of `raw` and of code blocks, which become fences. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  const push = (kind: Segment["kind"], part: string) => {
    const last = segments.at(-1);
    if (part === "") return;
    if (last?.kind === kind && kind === "text") segments.splice(-1, 1, { kind, text: last.text + part });
    else segments.push({ kind, text: part });
  };
  const ticks = tickRuns(text);
  const lists = listLines(text);
  const absent = new Set<string>();
  /** Where a text comes next; a text that comes no more is looked for once. */
  const next = (what: string, from: number): number => {
    if (absent.has(what)) return -1;
    const at = text.indexOf(what, from);
    if (at < 0) absent.add(what);
    return at;
  };
  opening.lastIndex = 0;
  for (;;) {
    const match = opening.exec(text);
    if (match === null) break;
    const found = partAt(text, match, { ticks, lists, next });
    if (found === undefined) {
      const { indented, tag } = match.groups ?? {};
      // In a list, there may be code below the indentation.
      if (indented !== undefined) opening.lastIndex = match.index + 1;
      if (tag !== undefined) opening.lastIndex = endOfTag(text, match.index, tag, next);
      continue;
    }
    push("text", text.slice(done, match.index));
    push(found.kind, found.text);
    done = found.end;
    opening.lastIndex = Math.max(done, match.index + 1);
  }
  push("text", text.slice(done));
  return segments;
}

type Search = {
  readonly ticks: (length: number, from: number) => number | undefined;
  readonly lists: (position: number) => boolean;
  readonly next: (what: string, from: number) => number;
};

function partAt(
  text: string,
  match: RegExpExecArray,
  { ticks, lists, next }: Search,
): (Segment & { end: number }) | undefined {
  const { index, groups = {} } = match;
  const after = index + match[0].length;
  const code = (end: number) => ({ kind: "code" as const, text: text.slice(index, end), end });
  const { fence, ticks: run, element, block, brace, indented } = groups;
  if (fence !== undefined) return code(endOfFence(text, fence, after));
  if (run !== undefined) {
    const close = ticks(run.length, after);
    if (close === undefined || /\n[ \t]*\n/.test(text.slice(index, Math.min(close, index + 5000))))
      return undefined;
    return code(close + run.length);
  }
  if (element !== undefined) {
    const close = next(`</${element}>`, after);
    return close < 0 ? undefined : code(close + element.length + 3);
  }
  if (groups["comment"] !== undefined) {
    const close = next("-->", after);
    return close < 0 ? undefined : code(close + 3);
  }
  if (indented !== undefined) return lists(index) ? undefined : code(after);
  if (block !== undefined) {
    const end = endOfBlock(block, after, next);
    if (end === undefined) return undefined;
    const inside = text.slice(after, end.index);
    if (block === "comment") return { kind: "code", text: "", end: end.after };
    if (block === "raw" || block === "verbatim")
      return { kind: isWithCode(inside) ? "code" : "shown", text: inside, end: end.after };
    return { kind: "code", text: fenced(inside, groups["blockWords"] ?? ""), end: end.after };
  }
  if (brace === undefined) return undefined;
  const close = next(`{{${brace} /highlight ${brace === "<" ? ">" : "%"}}}`, after);
  if (close < 0) return undefined;
  const closing = `{{< /highlight >}}`.length;
  return {
    kind: "code",
    text: fenced(text.slice(after, close), groups["shortcodeWords"] ?? ""),
    end: close + closing,
  };
}

/** Where a tag ends; where it is none, behind its first sign. */
function endOfTag(text: string, index: number, tag: string, next: Search["next"]): number {
  const close = next(tag === "{%" ? "%}" : "}}", index);
  const isTag = close >= 0 && close - index < 2000 && !text.slice(index, close).includes("\n\n");
  return isTag ? close + 2 : index + 1;
}

function isWithCode(inside: string): boolean {
  return /^\s*(?:`{3}|~{3})/.test(inside);
}

function endOfFence(text: string, fence: string, from: number): number {
  const closing = new RegExp(
    `\\n[ \\t>]{0,40}${fence[0] === "~" ? "~" : "`"}{${fence.length},}[ \\t]*(?=\\n|$)`,
    "g",
  );
  closing.lastIndex = from;
  const end = closing.exec(text);
  return end === null ? text.length : end.index + end[0].length;
}

function endOfBlock(block: string, from: number, next: Search["next"]) {
  for (const tag of [
    `{% end${block} %}`,
    `{%- end${block} -%}`,
    `{%- end${block} %}`,
    `{% end${block} -%}`,
    `{%end${block}%}`,
    `{% end %}`,
  ]) {
    if (tag === "{% end %}" && block !== "code") continue;
    const index = next(tag, from);
    if (index >= 0) return { index, after: index + tag.length };
  }
  return undefined;
}

/** A fenced block. Of the words of a tag, the first that names a language is told. */
function fenced(inside: string, words: string): string {
  const language =
    /(?:^|\s)lang(?:uage)?[:=]["']?([\w+#.-]+)/.exec(words)?.[1] ??
    /^["']?([a-z][\w+#.-]*)(?![\w:=.])/i.exec(words.trim())?.[1] ??
    "";
  const longest = Math.max(2, ...Array.from(inside.matchAll(/`{3,}/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `\n${fence}${language}\n${inside.replace(/^[ \t]*\n|\n[ \t]*$/g, "")}\n${fence}\n`;
}

/** Where runs of backticks of a length come next: asked in the order of the text. */
function tickRuns(text: string): Search["ticks"] {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const places = runs.get(run.length);
    if (places === undefined) runs.set(run.length, [index]);
    else places.push(index);
  }
  const reached = new Map<number, number>();
  return (length, from) => {
    const places = runs.get(length) ?? [];
    let at = reached.get(length) ?? 0;
    while ((places[at] ?? Number.POSITIVE_INFINITY) < from) at += 1;
    reached.set(length, at);
    return places[at];
  };
}

/** Whether a place lies in a list, where indented lines are no code: asked in the order of the text. */
function listLines(text: string): Search["lists"] {
  let reached = 0;
  let isInList = false;
  return (position) => {
    while (reached < position) {
      const end = text.indexOf("\n", reached);
      const line = text.slice(reached, Math.min(end < 0 ? text.length : end, reached + 60));
      if (/^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line) || /^\[\^[^\]]+\]:/.test(line)) isInList = true;
      else if (/^\S/.test(line)) isInList = false;
      reached = end < 0 ? text.length : end + 1;
    }
    return isInList;
  };
}
