/** The second reading of an archive: from a story to the text of an article file or of a page. */
import { properDateline } from "../../../content/article/dateline.ts";
import { escapedParagraph } from "../../../content/markup/markdown-escape.ts";
import { frontMatterText } from "../../../content/writing/article-merge.ts";
import { cleanLine, webAddressIn } from "../foreign/clean-text.ts";
import type { ForeignPicture, ForeignStory } from "../foreign/foreign-item.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { LostPart } from "../foreign/import-notes.ts";
import { creditIn } from "./caption-credit.ts";
import { withoutDateline, withoutSourceLine } from "./story-body.ts";
import type { ConvertedStory } from "./story-markdown.ts";
import type { Writing } from "./writing.ts";
import { languageIn, momentIn, momentText } from "./written-values.ts";

/** Values of front matter by key, in the order in which they are written. */
export type StoryValues = Readonly<Record<string, unknown>>;

export type WrittenStory = {
  readonly values: StoryValues;
  readonly body: string;
  /** Pictures that it names, relative to its file. */
  readonly pictures: ReadonlySet<string>;
  readonly notes: readonly LostPart[];
};

/** @param placed has a file */
export function writtenStory(
  story: ForeignStory,
  placed: SurveyedStory,
  converted: ConvertedStory,
  writing: Writing,
): WrittenStory {
  const notes: LostPart[] = [...converted.notes];
  const image = imageOf(converted.image, story, notes);
  const { pictures } = converted;
  const title = titleOf(story, converted.markdown, notes);
  const common = {
    title,
    description: story.description === undefined ? undefined : cleanLine(story.description),
    draft: placed.isDraft,
    language: languageIn(story.language, writing.site.language),
  };
  const { permalink } = writing.addresses.of(placed);
  if (story.kind === "page") {
    const { description, draft, language } = common;
    const values = { title, description, language, permalink, draft };
    const body = withPicture(image, converted.markdown);
    return {
      values: { ...values, ...engineOf(body) },
      body,
      pictures,
      notes,
    };
  }
  const lines = agencyLinesOf(story, converted.markdown, writing);
  return {
    values: articleValues(story, placed, { common, image, permalink, lines }, writing, notes),
    body: lines.body,
    pictures,
    notes,
  };
}

type Parts = {
  readonly common: {
    readonly title: string;
    readonly description?: string | undefined;
    readonly draft: boolean;
    readonly language?: string | undefined;
  };
  readonly image: object | undefined;
  readonly permalink?: string | undefined;
  readonly lines: AgencyLines;
};

function articleValues(
  story: ForeignStory,
  placed: SurveyedStory,
  { common, image, permalink, lines }: Parts,
  { site, filing }: Writing,
  notes: LostPart[],
): StoryValues {
  const { timezone } = site;
  const { source } = lines;
  const { notes: ofTerms, source: sourceName, ...terms } = filing.termsOf({ ...story, source });
  notes.push(...ofTerms);
  const url = webAddressIn(source?.url);
  const moment = (key: "updated" | "expires") => {
    const text = story[key];
    const found = momentIn(text, timezone);
    if (text !== undefined && found === undefined) {
      notes.push({ code: "unusable-value", message: `"${key}" is left out, as ${quoted(text)} is no date` });
    }
    return found;
  };
  const { date } = placed;
  const updated = moment("updated");
  const expires = moment("expires");
  const isAfter = expires !== undefined && date !== undefined && expires.epochMs > date.epochMs;
  if (expires !== undefined && !isAfter) {
    const message = `"expires" is left out, as ${momentText(expires, timezone)} is not after its date`;
    notes.push({ code: "unusable-value", message });
  }
  return {
    title: common.title,
    date: date === undefined ? undefined : momentText(date, timezone),
    categories: terms.categories,
    tags: terms.tags,
    description: common.description,
    dateline: lines.dateline,
    authors: terms.authors,
    source: sourceName === undefined || url === undefined ? sourceName : { name: sourceName, url },
    image,
    // A story that was saved again a moment after it was out was not changed for its readers.
    updated:
      updated === undefined || updated.epochMs <= (date?.epochMs ?? 0)
        ? undefined
        : momentText(updated, timezone),
    corrections: story.corrections?.flatMap(({ date: day, text }) => {
      const found = momentIn(day, timezone);
      if (found !== undefined) return [{ date: momentText(found, timezone), text: cleanLine(text, longest) }];
      notes.push({
        code: "unusable-value",
        message: `a correction of ${quoted(day)} is left out: that is no date`,
      });
      return [];
    }),
    draft: common.draft,
    expires: isAfter ? momentText(expires, timezone) : undefined,
    permalink,
    language: common.language,
  };
}

