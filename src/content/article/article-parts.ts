/** The parts of an article file: front matter and body. */
import { type Diagnostic, errorAt, type Place } from "../diagnostics/diagnostic.ts";

export type ArticleParts = {
  /** The YAML between the fences. */
  readonly frontMatter: string;
  /** Lines of the file before the YAML begins. */
  readonly frontMatterLine: number;
  readonly body: string;
  /** Lines of the file before the body begins. */
  readonly bodyLine: number;
};

/** Cuts an article file into front matter and body, or says why that cannot be done. */
export function splitArticle(file: string, text: string): ArticleParts | Diagnostic {
  const start: Place = { file, line: 1, column: 1, sourceLine: text.split("\n", 1)[0] ?? "" };
  if (text.trim() === "") {
    return errorAt(
      { file, line: 1, column: 1 },
      "empty-file",
      "the file is empty; write an article or remove it",
    );
  }
  const opening = /^---[ \t]*\n/.exec(text);
  if (opening === null) {
    return errorAt(
      start,
      "no-front-matter",
      'the file must start with front matter: a line "---", then "title: …" and the other keys, then a line "---"',
    );
  }
  const rest = text.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\n|$)/m.exec(rest);
  if (closing === null) {
    return errorAt(
      start,
      "unclosed-front-matter",
      'front matter opens here and is never closed; add a line "---" after its last key',
    );
  }
  const frontMatter = rest.slice(0, closing.index);
  return {
    frontMatter,
    frontMatterLine: 1,
    body: rest.slice(closing.index + closing[0].length),
    bodyLine: 2 + frontMatter.split("\n").length - 1,
  };
}
