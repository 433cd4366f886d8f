/** `_headers`: what the CDN, and the preview, send with every file. */

import { speculationRulesAddress } from "./speculation-rules.ts";

export type HeaderRule = {
  /** An address, or a prefix followed by `*`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * Nothing inline, nothing from elsewhere. Pagefind's search is WebAssembly, which needs 'wasm-unsafe-eval'
 * (https://www.w3.org/TR/CSP3/#wasm-integration).
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Files below `/assets/` are named by their content, so they never change. */
export const headerRules: readonly HeaderRule[] = [
  {
    path: "/*",
    headers: {
      "Content-Security-Policy": contentSecurityPolicy,
      "Cross-Origin-Opener-Policy": "same-origin",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "Speculation-Rules": `"${speculationRulesAddress}"`,
      "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
    },
  },
  {
    path: speculationRulesAddress,
    headers: {
      "Cache-Control": "public, max-age=86400",
      "Content-Type": "application/speculationrules+json",
    },
  },
  { path: "/assets/*", headers: { "Cache-Control": "public, max-age=31536000, immutable" } },
];

/** The first line of `_headers`: tells a folder that Dateline wrote from any other. */
export const headersMark = "# Written by Dateline";

/** The text of `_headers`: https://docs.netlify.com/manage/routing/headers/ */
export function headersText(): string {
  const rules = headerRules.map(
    ({ path, headers }) =>
      `${path}\n${Object.entries(headers)
        .map(([name, value]) => `  ${name}: ${value}\n`)
        .join("")}`,
  );
  return `${headersMark}\n${rules.join("")}`;
}

/** The headers of an address: those of every rule that matches it. */
export function headersFor(address: string): Record<string, string> {
  const matching = headerRules.filter(({ path }) =>
    path.endsWith("*") ? address.startsWith(path.slice(0, -1)) : address === path,
  );
  return Object.assign({}, ...matching.map(({ headers }) => headers));
}
