/** Which stories of an archive are imported, and to which files. */
import { datedName } from "../../../content/article/reading/article-reading.ts";
import { slugOf } from "../../../content/values/slug.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import type { PackedStories, PackedStory } from "../foreign/packed-stories.ts";
import type { Filing } from "../stories/filing.ts";
import { StoryFiles } from "./story-files.ts";

export type Placing = {
  /** How many are filed under the category of those that have none. */
  readonly withoutCategory: number;
  /** Of each story that is not imported. */
  readonly notes: readonly ImportNote[];
};

/** @param stories are told their files */
export function placeStories(stories: PackedStories, filing: Filing): Placing {
  const notes: ImportNote[] = [];
  const placing = new StoryFiles();
  let withoutCategory = 0;
  for (const story of stories) {
    const note = obstacleTo(story, filing);
    if (note !== undefined) {
      notes.push({ ...note, item: story.id, place: story.place });
      continue;
    }
    placing.add(story);
    if (story.kind === "article" && filing.categoriesOf(story.categories).length === 0) withoutCategory += 1;
  }
  const files = placing.files();
  for (const story of stories) {
    const file = files.get(story.index);
    stories.place(story, file === undefined ? story.slug : slugOfFile(story, file), file);
  }
  return { withoutCategory, notes };
}

/** What the site takes for the slug of a file. */
function slugOfFile({ kind, slug }: Pick<SurveyedStory, "kind" | "slug">, file: string): string {
  const stem = file.slice(file.lastIndexOf("/") + 1).replace(/\.md$/, "");
  return kind === "page" ? slug : slugOf(stem.replace(datedName, ""));
}

function obstacleTo(
  { kind, date, categories }: PackedStory,
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
