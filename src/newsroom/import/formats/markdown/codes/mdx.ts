/** MDX: modules and components in Markdown. https://mdxjs.com/docs/what-is-mdx/ */
import { type BodyContext, betweenMarks } from "./body-context.ts";
import { knownPart } from "./known-parts.ts";

const statement =
  /^(?:import\s+(?:[\w*{][^\n]*\sfrom\s+)?["'][^"'\n]+["'];?[ \t]*|import\s+\{[^}]{0,2000}\}\s*from\s*["'][^"'\n]+["'];?[ \t]*)$/gm;
const exported = /^export\s+(?:const|let|var|default|function)\s[^\n]*(?:\n(?!\s*\n|#)[^\n]+)*/gm;
const imported = /^import\s+(\w+)\s+from\s+["']([^"'\n]+)["']/gm;

/** The files that names stand for: `import photo from "./photo.jpg"`. */
export function importedFiles(text: string): ReadonlyMap<string, string> {
  return new Map(Array.from(text.matchAll(imported), ([, name = "", file = ""]) => [name, file]));
}

/** Takes modules, expressions and components out of a part of a text that is no code; what stands inside components stays. */
export function withoutMdx(text: string, files: ReadonlyMap<string, string>, context: BodyContext): string {
  const plain = betweenMarks(text.replace(statement, "").replace(exported, ""), "{/*", "*/}", () => "");
  const tagless = withoutComponents(plain, files, context).replace(/\{\s*(["'`])([^"'`\n]*)\1\s*\}/g, "$2");
  return tagless.replace(
    /(?<![\\$])\{([A-Za-z_][\w.]*(?:\([^(){}\n]{0,100}\))?)\}/g,
    (whole, expression: string) => {
      if (/^(?:frontmatter|props)\.title$/.test(expression)) return context.title;
      context.lost("an expression", whole);
      return "";
    },
  );
}

function withoutComponents(text: string, files: ReadonlyMap<string, string>, context: BodyContext): string {
  let made = "";
  let done = 0;
  for (const { 0: opening, index, 1: slash = "", 2: name = "" } of text.matchAll(
    /<(\/?)([A-Z][\w.]*)(?=[\s/>])/g,
  )) {
    if (index < done) continue;
    const end = endOfTag(text, index + opening.length);
    if (end === undefined) continue;
    made += text.slice(done, index);
    done = end;
    if (slash === "/") continue;
    const attributes = attributesIn(text.slice(index + opening.length, end - 1), files);
    const part = knownPart(name, { named: attributes, plain: [] });
    if (part === undefined && !/^(?:Fragment|Tabs|TabItem)$/.test(name))
      context.lost(name, text.slice(index, end));
    made += part ?? "";
  }
  return made + text.slice(done);
}

/** Where a tag ends that may hold braces and quotation marks; tags longer than a screen are none. */
function endOfTag(text: string, from: number): number | undefined {
  let braces = 0;
  let quote = "";
  for (let at = from; at < Math.min(text.length, from + 1000); at += 1) {
    const sign = text[at] ?? "";
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'" || sign === "`") quote = sign;
    else if (sign === "{") braces += 1;
    else if (sign === "}") braces -= 1;
    else if (sign === ">" && braces <= 0) return at + 1;
  }
  return undefined;
}

function attributesIn(text: string, files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, braced] of text.matchAll(
    /([A-Za-z][\w-]*)=(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\})/g,
  )) {
    const expression = braced?.trim();
    const required = /^require\(["']([^"']+)["']\)(?:\.default)?$/.exec(expression ?? "")?.[1];
    const literal = /^["'`]([^"'`]*)["'`]$/.exec(expression ?? "")?.[1];
    const value =
      double ?? single ?? literal ?? required ?? files.get(expression?.replace(/\.src$/, "") ?? "");
    if (value !== undefined) attributes.set(name.toLowerCase(), value);
  }
  return attributes;
}
