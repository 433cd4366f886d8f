/** Plain text of the HTML in which WordPress keeps titles, names and excerpts. */
import { Parser } from "htmlparser2";

/** In one line, without tags, references of characters decoded. What stands in a script or a style is none. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return oneLine(html);
  const pieces: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name) {
      if (isHidden(name)) hidden += 1;
      if (!inline.has(name)) pieces.push(" ");
    },
    onclosetag(name) {
      if (isHidden(name)) hidden -= 1;
      if (!inline.has(name)) pieces.push(" ");
    },
    ontext(text) {
      if (hidden === 0) pieces.push(text);
    },
  });
  parser.end(html);
  return oneLine(pieces.join(""));
}

function isHidden(name: string): boolean {
  return name === "script" || name === "style";
}

/** Elements that part no words. */
const inline: ReadonlySet<string> = new Set(
  "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

function oneLine(text: string): string {
  return text.replace(/[\s\u0085\u2028\u2029]+/g, " ").trim();
}

/** Whether this is an e-mail address or holds one: nobody's may come through. */
export function holdsEmail(text: string): boolean {
  return /[^\s@<>()]@[^\s@<>()]+\.[^\s@<>()]/.test(text);
}
