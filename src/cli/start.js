// @ts-check
/**
 * Starts a command: `node src/cli/start.js build --site DIR`. Read as TypeScript, module by module, commands take
 * half a second until they begin; as JavaScript that was made before, a third of it.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundledCode, commands, projectFolder } from "../publish/disk/project.js";

const [name = "--help"] = process.argv.splice(2, 1);
const command = Object.entries(commands).find(([known]) => known === name)?.[1];
if (command === undefined) {
  const isAsked = name === "--help" || name === "-h";
  const list = Object.entries(commands).map(([known, { does }]) => `  ${known.padEnd(12)}${does}\n`);
  const text = `Commands, each with --help:\n\n${list.join("")}`;
  if (isAsked) process.stdout.write(text);
  else process.stderr.write(`There is no command "${name}".\n\n${text}`);
  process.exit(isAsked ? 0 : 2);
}
const code = await bundledCode();
if (code === undefined) {
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(join(projectFolder, command.module)).href);
} else {
  await import(new URL(`${name}.js`, code).href);
}
