/**
 * The one script that may be started by its address: the search's worker. Nothing else may become script or markup
 * from a text, as the policy in `src/site/machines/headers.ts` says.
 */
import { onSite } from "../site-root.ts";

/** https://w3c.github.io/trusted-types/dist/spec/: newer than TypeScript's types, and not in every browser. */
type TrustedTypes = {
  readonly defaultPolicy: unknown;
  readonly createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string | null },
  ) => unknown;
};

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
  /** The worker's file beside this script, named by its content: `src/publish/rendering/assets/scripts.ts` knows it. */
  const workerFile: string;
}

const workers = onSite("/assets/search-worker.");

/** A script that is published later, and takes the place of this one, finds the policy there. */
function isWorker(address: string): boolean {
  return address.startsWith(workers) && /^\w+\.js$/.test(address.slice(workers.length));
}

if (window.trustedTypes?.defaultPolicy === null) {
  window.trustedTypes.createPolicy("default", {
    createScriptURL: (address) => (isWorker(address) ? address : null),
  });
}

export function newWorker(): Worker {
  return new Worker(onSite(`/assets/${workerFile}`));
}
