/** What style sheets name by `url()`: files beside them, published by their content, and addresses of the site. */
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Dependency, UrlDependency } from "lightningcss";
import {
  compareText,
  type Diagnostic,
  errorAt,
  type Place,
} from "../../../content/diagnostics/diagnostic.ts";
import { decoded } from "../../../content/values/address.ts";
import { type NamedFile, namedByContent } from "./named-file.ts";
import type { SourceTexts } from "./source-texts.ts";

/** An address of the site that a style sheet names, and where. `path`: decoded, with a slash before it. */
export type SiteAddress = { readonly path: string; readonly place: Place };

export class StyleUrls {
  readonly diagnostics: Diagnostic[] = [];
  readonly siteAddresses: SiteAddress[] = [];
  readonly #texts: SourceTexts;
  readonly #files = new Map<string, NamedFile>();

  constructor(texts: SourceTexts) {
    this.#texts = texts;
  }

  get files(): readonly NamedFile[] {
    return [...this.#files.values()].sort((a, b) => compareText(a.path, b.path));
  }

  /** A style sheet with what becomes of each `url()` in its place. @param sheet its file */
  async replacedIn(css: string, dependencies: readonly Dependency[], sheet: string): Promise<string> {
    let text = css;
    for (const dependency of dependencies) {
      if (dependency.type !== "url" && dependency.type !== "import") continue;
      // What is taken in keeps its name for now.
      const url = dependency.type === "url" ? await this.#published(dependency, sheet) : dependency.url;
      text = text.replaceAll(dependency.placeholder, () => url);
    }
    return text;
  }

  /** Relative to the style sheet, which lies in `assets/`, so that it is right below any address. */
  async #published({ url, loc }: UrlDependency, sheet: string): Promise<string> {
    if (url.startsWith("#")) return url;
    const place = this.#texts.placeOf(sheet, loc.start.line, loc.start.column);
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return this.#refused(url, place);
    const [path = "", rest = ""] = splitUrl(url);
    if (path.startsWith("/")) {
      this.siteAddresses.push({ path: decoded(path), place });
      return `..${url}`;
    }
    const file = join(dirname(sheet), decoded(path));
    const fault = this.#texts.faultOf(file, sheet);
    if (fault !== undefined) {
      this.#tell(place, `"${url}" cannot be published: ${fault}`);
      return "";
    }
    const named = this.#files.get(file) ?? namedByContent(basename(file), await readFile(file));
    this.#files.set(file, named);
    return named.path.slice("assets/".length) + rest;
  }

  #refused(url: string, place: Place): string {
    const shown = url.length > 60 ? `${url.slice(0, 60)}…` : url;
    this.#tell(
      place,
      `"${shown}" is not of this site, and browsers are told to load nothing else; save it as a file beside the style sheet and name that`,
    );
    return "";
  }

  #tell(place: Place, message: string): void {
    this.diagnostics.push(errorAt(place, "broken-asset", message));
  }
}

/** The path, and the fragment after it: a query means nothing to a file that is named by its content. */
function splitUrl(url: string): [path: string, fragment: string] {
  const [, path = "", fragment = ""] = /^([^?#]*)[^#]*(#.*)?$/.exec(url) ?? [];
  return [path, fragment];
}
