/** What is too large or too deep to be read as the HTML or Markdown it is: its words are kept, and it is told. */
import { decodeHTML } from "entities";
import { Tokenizer } from "htmlparser2";
import type { Nodes } from "mdast";

/** Characters of a body, code units of UTF-16: three times a long novel. */
export const mostCharacters = 3_000_000;
const mostTags = 60_000;
/** Characters of an address: twice what sitemaps may name. */
export const longestAddress = 4_000;
/** Tags inside each other. Pages go to thirty; readers of HTML that call themselves go to some thousand. */
const deepestTags = 250;
/** Elements a parser makes anew because emphasis was left open before a paragraph (HTML standard, 13.2.4.3). */
const mostReopened = 100_000;

const emphasis = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;
/** They end by themselves, or inside of those that are counted. */
const uncounted =
  /^(?:p|li|d[dt]|t[dhr]|tbody|thead|tfoot|option|optgroup|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
const block =
  /^(?:address|article|aside|blockquote|br|center|d[dlt]|div|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tr|ul)$/;

/** What is too much about the HTML, in words; undefined where it can be read. Takes time in proportion to its length. */
export function tooMuchHtml(html: string): string | undefined {
  const open = new Map<string, number>();
  let tags = 0;
  let depth = 0;
  let openEmphasis = 0;
  let reopened = 0;
  let deepest = 0;
  scan(html, {
    opened(name) {
      tags += 1;
      if (block.test(name)) reopened += openEmphasis;
      if (uncounted.test(name)) return;
      open.set(name, (open.get(name) ?? 0) + 1);
      depth += 1;
      deepest = Math.max(deepest, depth);
      if (emphasis.test(name)) openEmphasis += 1;
    },
    closed(name) {
      const count = open.get(name) ?? 0;
      if (count === 0) return;
      open.set(name, count - 1);
      depth -= 1;
      if (emphasis.test(name)) openEmphasis -= 1;
    },
    text() {},
  });
  if (tags > mostTags) return `more than ${mostTags} tags`;
  if (deepest > deepestTags) return `more than ${deepestTags} tags inside each other`;
  return reopened > mostReopened ? "emphasis that is opened again and again" : undefined;
}

const markdownContainer = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){60}/m;
/** Lines that begin something of their own. */
const markdownBlock = /^[ \t]*(?:$|[>|#]|[-+*][ \t]|\d{1,9}[.)][ \t])/;
/** Signs that may be emphasis, or links, which take the most: parsers compare each with each in a paragraph. */
const mostSigns = 2_000;
const signsOfBracket = 4;

/** As `tooMuchHtml`, of Markdown before it is read. */
export function tooMuchMarkdown(text: string): string | undefined {
  if (markdownContainer.test(text)) return "more than 60 lists and quotations inside each other";
  let signs = 0;
  for (const line of text.split("\n")) {
    if (markdownBlock.test(line)) signs = 0;
    for (const sign of line) {
      if (sign === "[") signs += signsOfBracket;
      else if ("*_~".includes(sign)) signs += 1;
    }
    if (signs > mostSigns) return "too many marks of emphasis and links in one paragraph";
  }
  return undefined;
}

/** As `tooMuchHtml`, of Markdown that has been read: of the HTML in it, and of what is inside each other. */
export function tooMuchInMarkdown(tree: Nodes): string | undefined {
  const html: string[] = [];
  const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (depth > deepestTags) return `more than ${deepestTags} marks inside each other`;
    if (node.type === "html") html.push(node.value);
    if ("children" in node) for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
  return tooMuchHtml(html.reverse().join("\n"));
}

/** The words of HTML, a line for each block, without what scripts and styles hold. */
export function wordsOf(html: string): string {
  const parts: string[] = [];
  let silent: string | undefined;
  scan(html, {
    opened(name) {
      if (name === "script" || name === "style") silent ??= name;
      else if (block.test(name)) parts.push("\n");
    },
    closed(name) {
      if (name === silent) silent = undefined;
      else if (block.test(name)) parts.push("\n");
    },
    text(words) {
      if (silent === undefined) parts.push(words.replace(/\s+/g, " "));
    },
  });
  return parts.join("");
}

type Scanned = {
  readonly opened: (name: string) => void;
  readonly closed: (name: string) => void;
  readonly text: (words: string) => void;
};

function scan(html: string, { opened, closed, text }: Scanned): void {
  const nameAt = (start: number, end: number) => html.slice(start, end).toLowerCase();
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      onopentagname: (start, end) => opened(nameAt(start, end)),
      onclosetag: (start, end) => closed(nameAt(start, end)),
      ontext: (start, end) => text(decodeHTML(html.slice(start, end))),
      ontextentity: nothing,
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
