// @ts-check
/**
 * What `import dateline from "dateline"` gives: Dateline as a plugin of Eleventy. JavaScript, since Node reads no TypeScript of packages,
 * and with nothing to wait for as it is loaded, so that configurations may `require` it.
 */
import { loadModule } from "../../publish/disk/project.js";

/** @param {import("@11ty/eleventy").UserConfig} eleventy */
export default async function dateline(eleventy) {
  /** @type {typeof import("./dateline.ts")} */
  const { default: plugin } = await loadModule("plugin");
  plugin(eleventy);
}
