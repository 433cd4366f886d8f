/** Snippets by which VS Code completes the keys of front matter: it checks no YAML inside Markdown by a JSON Schema. */
import { type KeySchema, keysOf, schemaAt } from "../yaml/schema-keys.ts";
import { frontMatterSchema } from "./front-matter.ts";

type Snippet = {
  readonly scope: "markdown";
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
};

/** One for each key, and one for a whole article, by name. https://code.visualstudio.com/docs/editing/userdefinedsnippets */
export function frontMatterSnippets(): Record<string, Snippet> {
  const keys = [...keysOf(schemaAt(frontMatterSchema, []))].map(
    ([key, schema]) => [key, snippet(key, bodyOf(key, schema), schema.description)] as const,
  );
  const article = [
    "---",
    "title: $1",
    "date: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE $CURRENT_HOUR:$CURRENT_MINUTE",
    "categories: [$2]",
    "draft: true",
    "---",
    "$0",
  ];
  return { article: snippet("article", article, "A new article."), ...Object.fromEntries(keys) };
}

function snippet(prefix: string, body: readonly string[], description = ""): Snippet {
  return { scope: "markdown", prefix, body, description };
}

function bodyOf(key: string, { type, properties, items, enum: values }: KeySchema): string[] {
  const inner = Object.keys(properties ?? items?.properties ?? {}).map(
    (name, index) => `${name}: $${index + 1}`,
  );
  if (properties !== undefined) return [`${key}:`, ...inner.map((line) => `  ${line}`)];
  if (inner.length > 0) return [`${key}:`, `  - {${inner.join(", ")}}`];
  if (values !== undefined) return [`${key}: \${1|${values.join(",")}|}`];
  if (type === "boolean") return [`${key}: true`];
  return [type === "array" ? `${key}: [$1]` : `${key}: $1`];
}
