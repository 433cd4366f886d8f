/** `_headers`: what the CDN, and the preview, send with every file. */

import { feedFormats } from "../feeds/feed-formats.ts";
import type { OpenOrigins } from "../look/script-policy.ts";
import { speculationRulesAddress } from "./speculation-rules.ts";

export type HeaderRule = {
  /** An address; `*` stands for any part of it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * Nothing inline, and nothing from elsewhere but what site.yaml names. Pagefind's search is WebAssembly, which needs 'wasm-unsafe-eval'
 * (https://www.w3.org/TR/CSP3/#wasm-integration) in its worker and on the search page. CDNs differ in what they make
 * of two rules with one header, so the rule for all files allows it, and every page but the search takes it back by
 * a `meta` element: where there are several policies, all of them hold.
 */
function contentSecurityPolicy({ scripts, connections }: OpenOrigins): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(" "),
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    ["connect-src 'self'", ...connections].join(" "),
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // No text becomes markup or script: https://w3c.github.io/trusted-types/dist/spec/. `default` is the policy of
    // `src/search/client/worker/trusted-worker.ts`, which lets the search start its worker.
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
}

/** For files that are named by their content, so that they never change. */
const forEver = { "Cache-Control": "public, max-age=31536000, immutable" };

/**
 * Pages, the search and what machines read as data have no use inside a page of another site. Pictures, icons, logos
 * and feeds have: readers of feeds and sites that share a story show them by their addresses.
 * https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header
 */
const forThisSite = { "Cross-Origin-Resource-Policy": "same-origin" };
const forEverySite = { "Cross-Origin-Resource-Policy": "cross-origin" };

/**
 * What the desk's editor needs beside: styles it makes at run time, pictures it has in memory, and the git host.
 * No script may be made from text there, either. Trusted types cannot be required: the editor makes markup from texts
 * in many places, through policies of its own and without any.
 */
const deskSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Of several rules for one header Netlify sends the last.
 *
 * @param origins of the git host's interface
 */
export function deskHeaderRule(origins: readonly string[]): HeaderRule {
  return {
    path: "/desk/*",
    headers: {
      "Content-Security-Policy": deskSecurityPolicy.replace(
        "connect-src 'self'",
        ["connect-src 'self'", ...origins].join(" "),
      ),
      // The window in which one signs in at the git host tells the desk that it is done.
      "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
      "X-Robots-Tag": "noindex",
    },
  };
}

/** @param origins that the site's policy is open for */
export function headerRules(origins: OpenOrigins): readonly HeaderRule[] {
  return [
    {
      path: "/*",
      headers: {
        "Content-Security-Policy": contentSecurityPolicy(origins),
        "Cross-Origin-Opener-Policy": "same-origin",
        ...forThisSite,
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Speculation-Rules": `"${speculationRulesAddress}"`,
        "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
      },
    },
    ...otherRules,
  ];
}

/**
 * Chrome shows a PDF by a page of its own making, which the file's policy holds for: https://crbug.com/271452. It has the
 * file as an object, and styles inline.
 */
const pdfSecurityPolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const otherRules: readonly HeaderRule[] = [
  { path: "/*.pdf", headers: { "Content-Security-Policy": pdfSecurityPolicy } },
  {
    path: speculationRulesAddress,
    headers: {
      "Cache-Control": "public, max-age=86400",
      "Content-Type": "application/speculationrules+json",
    },
  },
  { path: "/assets/*", headers: { ...forEver, ...forEverySite } },
  { path: "/media/*", headers: { ...forEver, ...forEverySite } },
  { path: "/favicon.ico", headers: forEverySite },
  ...feedFormats.flatMap(({ file, contentType }) =>
    [`/${file}`, `/*/${file}`].map((path) => ({
      path,
      headers: { "Content-Type": contentType, ...forEverySite },
    })),
  ),
];

/** The first line of `_headers`: tells a folder that Dateline wrote from any other. */
export const headersMark = "# Written by Dateline";

/**
 * The text of `_headers`: https://docs.netlify.com/manage/routing/headers/
 *
 * @param origins that the site's policy is open for
 * @param isIndexed false tells search engines to keep every file out of their results
 * @param deskOrigins where the desk keeps articles; absent where the site has none
 * @param basePath the path below which the site lies, or empty
 */
export function headersText(
  origins: OpenOrigins,
  isIndexed = true,
  deskOrigins?: readonly string[],
  basePath = "",
): string {
  const own = headerRules(origins);
  const all = deskOrigins === undefined ? own : [...own, deskHeaderRule(deskOrigins)];
  const rules = (isIndexed ? all : all.map(unindexed)).map(
    ({ path, headers }) =>
      `${basePath}${path}\n${Object.entries(headers)
        .map(([name, value]) => `  ${name}: ${below(basePath, name, value)}\n`)
        .join("")}`,
  );
  return `${headersMark}\n${rules.join("")}`;
}

/** https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag#xrobotstag */
function unindexed({ path, headers }: HeaderRule): HeaderRule {
  return path === "/*" ? { path, headers: { ...headers, "X-Robots-Tag": "noindex" } } : { path, headers };
}

/**
 * Makes the function that gives the headers of an address within a site that may lie below a path: those of every rule
 * that matches it.
 */
export function headersBy(
  rules: readonly HeaderRule[],
  basePath = "",
): (address: string) => Record<string, string> {
  const matchers = rules.map(({ path, headers }) => ({
    pattern: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll("*", ".*")}$`, "su"),
    headers,
  }));
  return (address) => {
    const matching = matchers.filter(({ pattern }) => pattern.test(address));
    const headers = matching.flatMap((rule) => Object.entries(rule.headers));
    return Object.fromEntries(headers.map(([name, value]) => [name, below(basePath, name, value)]));
  };
}

/** The one header that holds an address. */
function below(basePath: string, name: string, value: string): string {
  return name === "Speculation-Rules"
    ? value.replace(speculationRulesAddress, basePath + speculationRulesAddress)
    : value;
}
