/** Which references of a site's pages lead nowhere. */
import { decoded, outputFileOf } from "../../content/values/address.ts";
import { onDemandFor } from "../../content/values/on-demand.ts";
import { requestFor, ruleFinder, targetOf } from "../../site/redirects/matching.ts";
import { isRedirect, type Redirect, type Rule } from "../../site/redirects/rule.ts";
import { basePathOf } from "../../site/settings/web-address.ts";
import type { PageReferences, Reference } from "./page-references.ts";

export type BrokenReference = Reference & {
  /** The page that refers, by its file in the output folder. */
  readonly page: string;
  readonly code: "broken-link" | "broken-fragment";
  /** In words, to follow "the link … leads to". */
  readonly reason: string;
};

/** Where a reference leads: a file and a fragment in it, or nowhere; undefined where that is not for this site to say. */
type Destination = { readonly file: string; readonly fragment: string } | "nowhere" | undefined;

export type ReferenceCheck = {
  /** Takes a page, by its file in the output folder. */
  readonly add: (page: string, references: PageReferences) => void;
  /** The broken references of all pages taken. */
  readonly broken: () => readonly BrokenReference[];
  /** Redirects that lead nowhere. */
  readonly brokenRedirects: readonly Redirect[];
};

/**
 * Makes a check of a site's references. Pages, files and rules are places to lead to; other sites are not
 * looked at. The work is linear in the number of references.
 *
 * @param files all files of the output folder
 * @param siteUrl where the site is published, such as https://news.example
 */
export function newReferenceCheck(
  files: ReadonlySet<string>,
  rules: readonly Rule[],
  siteUrl: string,
): ReferenceCheck {
  const { origin } = new URL(siteUrl);
  const basePath = basePathOf(siteUrl);
  const findRule = ruleFinder(rules);
  const fileOf = (address: string) => outputFileOf(decoded(address.replace(/[?#].*/s, "")));
  const idsOf = new Map<string, ReadonlySet<string>>();
  const intoPages: (Reference & { page: string; file: string; fragment: string })[] = [];
  const broken: BrokenReference[] = [];

  function destinationOf(target: string, page: string, isOfSite = false): Destination {
    const base = `${siteUrl}/${encodeURI(page.replace(/(^|\/)index\.html$/, "$1"))}`;
    if (!URL.canParse(target, base)) return "nowhere";
    const url = new URL(target, base);
    if (url.origin !== origin) return isOfSite ? "nowhere" : undefined;
    if (!url.pathname.startsWith(`${basePath}/`)) {
      // Another site of the same host is named whole.
      return !isOfSite && /^(?:https?:|\/\/)/i.test(target) ? undefined : "nowhere";
    }
    const within = url.pathname.slice(basePath.length);
    const file = outputFileOf(decoded(within));
    const [fragment = ""] = url.hash.slice(1).split(":~:");
    if (files.has(file)) return { file, fragment };
    const request = requestFor(within + url.search);
    const rule = findRule(request);
    if (rule === undefined || !isRedirect(rule)) return "nowhere";
    const to = targetOf(rule, request);
    if (!to.startsWith("/")) return undefined;
    return files.has(fileOf(to)) ? { file: fileOf(to), fragment } : "nowhere";
  }

  /** The masthead's links stand on every page, so what begins at the root is looked up once. */
  const fromRoot = onDemandFor((target: string) => destinationOf(target, ""));

  return {
    add: (page, { references, ids }) => {
      idsOf.set(page, ids);
      for (const reference of references) {
        const { target, isOfSite } = reference;
        const destination = target.startsWith("/") ? fromRoot(target) : destinationOf(target, page, isOfSite);
        if (destination === undefined) continue;
        if (destination === "nowhere") {
          broken.push({ ...reference, page, code: "broken-link", reason: "no page or file of the site" });
        } else if (destination.fragment !== "" && destination.file.endsWith(".html")) {
          intoPages.push({ ...reference, page, ...destination });
        }
      }
    },
    broken: () => [
      ...broken,
      ...intoPages.flatMap(({ target, offset, page, file, fragment }): BrokenReference[] => {
        const ids = idsOf.get(file);
        // https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element
        if (ids?.has(fragment) || ids?.has(decoded(fragment)) || /^top$/i.test(fragment)) return [];
        const reason = `no element of ${file}: none has the id "${decoded(fragment)}"`;
        return [{ target, offset, page, code: "broken-fragment", reason }];
      }),
    ],
    brokenRedirects: rules
      .filter(isRedirect)
      .filter(({ to }) => to.startsWith("/") && !to.includes(":splat") && !files.has(fileOf(to))),
  };
}
