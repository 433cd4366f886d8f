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

const workerAddress = onSite(`/assets/${workerFile}`);

/** What in a file's name goes with its content. */
const ofContent = /\.\w+\.js$/;

/** This script's worker, and that of one which is published later, takes its place and finds the policy there. */
function isWorker(address: string): boolean {
  return ofContent.test(address) && address.replace(ofContent, "") === workerAddress.replace(ofContent, "");
}

if (window.trustedTypes?.defaultPolicy === null) {
  window.trustedTypes.createPolicy("default", {
    createScriptURL: (address) => (isWorker(address) ? address : null),
  });
}

export function newWorker(): Worker {
  return new Worker(workerAddress);
}
