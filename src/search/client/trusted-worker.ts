/**
 * The one script that may be started by its address: Pagefind's worker, which it starts by a text. Nothing else may
 * become script or markup from a text, as the policy in `src/site/machines/headers.ts` says.
 */

import { onSite } from "./site-root.ts";

/** https://w3c.github.io/trusted-types/dist/spec/: newer than TypeScript's types, and not in every browser. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string | null },
  ) => unknown;
};

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

const workerAddress = onSite("/pagefind/pagefind-worker.js");

/** Allows the worker, on this page. To be called once. */
export function trustWorker(): void {
  window.trustedTypes?.createPolicy("default", {
    createScriptURL: (address) => (address === workerAddress ? address : null),
  });
}
