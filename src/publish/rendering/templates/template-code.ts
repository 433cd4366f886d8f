/** Nunjucks templates as code that knows where in its file it is when something goes wrong. */
import nunjucks from "nunjucks";
import { placesIn, startOfLine } from "../../../content/diagnostics/diagnostic.ts";
import { InputChanged } from "../../../content/diagnostics/system-reasons.ts";
import { type Additions, compilingNames, escapedPattern } from "../eleventy/additions.ts";
import { type Code, codeOf, type Step } from "./made-code.ts";
import { messageOf, reasonIn, TemplateFault } from "./template-fault.ts";

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
      compiled[name] = withRuntime(codeOf(name, text, env, decided), runtime);
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
