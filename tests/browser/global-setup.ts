/** Unpacks the browser once for all browser tests. */
import type { TestProject } from "vitest/node";
import { type PackagedChromium, unpackChromium } from "./chromium.ts";

declare module "vitest" {
  export interface ProvidedContext {
    chromium: PackagedChromium;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { packaged, remove } = await unpackChromium();
  project.provide("chromium", packaged);
  return remove;
}
