/** Stories that stand in the site folder where an import would write. */
import { splitArticle } from "../../../content/article/article-parts.ts";
import { decodeText } from "../../../content/article/article-text.ts";
import { valueAt } from "../../../content/yaml/checked.ts";
import { readYaml } from "../../../content/yaml/yaml-source.ts";

/** Whether a file holds the story that was imported to it, edited since: it has the headline or the date still. */
export function isEditedSince(standing: Uint8Array, imported: string): boolean {
  const now = headOf(standing);
  const then = headOf(Buffer.from(imported));
  const isSame = (key: "title" | "date") => now[key] !== undefined && now[key] === then[key];
  return isSame("title") || isSame("date");
}

function headOf(bytes: Uint8Array): { title?: string | undefined; date?: string | undefined } {
  const text = decodeText("", bytes);
  const parts = typeof text === "string" ? splitArticle("", text) : undefined;
  if (parts === undefined || !("body" in parts)) return {};
  const { value } = readYaml("", parts.frontMatter);
  const textOf = (key: string) => {
    const found = valueAt(value, [key]);
    return found === undefined ? undefined : String(found);
  };
  return { title: textOf("title"), date: textOf("date") };
}
