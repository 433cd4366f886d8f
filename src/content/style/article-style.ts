/** What a copy desk marks in a single article. */
import { type Article, placeInFrontMatter } from "../article/article.ts";
import { datelineInCapitals, properDateline, splitDateline } from "../article/dateline.ts";
import { descriptionLimitCharacters } from "../article/reading/description.ts";
import type { StyleCode } from "../diagnostics/diagnostic-codes.ts";
import { firstBlockText, lastParagraphText, linesOfParagraphs, openingText } from "../markup/body-blocks.ts";
import { otherScript } from "../values/script.ts";
import { slugOf } from "../values/slug.ts";
import type { YamlPath } from "../yaml/yaml-source.ts";
import type { StyleFinding } from "./levels.ts";
import { markupFindings } from "./markup-findings.ts";

/** Google's limit for headlines of news articles was 110 characters; feed readers cut there still. */
const headlineLimitCharacters = 110;

type Remark = {
  readonly code: StyleCode;
  readonly path: YamlPath;
  readonly message: string;
};

/**
 * Everything that is found in an article, whatever the house style makes of it.
 *
 * @param text of the article's file
 */
export function articleStyleFindings(article: Article, text: () => string): StyleFinding[] {
  const opening = firstBlockText(String(article.bodyHtml));
  const remarks = [
    ...headlineRemarks(article, opening),
    ...datelineRemarks(article, opening),
    ...sourceRemarks(article, opening),
    ...descriptionRemarks(article),
    ...pictureRemarks(article),
    ...dateRemarks(article),
    ...languageRemarks(article),
    ...lineRemarks(article),
  ];
  return [
    ...remarks.map(({ code, path, message }) => ({
      place: placeInFrontMatter(article, path),
      code,
      message,
    })),
    ...markupFindings(article, text),
  ];
}

function headlineRemarks({ title }: Article, opening: string): Remark[] {
  const remarks: Remark[] = [];
  const path = ["title"];
  const characters = charactersOver(title, headlineLimitCharacters);
  if (characters !== undefined) {
    const message = `the headline has ${characters} characters; shorten it to ${headlineLimitCharacters}`;
    remarks.push({ code: "headline-too-long", path, message });
  }
  if (endsInFullStop(title)) {
    const message = "a headline has no full stop at its end; take it out";
    remarks.push({ code: "headline-full-stop", path, message });
  }
  if (isSameText(opening, title)) {
    const message = "the text begins with the headline again; take it out of the text";
    remarks.push({ code: "headline-in-body", path, message });
  }
  return remarks;
}

