/** The fields of the desk's form, made from the schema of front matter and the lists of site.yaml. */
import { frontMatterJsonSchema } from "../../content/article/front-matter.ts";
import type { KeySchema } from "../../content/yaml/schema-keys.ts";
import type { Site } from "../../site/settings/site.ts";

/** A field as the editor is configured with it: https://sveltiacms.app/en/docs/fields */
export type DeskField = {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required: boolean;
  readonly hint?: string | undefined;
  readonly fields?: readonly DeskField[];
  readonly options?: readonly string[];
} & Readonly<Record<string, unknown>>;

/** The form: every key of front matter, in the order of the schema, and among them the body. */
export function deskFields(site: Pick<Site, "terms" | "timezone">): readonly DeskField[] {
  const schema: KeySchema = frontMatterJsonSchema();
  return fieldsOf(schema, "", site).flatMap((field) => (field.name === beforeBody ? [field, body] : [field]));
}

/** The key that stands right before the first words. */
const beforeBody = "dateline";

const body: DeskField = {
  name: "body",
  label: "Text",
  widget: "markdown",
  required: false,
  modes: ["rich_text", "raw"],
  hint: "The button at the right shows the text as Markdown; README.md says what can be written.",
};

function fieldsOf(schema: KeySchema, prefix: string, site: Pick<Site, "terms" | "timezone">): DeskField[] {
  return Object.entries(schema.properties ?? {}).map(([key, property]) => {
    const path = prefix + key;
    const field = {
      name: key,
      label: labelOf(key),
      // The date is optional in a file, which may tell it by its name; the form makes the file's place from it.
      required: (schema.required ?? []).includes(key) || path === "date",
      hint: property.description,
    };
    return { ...field, ...widgetOf(property, path, site) };
  });
}

type Widget = { readonly widget: string } & Readonly<Record<string, unknown>>;

function widgetOf(schema: KeySchema, path: string, site: Pick<Site, "terms" | "timezone">): Widget {
  const kind = schema.kind ?? schema.items?.kind;
  const isClosed = kind === "category" || kind === "author" || kind === "source";
  const options = isClosed ? site.terms[kind]?.terms.map(({ name }) => name) : schema.enum;
  switch (schema.type) {
    case "string":
      if (options !== undefined) return { widget: "select", options };
      if (kind === "picture") return { widget: "image" };
      if (kind === "moment") return momentWidget(site.timezone);
      return { widget: kind === "long" ? "text" : "string" };
    case "integer":
      return { widget: "number", value_type: "int", min: schema.minimum, max: schema.maximum, step: 1 };
    case "boolean":
      // What a new article begins with. The form of one that exists shows what its file says.
      return { widget: "boolean", default: path === "draft" };
    case "array":
      if (schema.items?.properties !== undefined) {
        return { widget: "list", ...singular(path), fields: fieldsOf(schema.items, `${path}.`, site) };
      }
      return options === undefined
        ? { widget: "list", ...singular(path) }
        : { widget: "select", multiple: true, options };
    case "object":
      return { widget: "object", fields: fieldsOf(schema, `${path}.`, site) };
  }
  // What may be a name or a group of values is a group in the form.
  const group = schema.anyOf?.find(({ type }) => type === "object");
  if (group !== undefined) return widgetOf(group, path, site);
  throw new Error(`the desk has no field for "${path}" of front matter`);
}

/** The form keeps what the clocks of the newsroom show, whatever zone the browser is in. */
function momentWidget(timezone: string): Widget {
  return {
    widget: "datetime",
    format: "YYYY-MM-DD HH:mm",
    type: "datetime-local",
    input_timezone: timezone,
    hint: `As clocks show it in ${timezone}.`,
  };
}

/** What a person calls it who knows no HTML. */
const labels: ReadonlyMap<string, string> = new Map([
  ["src", "File"],
  ["alt", "What it shows"],
  ["url", "Address"],
  ["title", "Headline"],
  ["aliases", "Old addresses"],
]);

const singulars: ReadonlyMap<string, string> = new Map([
  ["categories", "Category"],
  ["tags", "Tag"],
  ["authors", "Author"],
  ["corrections", "Correction"],
  ["aliases", "Old address"],
]);

/** What a button that adds one of them calls it. */
function singular(key: string): { readonly label_singular?: string } {
  const label = singulars.get(key);
  return label === undefined ? {} : { label_singular: label };
}

/** What the form calls a value: "Headline" for `title`, "Image, What it shows" for `image.alt`. */
export function deskLabel(path: string): string {
  return path === body.name ? body.label : path.split(".").map(labelOf).join(", ");
}

function labelOf(key: string): string {
  return labels.get(key) ?? key.charAt(0).toUpperCase() + key.slice(1);
}
