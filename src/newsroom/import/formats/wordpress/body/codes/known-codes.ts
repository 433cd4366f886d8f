/** The shortcodes that are known by name: WordPress' own, and those of plugins that many sites have. */
import { decodeHTML, escapeAttribute, escapeText } from "entities";
import { blockOf, type Flow, htmlOf, inlineOf, within } from "../html/flow.ts";
import type { CodeMaker, CodeUse } from "./code-use.ts";
import { embeddedAddress, embeddedLine, embedNames, frameOf, isDocumentCode } from "./embeds.ts";
import { caption, gallery, mediaCredit, player, playlist } from "./media-codes.ts";
import type { CodeNames } from "./shortcodes.ts";

/** Languages that SyntaxHighlighter takes for names of codes; their contents are shown as they are written. */
const languages =
  "actionscript3 bash c cpp csharp css delphi diff erlang go groovy html java javascript jquery js json jscript objc perl php powershell python r ruby scala shell sql vb xml yaml".split(
    " ",
  );
const code = ["code", "sourcecode", "source", ...languages];
const quotations = ["quote", "blockquote", "pullquote", "pull_quote", "su_quote", "su_pullquote", "epigraph"];
const footnotes = ["ref", "footnote", "efn_note", "mfn", "fn"];
const emphases = ["dropcap", "su_dropcap", "highlight", "su_highlight"];
const buttons = ["button", "su_button", "btn"];

const makers: ReadonlyMap<string, CodeMaker> = new Map<string, CodeMaker>([
  ["caption", caption],
  ["wp_caption", caption],
  ["gallery", gallery],
  ["slideshow", gallery],
  ["audio", player("audio")],
  ["video", (use, ground) => player("video")(use, ground) ?? embed(use)],
  ["playlist", playlist],
  ["embed", embed],
  ["media-credit", mediaCredit],
  ["hr", () => [blockOf("<hr>")]],
  ["divider", () => [blockOf("<hr>")]],
  ...code.map((name) => [name, listing] as const),
  ...quotations.map((name) => [name, quotation] as const),
  ...footnotes.map((name) => [name, footnote] as const),
  ...emphases.map((name) => [name, ({ content }: CodeUse) => content] as const),
  ...buttons.map((name) => [name, button] as const),
  ...embedNames.map((name) => [name, embed] as const),
]);

/** Of CodeColorer: `[cc lang="php"]`, `[ccn_php]`; with "i", within a line. */
const codeColorer = /^cc[a-zA-Z]{0,6}(?:_[a-z]\w*)?$/;
const single: ReadonlySet<string> = new Set(["gallery", "hr", "divider"]);
const verbatim: ReadonlySet<string> = new Set(code);

/** Words that stand in brackets are no codes: "[video]", "[quote]". */
export const codeNames: CodeNames = {
  isSingle: (name) => single.has(name),
  isKnown: (name) => makerOf(name) !== undefined,
  isVerbatim: (name) => verbatim.has(name) || codeColorer.test(name),
};

export function makerOf(name: string): CodeMaker | undefined {
  return makers.get(name) ?? (codeColorer.test(name) ? listing : undefined);
}

const addressKeys = [
  "url",
  "src",
  "href",
  "link",
  "file",
  "id",
  "tweet",
  "video",
  "videoid",
  "poll",
] as const;

function embed({ name, attributes: { named, listed }, text }: CodeUse): Flow[] | undefined {
  const given = [...addressKeys.map((key) => named.get(key) ?? ""), ...listed, decodeHTML(text)];
  const values = given.filter((value) => value !== "");
  const address = embeddedAddress(name, values);
  if (address !== undefined)
    return [blockOf(name === "embed" ? embeddedLine(escapeText(address)) : frameOf(address))];
  const file = values[0];
  if (file === undefined || !isDocumentCode(name)) return undefined;
  return [blockOf(`<p><a href="${escapeAttribute(file)}">${escapeText(named.get("title") ?? file)}</a></p>`)];
}

function quotation({ attributes: { named }, content }: CodeUse): Flow[] | undefined {
  if (content === undefined) return undefined;
  const whose = ["author", "cite", "source"].map((key) => named.get(key) ?? "").filter((one) => one !== "");
  const by = whose.length === 0 ? [] : [blockOf(`<p>— ${escapeText(whose.join(", "))}</p>`)];
  return within("blockquote", [...content, ...by]);
}

/** What is written with references (`&lt;`) is meant to be shown decoded: some versions store it so. */
function listing({ name, attributes: { named }, text }: CodeUse): Flow[] | undefined {
  if (text === "") return undefined;
  const inName = languages.includes(name) ? name : /_(\w+)$/.exec(name)?.[1];
  const language = named.get("lang") ?? named.get("language") ?? inName ?? "";
  const kind = /^[\w+#-]+$/.test(language) ? ` class="language-${language}"` : "";
  const shown = /<[a-z/!?]/i.test(text) ? escapeText(text) : text;
  const isInLine = codeColorer.test(name) && name.split("_")[0]?.includes("i");
  if (isInLine) return [inlineOf(`<code>${shown.trim()}</code>`)];
  return [blockOf(`<pre><code${kind}>${shown.replace(/^\r?\n/, "").trimEnd()}</code></pre>`)];
}

function footnote({ content }: CodeUse, ground: Parameters<CodeMaker>[1]): Flow[] | undefined {
  return content === undefined ? undefined : [inlineOf(ground.footnote(htmlOf(content).trim()))];
}

function button({ attributes: { named }, content }: CodeUse): readonly Flow[] | undefined {
  const address = ["url", "link", "href"].map((key) => named.get(key)).find((one) => one !== undefined);
  if (address === undefined || content === undefined) return content;
  return [inlineOf(`<a href="${escapeAttribute(address)}">${htmlOf(content).trim()}</a>`)];
}
