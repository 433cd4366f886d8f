/** The Markdown of a story, with its links and pictures as they are on the site. */
import type { ForeignPicture, ForeignStory } from "../foreign/foreign-item.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { LostPart } from "../foreign/import-notes.ts";
import { markdownOfText } from "./story-body.ts";
import type { Writing } from "./writing.ts";

export type ConvertedBody = {
  readonly markdown: string;
  /** The picture that the text opens with, taken out of it. */
  readonly lead?: ForeignPicture | undefined;
  readonly notes: readonly LostPart[];
};

/** @param pictures takes those that the text names, relative to its file */
export async function convertedBody(
  story: ForeignStory,
  _placed: SurveyedStory,
  _writing: Pick<Writing, "addresses" | "pictures" | "site">,
  _pictures: Set<string>,
): Promise<ConvertedBody> {
  const body = story.body();
  const notes = [...(body.lost ?? [])];
  return { markdown: markdownOfText(body.text), notes };
}
