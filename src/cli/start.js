// @ts-check
/**
 * Starts a command: `node src/cli/start.js build --site DIR`. Read as TypeScript, module by module, commands take
 * half a second until they begin; as JavaScript that was made before, a third of it.
 */
import { bundledCode, commands } from "../build/project.js";

const [name = ""] = process.argv.splice(2, 1);
if (!commands.includes(name)) throw new Error(`there is no command "${name}" to start`);
const code = await bundledCode();
if (code === undefined) {
  const { register } = await import("tsx/esm/api");
  register();
  await import(new URL(`${name}.ts`, import.meta.url).href);
} else {
  await import(new URL(`${name}.js`, code).href);
}
