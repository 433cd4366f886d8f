/** Where the links of a body lead: to an address of the site, or to the file of another article. */
import { posix } from "node:path";
import type { Article } from "../../content/article/article.ts";
import { anySite, decoded } from "../../content/values/address.ts";
import { onDemand } from "../../content/values/on-demand.ts";

type Located = { readonly article: Article; readonly address: string };

/** What a link means. `fragment`: with its `#`, or empty. */
export type LinkTarget = {
  /** The address, decoded; absent where the link names a file that no article has. */
  readonly path?: string;
  /** With its question mark, or empty. */
  readonly search: string;
  readonly fragment: string;
  /** The file it names, relative to the site folder. */
  readonly file?: string;
};

/**
 * The article file that a link names, as editors and GitHub read it: relative to the file it stands in or, with a
 * slash before it, to the site folder. Undefined for links to anything else.
 */
export function linkedFile(href: string, from: string): { file: string; rest: string } | undefined {
  const [, path, rest = ""] =
    /^(?!\/\/|[a-z][a-z\d+.-]*:)([^?#]+\.(?:md|markdown))([?#].*)?$/i.exec(href) ?? [];
  if (path === undefined) return undefined;
  const name = decoded(path).normalize("NFC");
  return {
    file: posix.join(name.startsWith("/") ? "." : posix.dirname(from), name).replace(/^\//, ""),
    rest,
  };
}

/** Articles by the name of their file, as links write it. */
export function byFile<Value extends Located>(articles: readonly Value[]): ReadonlyMap<string, Value> {
  return new Map(articles.map((one) => [one.article.file.normalize("NFC"), one]));
}

/** Makes the function that tells where a link of an article leads. */
export function linkTargets(articles: readonly Located[]): (href: string, from: Located) => LinkTarget {
  const files = onDemand(() => byFile(articles));
  return (href, { article, address }) => {
    const linked = linkedFile(href, article.file);
    const target = linked && files().get(linked.file);
    const base = anySite + encodeURI(target?.address ?? address);
    const { pathname, search, hash } = new URL(linked?.rest ?? href, base);
    const [fragment = ""] = hash.split(":~:");
    if (linked === undefined) return { path: decoded(pathname), search, fragment };
    return { ...(target && { path: decoded(pathname) }), search, fragment, file: linked.file };
  };
}
