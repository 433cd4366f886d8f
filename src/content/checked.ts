/** YAML checked against a zod schema: a typed value, or diagnostics in words an author understands. */
import type { z } from "zod";
import { type Diagnostic, errorAt, type Place } from "./diagnostic.ts";
import { type DiagnosticCode, isDiagnosticCode } from "./diagnostic-codes.ts";
import { meantKey } from "./meant-key.ts";
import type { YamlPath, YamlSource } from "./yaml-source.ts";

export type Checked<Value> = {
  readonly value?: Value;
  readonly diagnostics: readonly Diagnostic[];
  /** Top-level keys that are at fault; what the others hold is sound. */
  readonly faultyKeys: ReadonlySet<string>;
};

/**
 * Checks what a YAML text holds.
 *
 * @param what the text's name in messages: "front matter", "site.yaml"
 * @param knownKeys keys a mistyped key may have meant
 */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  source: YamlSource,
  what: string,
  knownKeys: readonly string[],
): Checked<z.infer<Schema>> {
  if (source.diagnostics.length > 0) return { diagnostics: source.diagnostics, faultyKeys: new Set() };
  const result = schema.safeParse(source.value ?? {});
  if (result.success) return { value: result.data, diagnostics: [], faultyKeys: new Set() };
  const { issues } = result.error;
  return {
    diagnostics: issues.flatMap((issue) => explained(issue, source, what, knownKeys)),
    faultyKeys: new Set(issues.flatMap(topLevelKeys)),
  };
}

type Issue = z.core.$ZodIssue;

function explained(
  issue: Issue,
  source: YamlSource,
  what: string,
  knownKeys: readonly string[],
): Diagnostic[] {
  const place = source.placeOf(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, issue.path, source, what, knownKeys));
    case "invalid_union": {
      const meant = issuesOfMeantForm(issue);
      return meant.length > 0
        ? meant.flatMap((inner) =>
            explained({ ...inner, path: [...issue.path, ...inner.path] }, source, what, knownKeys),
          )
        : [wrongType(issue, place, source, what)];
    }
    case "invalid_type":
      return [wrongType(issue, place, source, what)];
    case "too_small":
      if (issue.origin === "number") break;
      return [
        errorAt(place, "empty-value", `"${nameOf(issue.path)}" is empty; give it a value or remove the key`),
      ];
  }
  return [errorAt(place, codeOf(issue), withName(issue.path, issue.message))];
}

/** Of a value that may have several forms: what is wrong in the form it has, or nothing where it has none of them. */
function issuesOfMeantForm(issue: z.core.$ZodIssueInvalidUnion): readonly Issue[] {
  const isOtherForm = (inner: Issue) => inner.path.length === 0 && inner.code === "invalid_type";
  return issue.errors.find((issues) => !issues.some(isOtherForm)) ?? [];
}

function unknownKey(
  key: string,
  path: YamlPath,
  source: YamlSource,
  what: string,
  knownKeys: readonly string[],
): Diagnostic {
  const owner = path.length === 0 ? what : `"${nameOf(path)}"`;
  const meant = meantKey(key, knownKeys);
  const advice = meant === undefined ? "remove it or correct it" : `did you mean "${meant}"?`;
  return errorAt(source.placeOfKey(path, key), "unknown-key", `"${key}" is not a key of ${owner}; ${advice}`);
}

function wrongType(issue: Issue, place: Place, source: YamlSource, what: string): Diagnostic {
  const name = nameOf(issue.path);
  if (issue.path.length === 0) {
    return errorAt(place, "wrong-type", `${what} must be lines of "key: value"`);
  }
  const value = valueAt(source.value, issue.path);
  const key = String(issue.path.at(-1));
  const expected = issue.code === "invalid_type" ? issue.expected : "union";
  if (value === undefined) {
    const owner = issue.path.length === 1 ? what : `"${nameOf(issue.path.slice(0, -1))}"`;
    return errorAt(
      place,
      "missing-key",
      `${owner} has no "${key}"; add "${key}: ${expected === "array" ? "[…]" : "…"}"`,
    );
  }
  if (value === null) {
    return errorAt(place, "empty-value", `"${name}" is empty; give it a value or remove the key`);
  }
  if (expected === "array" && typeof value !== "object") {
    return errorAt(place, "wrong-type", `"${name}" must be a list; write "${key}: [${value}]"`);
  }
  return errorAt(place, "wrong-type", `"${name}" ${expectation(expected, value, issue.message)}`);
}

function expectation(expected: string, value: unknown, message: string): string {
  const isScalar = typeof value === "number" || typeof value === "boolean";
  if (expected === "string" && isScalar) return `must be text; put quotation marks around it: "${value}"`;
  if (expected === "string") return "must be text";
  if (expected === "array") return "must be a list: […]";
  if (expected === "boolean") return "must be true or false";
  if (expected === "number" || expected === "int") return "must be a whole number";
  if (expected === "object") return "must hold keys of its own, such as {name: …}";
  return message;
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

function topLevelKeys(issue: Issue): string[] {
  const [key] = issue.path;
  if (key !== undefined) return [String(key)];
  return issue.code === "unrecognized_keys" ? issue.keys : [];
}

/** The code a schema gave its own rule (`params: { code }`), or a general one. */
function codeOf(issue: Issue): DiagnosticCode {
  const code: unknown = issue.code === "custom" ? issue.params?.code : undefined;
  return typeof code === "string" && isDiagnosticCode(code) ? code : "bad-value";
}

function withName(path: YamlPath, message: string): string {
  return path.length === 0 ? message : `"${nameOf(path)}" ${message}`;
}

/** `categories[1]`, `image.alt`. */
function nameOf(path: YamlPath): string {
  return path
    .map((key, index) =>
      typeof key === "number" ? `[${key + 1}]` : index === 0 ? String(key) : `.${String(key)}`,
    )
    .join("");
}
