#!/usr/bin/env node
// @ts-check
/**
 * Starts a command: `node src/cli/start.js build --site DIR`, or `dateline build` where Dateline is installed as a package. Read as
 * TypeScript, module by module, commands take half a second until they begin; as JavaScript that was made before, a third of it.
 */
import module from "node:module";
import { fileURLToPath } from "node:url";
import { bundledCode, commands, loadModule } from "../publish/disk/project.js";

const [name = "--help"] = process.argv.splice(2, 1);
if (!Object.hasOwn(commands, name)) {
  const isAsked = name === "--help" || name === "-h";
  const list = Object.entries(commands).map(([known, { does }]) => `  ${known.padEnd(12)}${does}\n`);
  const text = `Commands, each with --help:\n\n${list.join("")}`;
  if (isAsked) process.stdout.write(text);
  else process.stderr.write(`There is no command "${name}".\n\n${text}`);
  process.exit(isAsked ? 0 : 2);
}
// From Node 22.1 on, what V8 makes of modules is kept beside them; nothing is, where that folder cannot be written to:
// https://nodejs.org/docs/latest-v22.x/api/module.html#moduleenablecompilecachecachedir
const keepCompiled = Reflect.get(module, "enableCompileCache");
const code = await bundledCode();
if (typeof keepCompiled === "function" && code !== undefined) {
  keepCompiled.call(module, fileURLToPath(new URL("compiled", code)));
}
await loadModule(name);
