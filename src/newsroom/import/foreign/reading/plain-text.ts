/** Plain text of the HTML in which other systems keep titles, names, captions and summaries. */
import { Parser } from "htmlparser2";
import { singleLine } from "../../../../content/yaml/schema-parts.ts";

/** In one line, without tags, references of characters decoded. What stands in a script or a style is none. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return singleLine(html);
  const pieces: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name) {
      if (hiddenElements.has(name)) hidden += 1;
      if (!inlineElements.has(name)) pieces.push(" ");
    },
    onclosetag(name) {
      if (hiddenElements.has(name)) hidden -= 1;
      if (!inlineElements.has(name)) pieces.push(" ");
    },
    ontext(text) {
      if (hidden === 0) pieces.push(text);
    },
  });
  parser.end(html);
  return singleLine(pieces.join(""));
}

/** As `plainText`; undefined where there is none. */
export function plainTextOf(html: string | null | undefined): string | undefined {
  const text = plainText(html ?? "");
  return text === "" ? undefined : text;
}

/** Whether a text holds an e-mail address: nobody's may come through. */
export function holdsEmail(text: string): boolean {
  return /[^\s@<>()]@[^\s@<>()]+\.[^\s@<>()]/.test(text);
}

const hiddenElements: ReadonlySet<string> = new Set(["script", "style"]);

/** Elements that part no words. */
const inlineElements: ReadonlySet<string> = new Set(
  "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