const shortened = /(?:^|[\s(])(?:\p{L}\.)+$|\b(?:Bros|Co|Corp|etc|Inc|Jr|Ltd|No|Sr|St|vs)\.$/iu;

/** An ellipsis, initials ("U.S.") and the usual shortened words ("Inc.") end in a dot that is theirs. */
function endsInFullStop(title: string): boolean {
  return /[^.．。][.．。।۔]$/u.test(title) && !shortened.test(title);
}

/** Whether two texts differ at most in letter case, quotes and other marks. */
function isSameText(text: string, title: string): boolean {
  return text.length <= 2 * title.length && text !== "" && slugOf(text) === slugOf(title);
}

function datelineRemarks({ dateline, language }: Article, opening: string): Remark[] {
  const inBody = splitDateline(opening)?.dateline;
  if (dateline === undefined) {
    const place = inBody ?? placeInSmallLetters.exec(opening)?.[1];
    if (place === undefined) return [];
    const code = inBody === undefined ? "dateline-form" : "dateline-in-body";
    const capitals = datelineInCapitals(place, language);
    const message = `the text opens with the dateline "${place}"; move it to "dateline: ${capitals}"`;
    return [{ code, path: [], message }];
  }
  const remarks: Remark[] = [];
  const path = ["dateline"];
  const proper = properDateline(dateline, language);
  if (proper !== dateline) {
    const isDashed = proper.length !== datelineInCapitals(dateline, language).length;
    const message = isDashed
      ? `the dash after the dateline is set for you; write "${proper}"`
      : `write the dateline in capitals: "${proper}"`;
    remarks.push({ code: "dateline-form", path, message });
  }
  if (inBody !== undefined && isSameText(inBody, proper)) {
    const message = "the text opens with the dateline again; take it out of the text";
    remarks.push({ code: "dateline-in-body", path, message });
  }
  return remarks;
}

/** "Geneva, Switzerland — The": words with a capital each, a dash, and the beginning of a sentence. */
const placeInSmallLetters =
  /^((?=.{4,60}?\s[—–])\p{Lu}[\p{L}\p{M}.'’-]+(?:,?\s\p{Lu}[\p{L}\p{M}.'’-]+){0,4}(?:\s\([^()]+\))?)\s[—–]\s["“‘']?\p{Lu}\p{L}/u;

const sourceLine = /^source\s*[:：]/iu;

function sourceRemarks({ source, dateline, authors, bodyHtml }: Article, opening: string): Remark[] {
  if (source !== undefined) return [];
  const remark = (message: string, path: YamlPath = []): Remark[] => [
    { code: "missing-source", path, message },
  ];
  const last = lastParagraphText(String(bodyHtml));
  if (last.length < 200 && sourceLine.test(last)) {
    return remark(`the text ends with "${last}"; move the name to "source: …"`);
  }
  const agency = /\(([^()]+)\)/.exec(dateline ?? splitDateline(opening)?.dateline ?? "")?.[1];
  if (agency !== undefined) {
    return remark(`the dateline names an agency and the article no source; add "source: ${agency}"`);
  }
  if (dateline !== undefined && authors.length === 0) {
    const message =
      'the article has a dateline and no byline, as agency copy has; name its "source", or its "authors"';
    return remark(message, ["dateline"]);
  }
  return [];
}

function descriptionRemarks({ standfirst }: Article): Remark[] {
  const characters = charactersOver(standfirst ?? "", descriptionLimitCharacters);
  if (characters === undefined) return [];
  const message = `the description has ${characters} characters; shorten it to ${descriptionLimitCharacters}`;
  return [{ code: "description-too-long", path: ["description"], message }];
}

function pictureRemarks({ image }: Article): Remark[] {
  if (image === undefined || image.credit !== undefined) return [];
  const message = 'the picture has no credit; add "credit: …" with who made it';
  return [{ code: "missing-credit", path: ["image"], message }];
}

function dateRemarks({ date, updated }: Article): Remark[] {
  if (updated === undefined || updated.epochMs >= date.epochMs) return [];
  // A day without an hour means some time on it.
  const isSomeTimeThatDay = updated.precision === "day" && updated.iso.slice(0, 10) === date.iso.slice(0, 10);
  if (isSomeTimeThatDay) return [];
  const message = '"updated" is earlier than "date"; correct one of them';
  return [{ code: "updated-before-published", path: ["updated"], message }];
}

function languageRemarks({ title, bodyHtml, language, direction, frontMatter }: Article): Remark[] {
  const script = otherScript(`${title} ${openingText(String(bodyHtml), 4000)}`, language);
  if (script === undefined) return [];
  const taken = direction === "rtl" ? `${language}, from right to left` : `${language}, from left to right`;
  const message = `the text is in ${script.name} letters and shown as ${taken}; write its language, such as "language: ${script.likeliestLanguage}"`;
  return [{ code: "other-script", path: [/^language:/m.test(frontMatter) ? "language" : "title"], message }];
}

/** A line that an editor wrapped is about as long; one of a list or a poem is shorter. */
const wrappedLineCharacters = 50;
const sentenceEnd = /[.!?…。！？:：]["'”’»)\]」』]*$/u;

/** Where lines were wrapped by an editor, they end in the middle of sentences, too. */
function lineRemarks({ bodyHtml }: Article): Remark[] {
  const lines = linesOfParagraphs(String(bodyHtml)).find((paragraph) => {
    const isLong = paragraph.some((line) => line.length >= wrappedLineCharacters);
    return !isLong || paragraph.slice(0, -1).every((line) => sentenceEnd.test(line));
  });
  if (lines === undefined) return [];
  const message =
    `${lines.length} lines from "${beginningOf(lines[0] ?? "")}" on are shown as one paragraph; ` +
    "put an empty line between paragraphs, or join the lines";
  return [{ code: "lines-in-paragraph", path: [], message }];
}

function beginningOf(line: string): string {
  const characters = [...line];
  return characters.length > 40 ? `${characters.slice(0, 40).join("").trimEnd()}…` : line;
}

/** How many characters a text has, where that is over a limit. */
function charactersOver(text: string, limit: number): number | undefined {
  if (text.length <= limit) return undefined;
  const count = [...text].length;
  return count > limit ? count : undefined;
}
