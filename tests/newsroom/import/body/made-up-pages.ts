/** Pages of old sites, made up: any text inside any blocks and emphasis, and what readers see of HTML. */
import { escapeText } from "entities";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { renderBody } from "../../../../src/content/markup/markdown/markdown.ts";
import { parsedBody, writtenBody } from "../../../../src/newsroom/import/body/html-to-markdown.ts";

/** What a text of people may hold that means something in Markdown or HTML, and what stands beside emphasis in any script. */
const hostile = [
  ..."* ** _ __ ~ ~~ ` `` [ ] ( ) ![ ]( [^1] ^[ ^ ! # ## > - + = | \\ & < > \" ' : . , ; / @ $ { } %".split(
    " ",
  ),
  ..."1. 2) --- === ||| |- :-: *** ``` ~~~ &amp; &lt; &#35; <b> </b> <!-- --> [a](b) [a]: [a][b] ![a](b) {{x}} [gallery] https://a.example/b_c_d <https://a.example> a@b.example".split(
    " ",
  ),
  ..."「 」 。 、 （ ） “ ” ‘ ’ … — · 《 》 ！ 가 나라 는 한국 日本 語 ですか 中文 的 words a b 1 23 é ß ع ث שלום 👍 👨‍👩‍👧".split(
    " ",
  ),
  "\u00a0",
  "\u200b",
  "\u200d",
  "\u3000",
  "\n",
  "\t",
];

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("word", "단어", "言葉", "7") },
  fc.constantFrom(...hostile),
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom("", " ")), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map(([one, gap]) => one + gap).join(""));

type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "em" | "del" | "a"; readonly inside: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "br" };

type Block =
  | { readonly kind: "p" | "h2"; readonly inside: readonly Inline[] }
  | { readonly kind: "blockquote"; readonly blocks: readonly Block[] }
  | { readonly kind: "ul" | "ol"; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: "pre"; readonly text: string };

const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("text" as const), text }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom("strong" as const, "em" as const, "del" as const),
        inside: fc.array(tie("inline"), { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("code" as const), text }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("br" as const) }) },
  ),
}));
// No link is inside another.
const link = fc.record({
  kind: fc.constant("a" as const),
  inside: fc.array(inline, { minLength: 1, maxLength: 3 }),
});
const inlines = fc.array(fc.oneof({ weight: 4, arbitrary: inline }, { weight: 1, arbitrary: link }), {
  minLength: 1,
  maxLength: 5,
});
const cells = fc.array(inlines, { minLength: 2, maxLength: 2 });

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constantFrom("p" as const, "h2" as const), inside: inlines }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("blockquote" as const),
        blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom("ul" as const, "ol" as const),
        items: fc.array(fc.array(tie("block"), { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("table" as const),
        rows: fc.array(cells, { minLength: 2, maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("pre" as const), text }) },
  ),
}));
export const pages = fc.array(block, { minLength: 1, maxLength: 4 });

function inlineHtml(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "br") return "<br>";
      if (node.kind === "text") return escapeText(node.text);
      if (node.kind === "code") return `<code>${escapeText(node.text)}</code>`;
      const attributes =
        node.kind === "a" ? ' href="https://elsewhere.example/(a)_b*c*?d=1&amp;copy;=2"' : "";
      return `<${node.kind}${attributes}>${inlineHtml(node.inside)}</${node.kind}>`;
    })
    .join("");
}

export function pageHtml(nodes: readonly Block[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case "p":
        case "h2":
          return `<${node.kind}>${inlineHtml(node.inside)}</${node.kind}>`;
        case "blockquote":
          return `<blockquote>${pageHtml(node.blocks)}</blockquote>`;
        case "table": {
          const rows = node.rows.map(
            (row) => `<tr>${row.map((cell) => `<td>${inlineHtml(cell)}</td>`).join("")}</tr>`,
          );
          return `<table>${rows.join("")}</table>`;
        }
        case "pre":
          return `<pre><code>x${escapeText(node.text)}x</code></pre>`;
        default: {
          const items = node.items.map((item) => `<li>${pageHtml(item)}</li>`);
          return `<${node.kind}>${items.join("")}</${node.kind}>`;
        }
      }
    })
    .join("\n");
}

/** What readers see of HTML: its texts, block by block, and the letters in each kind of emphasis. */
export function seenOf(html: string): {
  blocks: string[];
  strong: string;
  em: string;
  s: string;
  a: string;
  code: string;
} {
  const seen = { blocks: [] as string[], strong: "", em: "", s: "", a: "", code: "" };
  const open = { strong: 0, em: 0, s: 0, a: 0, code: 0, pre: 0, h: 0, th: 0 };
  let current = "";
  const end = () => {
    const text = current.replace(/[\s\u200b]+/g, " ").trim();
    if (text !== "") seen.blocks.push(text);
    current = "";
  };
  const block = /^(?:p|h\d|li|ul|ol|td|th|tr|table|blockquote|pre|div)$/;
  const nameOf = (tag: string) =>
    tag === "del" ? "s" : /^h\d$/.test(tag) ? "h" : tag === "td" || tag === "th" ? "th" : tag;
  const parser = new Parser({
    onopentagname(tag) {
      if (block.test(tag)) end();
      // A line that is broken twice ends a paragraph, but for headings and cells, which are one line.
      if (tag === "br" && /\n[\s\u200b]*$/.test(current) && open.h === 0 && open.th === 0) end();
      else if (tag === "br") current += "\n";
      const name = nameOf(tag);
      if (name in open) open[name as keyof typeof open] += 1;
    },
    onclosetag(tag) {
      if (block.test(tag)) end();
      const name = nameOf(tag);
      if (name in open) open[name as keyof typeof open] -= 1;
    },
    ontext(text) {
      current += open.pre > 0 ? text : text.replaceAll("\n", " ");
      const letters = text.replace(/[^\p{L}\p{N}]/gu, "");
      // Headings and heads of tables are bold anyway.
      if (open.strong > 0 && open.code === 0 && open.h === 0 && open.th === 0) seen.strong += letters;
      for (const name of ["em", "s"] as const) if (open[name] > 0 && open.code === 0) seen[name] += letters;
      for (const name of ["a", "code"] as const) if (open[name] > 0) seen[name] += letters;
    },
  });
  parser.end(html);
  end();
  return seen;
}

export function page(html: string): { markdown: string; html: string; isPlainer: boolean } {
  const body = parsedBody({ form: "html", text: html }, undefined);
  const written = writtenBody(body, {
    linkTo: (address) => address,
    pictureAt: () => undefined,
    above: "nothing",
  });
  const { markdown, lost } = written;
  const rendered = renderBody(markdown, {
    host: "site.example",
    pictureOf: () => undefined,
    followsPicture: false,
  });
  return {
    markdown,
    html: rendered.html,
    isPlainer: lost.some(({ message }) => message.startsWith("emphasis that")),
  };
}
