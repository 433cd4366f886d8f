/** Tags between `{%` and `%}`: Liquid's in Jekyll and Eleventy, Hexo's, Pelican's, and Zola's with parentheses. */
import { escapeUTF8 } from "entities";
import { type BodyContext, betweenMarks, wordsOf } from "./body-context.ts";
import { knownPart } from "./known-parts.ts";
import { outputOf } from "./liquid-outputs.ts";

/** Markdown in HTML: empty lines around it part it from that. */
const framesMarkdown = /^(?:end)?(?:markdown|renderTemplate|markdownify|md)$/;

/** Resolves the tags and outputs of a part of a text that is no code. */
export function withoutLiquid(text: string, context: BodyContext): string {
  if (!text.includes("{%") && !text.includes("{{")) return text;
  let openQuotes = 0;
  const tagless = betweenMarks(text, "{%", "%}", (inside, whole) => {
    const tag = inside.replace(/^-|-$/g, "").trim();
    const [, name = "", rest = ""] = /^([\w/.-]+)\s*([\s\S]*)$/.exec(tag) ?? [];
    if (name === "") return tag === "" || /^[#"']/.test(tag) ? "" : undefined;
    if (/^end(?:blockquote|quote)?$/.test(name) && openQuotes > 0) {
      openQuotes -= 1;
      return "\n\n</blockquote>\n\n";
    }
    if (framesMarkdown.test(name)) return "\n\n";
    // What ends a tag that was taken out goes with it.
    if (name.startsWith("end")) return "";
    if (/^(?:blockquote|quote)$/.test(name)) openQuotes += 1;
    const made = tagText(name, rest, context);
    if (made !== undefined) return made;
    context.lost(name, whole);
    return "";
  });
  return betweenMarks(tagless, "{{", "}}", (inside, whole) => {
    const expression = inside.replace(/^-|-$/g, "").trim();
    if (/^[<%/{]|\n\s*\n/.test(expression) || expression === "") return undefined;
    const [, call, words = ""] = /^([a-z_]\w*)\s*\(([\s\S]*)\)$/i.exec(expression) ?? [];
    const made =
      call === undefined
        ? outputOf(expression, context)
        : (knownPart(call, wordsOf(words)) ?? addressCall(call, words, context));
    if (made === undefined) context.lost(call ?? /^[\w-]+/.exec(expression)?.[0] ?? "an expression", whole);
    return made ?? "";
  });
}

function tagText(name: string, rest: string, context: BodyContext): string | undefined {
  const { addressOf, postNamed } = context;
  // Of Zola's `{% quote(author="…") %}`, the words stand in parentheses.
  const words = wordsOf(rest.replace(/^\(([\s\S]*)\)$/, "$1"));
  const [first = "", ...others] = words.plain;
  switch (name) {
    case "post_url":
      return postNamed(rest.trim())?.address;
    case "link":
      return addressOf(rest.trim().replace(/^["']|["']$/g, ""));
    case "post_path":
      return postNamed(first)?.address;
    case "post_link":
      return linkTo(
        postNamed(first)?.address,
        others.filter((word) => word !== "true" && word !== "false").join(" ") || postNamed(first)?.title,
      );
    case "asset_path":
      return addressOf(first) ?? first;
    case "asset_link":
      return linkTo(addressOf(first) ?? first, others.join(" ") || first);
    case "asset_img":
    case "img":
    case "image":
      return imageOf(words, addressOf);
    case "url_for":
    case "full_url_for":
      return `[${others.join(" ") || first}](${first})`;
    case "blockquote":
    case "quote":
      return `\n\n${attributed(words.plain, words.named.get("author"))}<blockquote>\n\n`;
    case "include":
    case "include_relative":
    case "include_cached":
    case "render":
      return knownPart(first, { named: words.named, plain: others }) ?? includedText(first, context);
    case "capture":
      context.captured.add(first);
      return "";
    case "raw":
    case "verbatim":
    case "more":
    case "toc":
    case "excerpt":
    case "codeblock":
    case "cq":
    case "centerquote":
      return "";
    default:
      return knownPart(name, words);
  }
}

/** A text that others include may include others in its turn: not for ever. */
function includedText(name: string, context: BodyContext): string | undefined {
  const text = context.included(name);
  if (text === undefined || context.depth > 3) return undefined;
  return `\n\n${withoutLiquid(text, { ...context, depth: context.depth + 1 })}\n\n`;
}

/** Who said it stands behind a quotation in Hexo's and Octopress's tag; here, above it. */
function attributed(plain: readonly string[], author: string | undefined): string {
  const said = author ?? plain.filter((word) => !/^https?:\/\//.test(word)).join(" ");
  return said === "" ? "" : `${escapeUTF8(said)}:\n\n`;
}

function linkTo(address: string | undefined, words: string | undefined): string | undefined {
  return address === undefined ? undefined : `[${(words ?? address).replace(/[[\]]/g, "\\$&")}](${address})`;
}

/** `{% img [classes] address [width [height]] [title [alt]] %}`: https://hexo.io/docs/tag-plugins#Image */
function imageOf(
  { named, plain }: ReturnType<typeof wordsOf>,
  addressOf: BodyContext["addressOf"],
): string | undefined {
  const at = plain.findIndex((word) => /\.\w{2,5}(?:$|[?#])|^https?:\/\//.test(word));
  const src = plain[at] ?? named.get("src");
  if (src === undefined) return undefined;
  const texts = plain
    .slice(at + 1)
    .filter((word) => !/^\d+(?:px|%)?$/.test(word))
    .join(" ");
  const [, title, alt] = /^['"]?(.*?)['"]\s+['"](.*?)['"]?$/s.exec(texts) ?? [];
  const written = alt ?? named.get("alt") ?? title ?? texts;
  const image = { src: addressOf(src) ?? src, alt: written.replace(/^["']|["']$/g, "") };
  return knownPart("img", { named: new Map(Object.entries(image)), plain: [] });
}

/** Calls that Nunjucks and Tera have for addresses: `{{ get_url(path="@/blog/x.md") }}`, `{{ url("/x") }}`. */
function addressCall(call: string, words: string, { addressOf }: BodyContext): string | undefined {
  if (!/^(?:get_url|url|url_for|relref|ref|asset|image_url|resize_image)$/.test(call)) return undefined;
  const { named, plain } = wordsOf(words);
  const path = named.get("path") ?? plain[0];
  return path === undefined ? undefined : (addressOf(path) ?? path);
}
