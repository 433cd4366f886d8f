/** The key of a page: changes with everything that decides what the page says. */
import type { Article } from "../../content/article/article.ts";
import { BodyHtml } from "../../content/markup/body-html.ts";
import { digestOf } from "../../content/values/digest.ts";

/** Shorter texts cost less to make again than to digest and remember. */
const digestedFrom = 120;

/**
 * Makes the function that gives the key of what a page is made of. Values that many pages share (the words of a language, the entry
 * of an article in all its listings) are read once.
 *
 * @param basis what all pages of a kind rest on: templates, styles, the site's own values, the code
 */
export function pageKeys(basis: (kind: string) => string): (kind: string, sources: object) => string {
  const known = new WeakMap<object, string>();
  const shared = (value: object): string => {
    let text = known.get(value);
    if (text === undefined) {
      const json = JSON.stringify(value);
      if (json.length < digestedFrom) return json;
      text = digestOf(json);
      known.set(value, text);
    }
    return text;
  };
  const textOf = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
    return isArticle(value) ? articleText(value) : shared(value);
  };
  return (kind, sources) => {
    const fields = Object.entries(sources).map(([name, value]) => `${name}:${textOf(value)}`);
    return `${kind}:${digestOf(basis(kind), fields.join("\n"))}`;
  };
}

function isArticle(value: object): value is Article {
  return "bodyHtml" in value && value.bodyHtml instanceof BodyHtml;
}

/** All of an article comes from its file, the pictures it names, and what the basis covers: settings and code. */
function articleText({ file, digest, bodyHtml, image }: Article): string {
  return `${file}:${digest}:${bodyHtml.digest}:${JSON.stringify(image)}`;
}
