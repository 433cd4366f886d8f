/** Marks of the house style for mark-up that readers would see, in the body of an article and in its front matter. */
import { type Article, placeInFrontMatter } from "../article/article.ts";
import { splitArticle } from "../article/article-parts.ts";
import { type Place, placesIn } from "../diagnostics/diagnostic.ts";
import { blockTexts } from "../markup/body-blocks.ts";
import type { YamlPath } from "../yaml/yaml-source.ts";
import { type LeftOver, leftOverMarkup } from "./left-over-markup.ts";
import type { StyleFinding } from "./levels.ts";

/** One for each kind of mark-up in each text. `text`: of the article's file, asked for where something is found. */
export function markupFindings(article: Article, text: () => string): StyleFinding[] {
  const inFrontMatter = textsOf(article).flatMap(([path, words]) =>
    leftOverMarkup([words], false).map((one) => finding(one, placeInFrontMatter(article, path))),
  );
  const inBody = leftOverMarkup(blockTexts(String(article.bodyHtml)), true).map((one) =>
    finding(one, placeInBody(one.text, article.file, text())),
  );
  return [...inFrontMatter, ...inBody];
}

/** So much of what is left over is quoted. */
const quotedCharacters = 60;

function finding({ text, count, advice }: LeftOver, place: Place): StyleFinding {
  const characters = [...text.replace(/\s+/g, " ")];
  const isLong = characters.length > quotedCharacters;
  const quoted = isLong ? `${characters.slice(0, quotedCharacters).join("")}…` : characters.join("");
  const more = count === 1 ? "" : ` and ${count - 1} more of the kind`;
  return { place, code: "left-over-markup", message: `readers see "${quoted}"${more}; ${advice}` };
}

/** The texts of an article's front matter that readers see, with where they stand. */
function textsOf(article: Article): (readonly [YamlPath, string])[] {
  const { title, standfirst, dateline, image, source } = article;
  const texts: (readonly [YamlPath, string | undefined])[] = [
    [["title"], title],
    [["description"], standfirst],
    [["dateline"], dateline],
    [["image", "alt"], image?.alt],
    [["image", "caption"], image?.caption],
    [["image", "credit"], image?.credit],
    [["source"], source?.term.name],
    ...article.corrections.map(({ text }, index) => [["corrections", index, "text"], text] as const),
    ...article.categories.map(({ name }, index) => [["categories", index], name] as const),
    ...article.tags.map(({ name }, index) => [["tags", index], name] as const),
    ...article.authors.map(({ name }, index) => [["authors", index], name] as const),
  ];
  return texts.flatMap(([path, words]) => (words === undefined ? [] : [[path, words] as const]));
}

/** Where a text of the page stands in the file; the beginning of the body where it is written too differently. */
function placeInBody(shown: string, file: string, text: string): Place {
  const parts = splitArticle(file, text);
  if (!("body" in parts)) return { file };
  const exact = parts.body.indexOf(shown);
  const offset = exact === -1 ? parts.body.search(asWritten(shown)) : exact;
  return placesIn(file, parts.body, parts.bodyLine)(offset);
}

/** How a text of the page may be written: its signs after backslashes or as entities, its lines inside of quotations. */
function asWritten(shown: string): RegExp {
  const characters = [...shown.replace(/\s+/g, " ")].slice(0, quotedCharacters).map((character) => {
    if (/\s/.test(character)) return String.raw`\s[\s>]*`;
    const escaped = character.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);
    if (/[\p{L}\p{N}]/u.test(character)) return escaped;
    const entity = entities.get(character);
    return entity === undefined ? String.raw`\\?${escaped}` : String.raw`(?:\\?${escaped}|${entity})`;
  });
  return new RegExp(characters.join(""), "u");
}

const entities = new Map([
  ["&", "&(?:amp|#38);"],
  ["<", "&(?:lt|#60);"],
  [">", "&(?:gt|#62);"],
  ['"', "&(?:quot|#34);"],
]);
