/** Liquid's outputs: `{{ site.baseurl }}`, `{{ "/a.jpg" | relative_url }}`. */
import { textOf, type Value, valueAt } from "../values/values.ts";
import type { BodyContext } from "./body-context.ts";

const addressFilters =
  /^(?:relative_url|absolute_url|url|url_for|absoluteUrl|cdn_url|asset_path|htmlBaseUrl)$/;
const plainFilters = /^(?:escape|escape_once|strip|xml_escape|safe|strip_html|markdownify|jsonify|trim)$/;

/** What an expression shows; undefined where that cannot be told. */
export function outputOf(expression: string, context: BodyContext): string | undefined {
  const [first = "", ...filters] = partsOf(expression);
  if (context.captured.has(first)) return "";
  let value = operand(first, context);
  if (value === undefined) return undefined;
  for (const filter of filters) {
    const [, name = "", argument = ""] = /^([\w.]+)\s*[:(]?\s*([\s\S]*?)\)?$/.exec(filter) ?? [];
    const other = argument === "" ? "" : operand(argument, context);
    if (other === undefined) return undefined;
    if (addressFilters.test(name)) value = belowBase(value, context);
    else if (name === "prepend") value = other + value;
    else if (name === "append") value = value + other;
    else if (name === "upcase") value = value.toUpperCase();
    else if (name === "downcase") value = value.toLowerCase();
    else if (!plainFilters.test(name)) return undefined;
  }
  return value;
}

/** At bars that stand between no quotation marks. */
function partsOf(expression: string): string[] {
  const parts = expression.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g) ?? [];
  return parts.map((part) => part.trim());
}

function operand(written: string, context: BodyContext): string | undefined {
  const [, double, single] = /^(?:"([^"]*)"|'([^']*)')$/.exec(written) ?? [];
  if (double !== undefined || single !== undefined) return double ?? single;
  const [, of, path] = /^(site|page|post|metadata|config)\.([\w.-]+)$/.exec(written) ?? [];
  if (path === undefined) return /^title$/.test(written) ? context.title : undefined;
  if (of === "page" || of === "post")
    return path === "title" ? context.title : shown(valueAt(context.page, path));
  if (path === "baseurl" || path === "root") return shown(valueAt(context.config, path)) ?? "";
  return shown(valueAt(context.config, path)) ?? (path === "url" ? "" : undefined);
}

function shown(value: Value | undefined): string | undefined {
  return value === "" ? "" : textOf(value);
}

function belowBase(path: string, { config }: BodyContext): string {
  const base = shown(valueAt(config, "baseurl")) ?? "";
  if (/^[a-z][a-z\d+.-]*:|^\/\/|^#/i.test(path)) return path;
  return base === "" || path.startsWith(`${base}/`) ? path : `${base}/${path.replace(/^\//, "")}`;
}
