/** The JavaScript that Nunjucks makes of a template. */
import { existsSync } from "node:fs";
import nunjucks from "nunjucks";
import { hexDigest } from "../../../content/values/digest.ts";

/** A function for the root of a template and one for each block. */
export type Code = Readonly<Record<string, Step>>;
export type Step = (
  environment: unknown,
  context: unknown,
  frame: unknown,
  runtime: unknown,
  done: unknown,
) => unknown;

export const nunjucksOptions = {
  autoescape: true,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
} as const satisfies nunjucks.ConfigureOptions;

/** A module beside this one where Dateline's code is bundled: its own templates as code, by digest. */
export const bundledCodesFile = "templates.js";

const bundledCodesUrl = new URL(bundledCodesFile, import.meta.url);

/** None where modules are read as TypeScript, and in the process that bundles them. */
const bundledCodes: object = existsSync(bundledCodesUrl) ? await import(bundledCodesUrl.href) : {};

/** What was made last of each template: whoever builds again in one process, as a preview does, has changed few of them. */
const lastCodes = new Map<string, { readonly text: string; readonly code: Code }>();

/**
 * The code of a template, made anew only where it has to be.
 *
 * @param env knows the filters and tags that the text uses
 * @param decided words of which additions of a project's own decide what becomes of them: they may be others each time
 */
export function codeOf(
  name: string,
  text: string,
  env: nunjucks.Environment,
  decided: readonly string[],
): Code {
  const make = () => evaluated(sourceOf(name, text, env));
  if (decided.some((word) => text.includes(word))) return make();
  const known = lastCodes.get(name);
  if (known?.text === text) return known.code;
  const bundled: unknown = Reflect.get(bundledCodes, codeName(name, text));
  const code = isCode(bundled) ? bundled : make();
  lastCodes.set(name, { text, code });
  return code;
}

/** What a bundled code goes by: of another text there is none. */
export function codeName(name: string, text: string): string {
  return `code${hexDigest(`${name}\n${text}`, 32)}`;
}

/** The body of a function that gives the code. @throws what Nunjucks says of a text that is no template */
export function sourceOf(name: string, text: string, env: nunjucks.Environment): string {
  return withoutUnasked(nunjucks.precompileString(text, { name, env, wrapper: compiledText }), text);
}

/** What else may ask for the turn of a loop: a part that is loaded, or a block in it that another template fills. */
const asking = [
  /\{%-?\s*include\b/,
  /\bwith\s+context\b/,
  /\{%-?\s*for\b(?:(?!\{%-?\s*endfor\b)[\s\S])*\{%-?\s*block\b/,
];

/**
 * The code of a template without what nobody asks for: at every turn of a loop, Nunjucks sets seven variables (`loop.first`), which is
 * most of what a short loop costs.
 */
function withoutUnasked(source: string, text: string): string {
  if (asking.some((pattern) => pattern.test(text))) return source;
  const asked = new Set([...text.matchAll(/\bloop\b(?:\.(\w+))?/g)].map(([, name]) => name));
  if (asked.has(undefined)) return source;
  return source.replace(/^frame\.set\("loop\.(\w+)", .*\);$/gm, (setting, name) =>
    asked.has(name) ? setting : "",
  );
}

/** Nunjucks gives a list of one, and says that it gives the one. */
function compiledText(templates: CompiledText | readonly CompiledText[]): string {
  return [templates]
    .flat()
    .map(({ template }) => template)
    .join("");
}

type CompiledText = { readonly template: string };

/** As Nunjucks itself does with the code it has made. */
function evaluated(source: string): Code {
  const code: unknown = new Function(source)();
  if (!isCode(code)) throw new Error("Nunjucks makes code of another form than it did");
  return code;
}

function isCode(value: unknown): value is Code {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((step) => typeof step === "function")
  );
}
