/** Which stories of an archive are imported, and to which files. */
import { datedName } from "../../../content/article/reading/article-reading.ts";
import { slugOf } from "../../../content/values/slug.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import type { Filing } from "../stories/filing.ts";
import { storyFiles } from "./story-files.ts";
import type { FoundStory } from "./survey.ts";

export type PlacedStories = {
  /** In the order of reading. Those without a file are told in a note each. */
  readonly stories: readonly SurveyedStory[];
  /** How many are filed under the category of those that have none. */
  readonly withoutCategory: number;
  readonly notes: readonly ImportNote[];
};

export function placedStories(found: readonly FoundStory[], filing: Filing): PlacedStories {
  const notes: ImportNote[] = [];
  const usable = found.filter((story) => {
    const note = obstacleTo(story, filing);
    if (note !== undefined) notes.push({ ...note, item: story.id, place: story.place });
    return note === undefined;
  });
  const files = storyFiles(usable);
  const stories = found.map(({ categories: _, ...story }): SurveyedStory => {
    const file = files.get(story.index);
    return file === undefined ? story : { ...story, slug: slugOfFile(story, file), file };
  });
  const withoutCategory = usable.filter(
    ({ kind, categories }) => kind === "article" && filing.categoriesOf(categories).length === 0,
  ).length;
  return { stories, withoutCategory, notes };
}

/** What the site takes for the slug of a file. */
function slugOfFile({ kind, slug }: Pick<SurveyedStory, "kind" | "slug">, file: string): string {
  const stem = file.slice(file.lastIndexOf("/") + 1).replace(/\.md$/, "");
  return kind === "page" ? slug : slugOf(stem.replace(datedName, ""));
}

function obstacleTo(
  { kind, date, categories }: FoundStory,
  filing: Filing,
): Pick<ImportNote, "code" | "message"> | undefined {
  if (kind === "page") return undefined;
  if (date === undefined) {
    return { code: "no-date", message: "it says no date; give one to all such stories by --date 2026-11-20" };
  }
  if (filing.defaultCategory === undefined && filing.categoriesOf(categories).length === 0) {
    const message =
      "none of its categories is in site.yaml; name one for all such stories by --default-category";
    return { code: "no-category", message };
  }
  return undefined;
}
