/** The body of a foreign story as a tree of HTML. */
import type { Element, Nodes, Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { parseFragment } from "parse5";
import rehypeRaw from "rehype-raw";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkFriendlyStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { ForeignBody } from "../../foreign/foreign-item.ts";
import {
  longestAddress,
  mostCharacters,
  tooMuchHtml,
  tooMuchInMarkdown,
  tooMuchMarkdown,
  wordsOf,
} from "./limits.ts";
import type { Losses } from "./losses.ts";

/** Markdown as most systems read it, HTML in it included, and with emphasis as Chinese, Japanese and Korean texts write it. */
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .freeze();

/** Of what is too much to be read as it is, the words; of what is too long, the beginning. */
export function foreignTree({ form, text }: Pick<ForeignBody, "form" | "text">, losses: Losses): Root {
  const beginning = text.slice(0, mostCharacters);
  if (beginning.length < text.length) {
    const rest = text.slice(mostCharacters, mostCharacters + 1_000);
    losses.add(
      "dropped-markup",
      `a text of more than ${mostCharacters} characters was cut; the rest was left out`,
      rest,
    );
  }
  if (form === "text") return paragraphs(beginning);
  const read = form === "html" ? htmlTree(beginning) : markdownTree(beginning);
  if (typeof read !== "string") {
    dropLongAddresses(read, losses);
    return read;
  }
  losses.add("dropped-markup", `a text with ${read} cannot be read as it is: its words alone were taken`);
  return paragraphs(form === "html" ? wordsOf(beginning) : beginning);
}

/** The tree, or what is too much for one. */
function htmlTree(text: string): Root | string {
  return tooMuchHtml(text) ?? rootOf(fromParse5(parseFragment(text, { scriptingEnabled: false })));
}

/** As rehype-parse does it, without the place of each node, which takes a fifth of the time. */
function rootOf(tree: Nodes): Root {
  return tree.type === "root" ? tree : { type: "root", children: [] };
}

function markdownTree(text: string): Root | string {
  const excess = tooMuchMarkdown(text);
  if (excess !== undefined) return excess;
  const tree = markdown.parse(text);
  return tooMuchInMarkdown(tree) ?? markdown.runSync(tree);
}

/** Names of attributes that say where something lies; of sets of pictures each address is looked at by itself. */
const ofAddress = /^(?:src|href|cite|data|value|data[A-Z](?!\w*set$)\w*)$/i;

/** What stands in its address itself (`data:`) is as long as it is. */
function dropLongAddresses(node: Nodes, losses: Losses): void {
  if (node.type === "element") {
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value !== "string" || value.length <= longestAddress) continue;
      if (!ofAddress.test(name) || /^\s*data:/i.test(value)) continue;
      delete node.properties[name];
      losses.add("unsafe-link", `an address of more than ${longestAddress} characters was left out`, value);
    }
  }
  if ("children" in node) for (const child of node.children) dropLongAddresses(child, losses);
}

/** Each line a paragraph. */
function paragraphs(text: string): Root {
  const children = text.split("\n").flatMap((line): Element[] => {
    if (line.trim() === "") return [];
    return [{ type: "element", tagName: "p", properties: {}, children: [{ type: "text", value: line }] }];
  });
  return { type: "root", children };
}