const longest = 10_000;

type AgencyLines = {
  readonly body: string;
  readonly dateline?: string | undefined;
  readonly source?: ForeignStory["source"];
};

/** The dateline and the source that the text tells, taken out of it unless the archive tells others. */
function agencyLinesOf(story: ForeignStory, markdown: string, { site, filing }: Writing): AgencyLines {
  const dateline = story.dateline === undefined ? undefined : cleanLine(story.dateline, 200);
  const proper = (text: string) => properDateline(text, languageIn(story.language, "") ?? site.language);
  const opening = withoutDateline(markdown);
  const isOwn =
    opening !== undefined && (dateline === undefined || proper(opening.dateline) === proper(dateline));
  const text = isOwn ? opening.rest : markdown;
  const closing = withoutSourceLine(text);
  const name = closing === undefined ? undefined : filing.sourceOf(closing.source.name);
  const isSource =
    name !== undefined && (story.source === undefined || filing.sourceOf(story.source.name) === name);
  return {
    body: isSource && closing !== undefined ? closing.rest : text,
    dateline: proper(dateline ?? opening?.dateline ?? "") || undefined,
    source: story.source ?? (isSource ? closing?.source : undefined),
  };
}

function imageOf(picture: ForeignPicture | undefined, story: ForeignStory, notes: LostPart[]) {
  if (picture === undefined) return undefined;
  const { src } = picture;
  const [alt, below, by] = [picture.alt, picture.caption, picture.credit].map((text) =>
    text === undefined ? undefined : cleanLine(text) || undefined,
  );
  const told = below === undefined || by !== undefined ? undefined : creditIn(below);
  const [caption, credit] = told === undefined ? [below, by] : [told.caption || undefined, told.credit];
  if (alt === undefined) {
    const message = `nothing describes the picture ${quoted(src)}; its caption or the headline stands in`;
    notes.push({ code: "made-up-alt", message });
  }
  return { src, alt: alt ?? caption ?? cleanLine(story.title), caption, credit };
}

/** The headline; of a story without one, its beginning. */
function titleOf(story: ForeignStory, markdown: string, notes: LostPart[]): string {
  const title = cleanLine(story.title);
  if (title !== "") return title;
  const [paragraph = ""] = (story.description ?? markdown).split("\n\n", 1);
  const words = cleanLine(paragraph.replace(/[\\*_#>[\]`]/g, ""), 80);
  const made = words === "" ? story.id : words;
  notes.push({ code: "made-up-title", message: `it has no headline; ${quoted(made)} stands in` });
  return made;
}

/** The text of a page, which has no place for a picture but there: above it, unless it shows the picture already. */
function withPicture(image: ReturnType<typeof imageOf>, markdown: string): string {
  if (image === undefined || markdown.includes(`](${image.src})`)) return markdown;
  const alt = escapedParagraph(image.alt).replaceAll("]", "\\]");
  const words = [image.caption, image.credit].filter((text) => text !== undefined);
  const caption = words.length === 0 ? [] : [words.map(escapedParagraph).join(" – ")];
  return [`![${alt}](${image.src})`, ...caption, markdown].join("\n\n").trim();
}

/** Eleventy reads templates in pages: text that looks like one is to stay text. */
function engineOf(markdown: string): StoryValues {
  return /\{[{%#]/.test(markdown) ? { templateEngineOverride: "md" } : {};
}

export function quoted(text: string): string {
  return `"${cleanLine(text, 80)}"`;
}

/** The text of an article file or a page. */
export function fileTextOf({ values, body }: Pick<WrittenStory, "values" | "body">): string {
  return `---\n${frontMatterText(values)}---\n${body === "" ? "" : `${body}\n`}`;
}
