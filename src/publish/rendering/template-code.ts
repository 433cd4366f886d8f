/** Nunjucks templates as code that knows where in its file it is when something goes wrong. */
import nunjucks from "nunjucks";
import { placesIn, startOfLine } from "../../content/diagnostics/diagnostic.ts";
import { InputChanged } from "../../content/diagnostics/system-reasons.ts";
import { type Additions, compilingNames, escapedPattern } from "./eleventy/additions.ts";
import { messageOf, reasonIn, TemplateFault } from "./template-fault.ts";

/** What Nunjucks makes of a template: a function for its root and one for each block. */
type Code = Readonly<Record<string, Step>>;
type Step = (
  environment: unknown,
  context: unknown,
  frame: unknown,
  runtime: unknown,
  done: unknown,
) => unknown;

export type CompiledTemplates = {
  readonly loader: nunjucks.PrecompiledLoader;
  /** Of templates that cannot be read at all. */
  readonly faults: readonly TemplateFault[];
  /** Whether what a render has thrown is a template's fault, and then whose: the cause is noted where it arises. */
  readonly causeOf: (error: unknown, template: string) => unknown;
};

/**
 * Compiles templates.
 *
 * @param texts by name
 * @param env knows the filters and tags that they use
 * @param additions those of them that are a project's own
 */
export function compiledTemplates(
  texts: ReadonlyMap<string, string>,
  env: nunjucks.Environment,
  additions: Additions,
): CompiledTemplates {
  const compiled: Record<string, Code> = {};
  const decided = compilingNames(additions);
  const faults: TemplateFault[] = [];
  let noted: unknown;
  const note = (error: unknown) => {
    noted ??= error;
    return error;
  };
  for (const [name, text] of texts) {
    const runtime = {
      ...nunjucks.runtime,
      ensureDefined: (value: unknown, line: number, column: number) => {
        if (value === null || value === undefined) throw note(holeAt(name, text, line, column));
        return value;
      },
      handleError: (error: unknown, line: number) => note(placed(error, name, line, texts)),
    };
    try {
      compiled[name] = withRuntime(lastCodeOf(name, text, env, decided), runtime);
    } catch (error) {
      const fault = syntaxFault(name, text, error);
      faults.push(fault);
      Object.defineProperty(compiled, name, {
        get: () => {
          throw note(fault);
        },
      });
    }
  }
  return {
    loader: Object.assign(new nunjucks.PrecompiledLoader(), { precompiled: compiled }),
    faults,
    causeOf: (error, template) => {
      const cause = noted ?? placed(error, template, undefined, texts);
      noted = undefined;
      return cause;
    },
  };
}

/** What was made last of each template: whoever builds again in one process, as a preview does, has changed few of them. */
const lastCodes = new Map<string, { readonly text: string; readonly code: Code }>();

function lastCodeOf(name: string, text: string, env: nunjucks.Environment, decided: readonly string[]): Code {
  const known = lastCodes.get(name);
  // What becomes of other texts is for the additions to decide, and they may be others each time.
  const isOurs = !decided.some((word) => text.includes(word));
  if (isOurs && known?.text === text) return known.code;
  const source = nunjucks.precompileString(text, { name, env, wrapper: compiledText });
  const code = codeOf(withoutUnasked(source, text));
  if (isOurs) lastCodes.set(name, { text, code });
  return code;
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
function codeOf(source: string): Code {
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

function withRuntime(code: Code, runtime: object): Code {
  const steps = Object.entries(code).map(([name, step]): [string, Step] => [
    name,
    (environment, context, frame, _, done) => step(environment, context, frame, runtime, done),
  ]);
  return Object.fromEntries(steps);
}

/** @param line and column: 0-based, of the braces */
function holeAt(name: string, text: string, line: number, column: number): TemplateFault {
  const start = startOfLine(text, line) + column;
  const printed = /\{\{-?\s*(.*?)\s*-?\}\}/sy;
  printed.lastIndex = start;
  const expression = printed.exec(text)?.[1] ?? "this";
  return faultAt(
    name,
    text,
    start,
    `"${expression}" has no value here; correct its name, or print it only where there is one: {% if ${expression} %}`,
  );
}

/** Messages of Nunjucks that name what is missing, and what stands before or after the name in a template. */
const missing: readonly (readonly [message: RegExp, place: (name: string) => string])[] = [
  [/filter not found: (.+)$/m, (name) => `\\|\\s*${name}\\b`],
  [/template not found: (.+)$/m, (name) => `["']${name}["']`],
  [/cannot import '(.+)'$/m, (name) => `\\bimport\\b[^%]*\\b${name}\\b`],
  // `view["a"]["b"]` for view.a.b
  [/Unable to call `(?:.*\[")?([^`"]+)(?:"\])?`/m, (name) => `\\b${name}\\s*\\(`],
];

/**
 * The fault that an error is. Nunjucks knows in what a macro or a block is used, not where it is written: what the message names is
 * looked for.
 *
 * @param line 0-based, where it is known
 */
function placed(
  error: unknown,
  name: string,
  line: number | undefined,
  texts: ReadonlyMap<string, string>,
): unknown {
  // A text that was saved meanwhile is no fault of the template that prints it.
  if (error instanceof TemplateFault || error instanceof InputChanged) return error;
  const message = messageOf(error);
  const own = texts.get(name);
  for (const [pattern, placeOf] of missing) {
    const word = pattern.exec(message)?.[1];
    if (word === undefined) continue;
    const place = new RegExp(placeOf(escapedPattern(word)));
    const files = own === undefined ? [...texts] : [[name, own] as const, ...texts];
    for (const [file, text] of files) {
      const found = place.exec(text);
      if (found !== null) return faultAt(file, text, found.index, reasonIn(message));
    }
  }
  return own === undefined || line === undefined
    ? new TemplateFault({ file: `templates/${name}` }, reasonIn(message))
    : faultAt(name, own, startOfLine(own, line), reasonIn(message));
}

/** What is wrong with a template that cannot be read: Nunjucks says where in its message, or that the end came too early. */
function syntaxFault(name: string, text: string, error: unknown): TemplateFault {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, column] = /\[Line (\d+), Column (\d+)\]/.exec(message) ?? [];
  const offset =
    line === undefined ? text.trimEnd().lastIndexOf("\n") + 1 : startOfLine(text, Number(line) - 1);
  return faultAt(name, text, offset + Math.max(0, Number(column ?? 1) - 1), reasonIn(message));
}

function faultAt(name: string, text: string, offset: number, reason: string): TemplateFault {
  return new TemplateFault(placesIn(`templates/${name}`, text)(offset), reason);
}
