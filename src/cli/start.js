// @ts-check
/**
 * Starts a command: `node src/cli/start.js build --site DIR`. Read as TypeScript, module by module, commands take
 * half a second until they begin; as JavaScript that was made before, a third of it.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundledCode, commands, projectFolder } from "../publish/disk/project.js";

const [name = ""] = process.argv.splice(2, 1);
const module = Object.entries(commands).find(([known]) => known === name)?.[1];
if (module === undefined) throw new Error(`there is no command "${name}" to start`);
const code = await bundledCode();
if (code === undefined) {
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(join(projectFolder, module)).href);
} else {
  await import(new URL(`${name}.js`, code).href);
}
