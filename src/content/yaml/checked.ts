/** YAML checked against a zod schema: a typed value, or diagnostics in words an author understands. */
import type { z } from "zod";
import { type Diagnostic, errorAt, type Place } from "../diagnostics/diagnostic.ts";
import { type DiagnosticCode, isDiagnosticCode } from "../diagnostics/diagnostic-codes.ts";
import { adviceOnKey } from "./meant-key.ts";
import { exampleOf, schemaAt } from "./schema-keys.ts";
import { singleLine } from "./schema-parts.ts";
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
 */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  source: YamlSource,
  what: string,
): Checked<z.infer<Schema>> {
  if (source.diagnostics.length > 0) return { diagnostics: source.diagnostics, faultyKeys: new Set() };
  const result = schema.safeParse(source.value ?? {});
  if (result.success) return { value: result.data, diagnostics: [], faultyKeys: new Set() };
  const { issues } = result.error;
  const checking = { schema, source, what };
  return {
    diagnostics: issues.flatMap((issue) => explained(issue, checking)),
    faultyKeys: new Set(issues.flatMap(topLevelKeys)),
  };
}

type Issue = z.core.$ZodIssue;

type Checking = { readonly schema: z.ZodType; readonly source: YamlSource; readonly what: string };

function explained(issue: Issue, checking: Checking): Diagnostic[] {
  const place = checking.source.placeOf(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, issue.path, checking));
    case "invalid_union": {
      const meant = issuesOfMeantForm(issue);
      return meant.length > 0
        ? meant.flatMap((inner) => explained({ ...inner, path: [...issue.path, ...inner.path] }, checking))
        : [wrongType(issue, place, checking)];
    }
    case "invalid_type":
      return [wrongType(issue, place, checking)];
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
  const isOtherForm = (inner: Issue) =>
    (inner.path.length === 0 && inner.code === "invalid_type") || inner.code === "invalid_key";
  return issue.errors.find((issues) => !issues.some(isOtherForm)) ?? [];
}

function unknownKey(key: string, path: YamlPath, { schema, source, what }: Checking): Diagnostic {
  const owner = path.length === 0 ? what : `"${nameOf(path)}"`;
  const advice = adviceOnKey(key, path, valueAt(source.value, [...path, key]), schema, what);
  return errorAt(source.placeOfKey(path, key), "unknown-key", `"${key}" is not a key of ${owner}; ${advice}`);
}

function wrongType(issue: Issue, place: Place, { schema, source, what }: Checking): Diagnostic {
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
    const isComment = /^\s*#/.test(place.sourceLine?.slice((place.column ?? 1) - 1) ?? "");
    const advice = isComment
      ? "is empty, since # begins a comment; put quotation marks around the value"
      : "is empty; give it a value or remove the key";
    return errorAt(place, "empty-value", `"${name}" ${advice}`);
  }
  const wanted = schemaAt(schema, issue.path);
  const written = source.textAt(issue.path) ?? String(value);
  const expectation =
    expected === "array"
      ? listExpectation(key, value, written, exampleOf(wanted?.items))
      : valueExpectation(expected, value, written, exampleOf(wanted), issue.message);
  return errorAt(place, "wrong-type", `"${name}" ${expectation}`);
}

/** @param example of what the list holds, where that has keys of its own */
function listExpectation(key: string, value: unknown, written: string, example: string | undefined): string {
  if (example !== undefined) return `must be a list of values such as ${example}`;
  return typeof value === "object"
    ? "must be a list: […]"
    : `must be a list; write "${key}: [${asItems(value, written)}]"`;
}

/** A value of one line as items of a list in brackets; words between commas are several. */
function asItems(value: unknown, written: string): string {
  const text = singleLine(written);
  if (text.length > 80) return "…";
  const needsNoQuotes = typeof value === "string" && /^[\p{L}\p{N}/][^[\]{}:#"'&*!|>%@`]*$/u.test(text);
  return needsNoQuotes ? text : `'${text.replaceAll("'", "''")}'`;
}

/** @param example of what the value must be, where that has keys of its own */
function valueExpectation(
  expected: string,
  value: unknown,
  written: string,
  example: string | undefined,
  message: string,
): string {
  const isScalar = typeof value === "number" || typeof value === "boolean";
  if (expected === "string" && isScalar) return `must be text; put quotation marks around it: "${written}"`;
  if (expected === "string") return "must be text";
  if (expected === "boolean") return "must be true or false";
  if (expected === "number" || expected === "int") return "must be a whole number";
  if (expected === "object") return `must hold keys of its own, such as ${example ?? "{…}"}`;
  return message;
}

/** What a plain value holds at a path; undefined where it holds nothing there. */
export function valueAt(value: unknown, path: YamlPath): unknown {
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
