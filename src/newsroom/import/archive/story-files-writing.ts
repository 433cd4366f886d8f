/** The second reading of an archive: each story is written aside, unless it stands in the site folder already. */
import { readFileSync } from "node:fs";
import { termReader } from "../../../content/names/terms.ts";
import { contentRules } from "../../../site/settings/site.ts";
import type { BodyConverter } from "../body/body-converter.ts";
import type { ReadingOptions } from "../foreign/foreign-format.ts";
import type { ForeignStory } from "../foreign/foreign-item.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { ImportNote, LostPart } from "../foreign/import-notes.ts";
import type { PackedStories } from "../foreign/packed-stories.ts";
import { checkedStory } from "../stories/checked-story.ts";
import { isEditedSince } from "../stories/standing-story.ts";
import { type ConvertedStory, convertedStory, picturesOf, turns } from "../stories/story-markdown.ts";
import { fileTextOf, writtenStory } from "../stories/story-writing.ts";
import type { Writing } from "../stories/writing.ts";
import type { SettledTerms } from "../terms/settled-terms.ts";
import type { GivenSource } from "./given-sources.ts";
import type { Staging } from "./staging.ts";

/** A file that a story is, and how it stands to the one in the site folder. */
export type StoryFile = { readonly file: string; readonly became: "new" | "unchanged" | "kept" };

export type WrittenStories = {
  readonly files: readonly StoryFile[];
  readonly notes: readonly ImportNote[];
};

export type StoryTarget = {
  readonly terms: SettledTerms;
  readonly staging: Staging;
  readonly converter: BodyConverter;
  /** Takes the texts of new files instead of the staging folder. */
  readonly show?: ((file: string, text: string) => void) | undefined;
  /** Takes each story that is not imported, and what was known of it. */
  readonly refuse: (story: ForeignStory, surveyed: SurveyedStory) => void;
  /** Takes how many stories were gone through. */
  readonly tell?: ((count: number) => void) | undefined;
};

/** @param placed in the order of reading */
export async function writeStories(
  given: readonly GivenSource[],
  options: ReadingOptions,
  placed: PackedStories,
  writing: Writing,
  { terms, staging, converter, show, refuse, tell: tellCount }: StoryTarget,
): Promise<WrittenStories> {
  const files: StoryFile[] = [];
  const notes: ImportNote[] = [];
  const textOf = storyTexts(writing, terms);
  const turnOf = turns();
  const stories = placedStories(given, options, placed, { refuse, tell: tellCount });
  const converting = ahead(stories, atOnce, ({ entry, story }) =>
    convertedStory(entry, story, writing, converter, turnOf()),
  );
  for await (const [{ entry, story, file }, converted] of converting) {
    const { id: item, place } = story;
    const tell = (note: LostPart) => void notes.push({ ...note, item, place, file });
    const { text, notes: ofStory } = textOf(entry, story, file, await converted);
    ofStory.forEach(tell);
    if (text === undefined) {
      refuse(entry, story);
      continue;
    }
    const standing = staging.standing(file);
    if (standing === undefined) {
      if (show === undefined) staging.add(file, text);
      else show(file, text);
      files.push({ file, became: "new" });
    } else if (standing.equals(Buffer.from(text))) files.push({ file, became: "unchanged" });
    else if (isEditedSince(standing, text)) {
      files.push({ file, became: "kept" });
      tell({ code: "edited-since", message: "the file is not as it was imported, and is left as it is" });
    } else {
      const message = `another story stands in ${file}; rename that file, and import again`;
      notes.push({ code: "same-file", message, item, place });
      refuse(entry, story);
    }
  }
  return { files, notes };
}

/** So many bodies are under way at once: enough that no thread waits, and few enough for memory. */
const atOnce = 24;

/** Begins work on values before it is asked for, and gives each with its work, in order. */
async function* ahead<Value, Work>(
  values: AsyncIterable<Value>,
  most: number,
  begin: (value: Value) => Promise<Work>,
): AsyncGenerator<readonly [Value, Promise<Work>]> {
  const begun: (readonly [Value, Promise<Work>])[] = [];
  for await (const value of values) {
    const work = begin(value);
    // What fails is told when its turn comes.
    work.catch(() => undefined);
    begun.push([value, work]);
    if (begun.length < most) continue;
    const first = begun.shift();
    if (first !== undefined) yield first;
  }
  yield* begun;
}

/** The stories that are imported, with their files. @param placed in the order of reading */
async function* placedStories(
  given: readonly GivenSource[],
  options: ReadingOptions,
  placed: PackedStories,
  { refuse, tell }: Partial<Pick<StoryTarget, "refuse" | "tell">> = {},
) {
  let index = 0;
  for (const { source, format, together } of given) {
    for await (const entry of format.read(source, { ...options, together })) {
      if (entry.kind !== "article" && entry.kind !== "page") continue;
      const story = placed.at(index);
      index += 1;
      tell?.(index);
      if (story === undefined) continue;
      if (story.file === undefined) refuse?.(entry, story);
      else yield { entry, story, file: story.file };
    }
  }
}

/** The pictures of the stories that are imported, in their order. @param placed in the order of reading */
export async function* storyPictures(
  given: readonly GivenSource[],
  options: ReadingOptions,
  placed: PackedStories,
  oldUrl: string | undefined,
) {
  for await (const { entry, story } of placedStories(given, options, placed)) {
    yield { pictures: picturesOf(entry, oldUrl), story };
  }
}

/** Writes files aside that are not text, unless they stand in the site folder. @param files where each lies now */
export function writeFiles(files: ReadonlyMap<string, string>, staging: Staging): ImportNote[] {
  return [...files].flatMap(([file, path]): ImportNote[] => {
    const standing = staging.standing(file);
    if (standing === undefined) {
      staging.addCopy(file, path);
      return [];
    }
    if (standing.equals(readFileSync(path))) return [];
    const message = "the file is not as it was imported, and is left as it is";
    return [{ code: "edited-since", item: file, place: { file }, file, message }];
  });
}

/** What a story becomes; without a text where the site would refuse it. */
function storyTexts(writing: Writing, terms: SettledTerms) {
  const { site } = writing;
  const readTerm = termReader(site.terms, site.language);
  const rules = {
    ...contentRules(site, new Map()),
    // Terms that site.yaml will list, too.
    readTerm: (kind: Parameters<typeof readTerm>[0], name: string) => {
      const settled = terms.of(kind, name);
      return typeof settled === "object" ? settled : readTerm(kind, name);
    },
  };
  return (
    story: ForeignStory,
    placed: SurveyedStory,
    file: string,
    converted: ConvertedStory,
  ): { text?: string; notes: readonly LostPart[] } => {
    const written = writtenStory(story, placed, converted, writing);
    if (story.kind === "page") return { text: fileTextOf(written), notes: written.notes };
    const { text, notes, fault } = checkedStory(file, written, rules);
    if (fault === undefined) return { text, notes: [...written.notes, ...notes] };
    const message = `the site would refuse it: ${fault.message}`;
    return { notes: [{ code: "at-fault", message }] };
  };
}
