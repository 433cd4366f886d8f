import { expect, test } from "vitest";
import { z } from "zod";
import { exampleOf, keysOf, ownersOfKeys, schemaAt } from "../../../src/content/yaml/schema-keys.ts";

const link = z.strictObject({ to: z.string(), label: z.string().optional() });
const schema = z.strictObject({
  title: z.string().transform((text) => text.trim()),
  source: z.union([z.string(), z.strictObject({ name: z.string(), to: z.string() })]).optional(),
  links: z.array(link).default([]),
  colours: z.strictObject({ day: z.string().optional(), night: z.string().optional() }).prefault({}),
  deep: z.strictObject({ below: link.optional() }).optional(),
});

test("keys are known at every depth: of values of one form or several, and of what lists hold", () => {
  const keysAt = (...path: (string | number)[]) => [...keysOf(schemaAt(schema, path)).keys()];
  expect(keysAt()).toEqual(["title", "source", "links", "colours", "deep"]);
  expect(keysAt("source")).toEqual(["name", "to"]);
  expect(keysAt("links", 3)).toEqual(["to", "label"]);
  expect(keysAt("deep", "below")).toEqual(["to", "label"]);
  expect(keysAt("links")).toEqual([]);
  expect(keysAt("title", "none")).toEqual([]);
});

test("each key is known by all that may hold it", () => {
  const owners = ownersOfKeys(schema);
  expect(owners.get("title")).toEqual([""]);
  expect(owners.get("to")).toEqual(["source", "links", "deep.below"]);
  expect(owners.get("night")).toEqual(["colours"]);
  expect(owners.get("constructor")).toBeUndefined();
});

test("an example shows what must be given, or that anything may", () => {
  const exampleAt = (...path: (string | number)[]) => exampleOf(schemaAt(schema, path));
  expect(exampleAt("source")).toBe("{name: …, to: …}");
  expect(exampleAt("links", 0)).toBe("{to: …}");
  expect(exampleAt("colours")).toBe("{day: …, …}");
  expect(exampleAt("title")).toBeUndefined();
});
