/** `npm run eleventy`: Eleventy's own command line, with a site folder's configuration or Dateline's. */
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { register as registerRequire } from "tsx/cjs/api";
import { register } from "tsx/esm/api";
import { configurationFile } from "../../publish/rendering/eleventy/configuration-file.ts";

if (!process.argv.some((argument) => argument.startsWith("--config"))) {
  process.argv.push(`--config=${relative(".", configurationFile("."))}`);
}
// The configuration, and what it imports, may be TypeScript, which Node reads by itself from 22.18 on.
register();
registerRequire();
const eleventy = dirname(fileURLToPath(import.meta.resolve("@11ty/eleventy")));
await import(pathToFileURL(join(eleventy, "../cmd.cjs")).href);
