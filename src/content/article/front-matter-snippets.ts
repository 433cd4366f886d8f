/** Snippets by which VS Code completes the keys of front matter: it checks no YAML inside Markdown by a JSON Schema. */
import { z } from "zod";
import { frontMatterSchema } from "./front-matter.ts";

type Snippet = {
  readonly scope: "markdown";
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
};

/** One for each key, and one for a whole article, by name. https://code.visualstudio.com/docs/editing/userdefinedsnippets */
export function frontMatterSnippets(): Record<string, Snippet> {
  const { properties = {} } = z.toJSONSchema(frontMatterSchema, { io: "input" });
  const keys = Object.entries(properties).flatMap(([key, schema]) =>
    typeof schema === "boolean"
      ? []
      : [[key, snippet(key, bodyOf(key, schema), schema.description ?? "")] as const],
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

function snippet(prefix: string, body: readonly string[], description: string): Snippet {
  return { scope: "markdown", prefix, body, description };
}

function bodyOf(key: string, schema: z.core.JSONSchema.BaseSchema): string[] {
  const { items } = schema;
  if (schema.properties !== undefined) {
    const inner = Object.keys(schema.properties).map((name, index) => `  ${name}: $${index + 1}`);
    return [`${key}:`, ...inner];
  }
  if (schema.type === "boolean") return [`${key}: true`];
  if (typeof items === "object" && !Array.isArray(items) && items.properties !== undefined) {
    const inner = Object.keys(items.properties).map((name, index) => `${name}: $${index + 1}`);
    return [`${key}:`, `  - {${inner.join(", ")}}`];
  }
  return [schema.type === "array" ? `${key}: [$1]` : `${key}: $1`];
}
