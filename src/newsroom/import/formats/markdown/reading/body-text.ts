/** The body of a text as Markdown or HTML without the codes of its system. */
import { slugOf } from "../../../../../content/values/slug.ts";
import type { ForeignBody } from "../../../foreign/foreign-item.ts";
import type { LostPart } from "../../../foreign/import-notes.ts";
import type { BodyContext } from "../codes/body-context.ts";
import { withAddresses } from "../codes/links.ts";
import { withoutLiquid } from "../codes/liquid-tags.ts";
import { withoutAttributes, withoutCallouts, withoutWikiLinks, withParted } from "../codes/marks.ts";
import { importedFiles, withoutMdx } from "../codes/mdx.ts";
import { segmentsOf } from "../codes/segments.ts";
import { withoutShortcodes } from "../codes/shortcodes.ts";
import { htmlName } from "../folder/file-kinds.ts";
import type { CodeForm } from "../folder/system.ts";
import { headingOf } from "./placed-texts.ts";

/** @param file by whose name the text is Markdown, MDX or HTML */
export function bodyText(
  file: string,
  text: string,
  forms: readonly CodeForm[],
  context: Omit<BodyContext, "lost" | "captured" | "depth">,
): ForeignBody {
  const lost = new Map<string, { count: number; code: string }>();
  let hasMarkdown = /\{%-?\s*(?:markdown|renderTemplate)\s/.test(text);
  const own: BodyContext = {
    ...context,
    included: (name) => {
      const part = context.included(name);
      hasMarkdown ||= part !== undefined;
      return part;
    },
    captured: new Set(),
    depth: 0,
    lost: (name, code) => {
      const known = lost.get(name);
      lost.set(name, { count: (known?.count ?? 0) + 1, code: known?.code ?? code });
    },
  };
  const isHtml = htmlName.test(file);
  const has = (form: CodeForm) => forms.includes(form);
  const isMdx = /\.mdx$/i.test(file);
  const files = isMdx ? importedFiles(text) : new Map<string, string>();
  const made = segmentsOf(isHtml ? text : withoutHeadline(text, context.title)).map((segment) => {
    if (segment.kind === "code") return codeText(segment.text, forms);
    let part = segment.text;
    if (segment.kind === "text") {
      if (has("hugo")) part = withoutShortcodes(part, own);
      if (has("liquid") || has("hexo") || has("tera") || has("pelican")) part = withoutLiquid(part, own);
    }
    if (isHtml) return withAddresses(part, own.addressOf);
    if (isMdx) part = withoutMdx(part, files, own);
    if (has("wiki")) part = withoutWikiLinks(part, own);
    return withAddresses(withParted(withoutCallouts(withoutAttributes(part))), own.addressOf);
  });
  // Markdown may hold HTML; HTML holds no Markdown.
  return {
    form: isHtml && !hasMarkdown ? "html" : "markdown",
    text: made.join(""),
    lost: [...lost].map(lostPart),
  };
}

function lostPart([name, { count, code }]: readonly [string, { count: number; code: string }]): LostPart {
  const begin = code.replace(/\s+/g, " ").slice(0, 100);
  const times = count === 1 ? "" : ` ${count} times`;
  return {
    code: "unknown-code",
    message: `"${name}" is a code that is not known; it is taken out${times}: ${begin}`,
  };
}

/** In code, signs stand for themselves; those that kept them from the system are taken away. */
function codeText(text: string, forms: readonly CodeForm[]): string {
  let made = text;
  if (forms.includes("hugo")) made = made.replace(/(\{\{[<%])\/\*([\s\S]{0,500}?)\*\/([>%]\}\})/g, "$1$2$3");
  if (forms.includes("tera")) made = made.replace(/(\{[{%])\/\*([\s\S]{0,500}?)\*\/([}%]\})/g, "$1$2$3");
  if (forms.includes("liquid") || forms.includes("hexo"))
    made = made.replace(/\{%-?[ \t]{0,3}(?:end)?raw[ \t]{0,3}-?%\}\n?/g, "");
  return made;
}

/** Without a first heading that says what the headline says. */
function withoutHeadline(text: string, title: string): string {
  const heading = headingOf(text);
  if (heading === undefined || slugOf(heading) !== slugOf(title)) return text;
  return text.replace(/^\s*(?:#[^\n]*(?:\n|$)|[^\n]+\n=+[ \t]*(?:\n|$))/, "");
}
