// @ts-check
/**
 * A build plugin of Netlify's: it keeps the cache and the output from one build to the next, so that a push costs what it
 * changes. JavaScript, and with nothing to import: it runs before the build does, and Netlify's way with TypeScript knows
 * no ES modules. https://docs.netlify.com/build-plugins/create-plugins
 *
 * @typedef {object} Options
 * @property {{ PUBLISH_DIR: string }} constants
 * @property {{ cache: {
 *   restore(paths: string[]): Promise<boolean>,
 *   save(paths: string[]): Promise<boolean>,
 * } }} utils https://github.com/netlify/build/tree/main/packages/cache-utils
 */

/** @param {Options} options */
export async function onPreBuild({ constants, utils }) {
  await withoutFailing("There is nothing from an earlier build", () => utils.cache.restore(kept(constants)));
}

/**
 * Not reached when the build fails: what an earlier one left stays.
 *
 * @param {Options} options
 */
export async function onPostBuild({ constants, utils }) {
  await withoutFailing("There is nothing to keep for the next build", () =>
    utils.cache.save(kept(constants)),
  );
}

/** @param {Options["constants"]} constants */
function kept(constants) {
  return [".cache", constants.PUBLISH_DIR];
}

/**
 * A build is right without its cache, and only slower: no news waits because a cache cannot be read or written.
 *
 * @param {string} nothing what it means when there are no such files
 * @param {() => Promise<boolean>} task
 */
async function withoutFailing(nothing, task) {
  try {
    if (!(await task())) console.log(`${nothing}.`);
  } catch (error) {
    console.warn(`${nothing}: ${error instanceof Error ? error.message : error}`);
  }
}
