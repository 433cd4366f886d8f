/** Which stories of an archive are imported, and to which files. */
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import type { Filing } from "../stories/filing.ts";
import { storyFiles } from "./story-files.ts";
import type { FoundStory } from "./survey.ts";

export type PlacedStories = {
  /** In the order of reading. Those without a file are told in a note each. */
  readonly stories: readonly SurveyedStory[];
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
  const stories = found.map(({ categories: _, ...story }) => ({ ...story, file: files.get(story.index) }));
  return { stories, notes };
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
