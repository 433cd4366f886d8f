/** The Markdown of a story, with its links and pictures as they are on the site. */
import { parsedBody, writtenBody } from "../body/html-to-markdown.ts";
import type { ForeignPicture, ForeignStory } from "../foreign/foreign-item.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { LostPart } from "../foreign/import-notes.ts";
import { markdownOfText } from "./story-body.ts";
import type { Writing } from "./writing.ts";

export type ConvertedBody = {
  readonly markdown: string;
  /** The picture that the text opens with, taken out of it; `src` as the story names it. */
  readonly lead?: ForeignPicture | undefined;
  readonly notes: readonly LostPart[];
};

/**
 * @param above the picture that the story shows above its text, by its addresses
 * @param pictures takes those that the text names, as it names them
 */
export async function convertedBody(
  story: ForeignStory,
  placed: SurveyedStory,
  { addresses, pictures: places, oldUrl }: Writing,
  above: "opening" | "nothing" | readonly string[],
  pictures: Set<string>,
): Promise<ConvertedBody> {
  const body = story.body();
  if (body.form === "text") return { markdown: markdownOfText(body.text), notes: body.lost ?? [] };
  const parsed = parsedBody(body, baseOf(story, oldUrl));
  await places.prepare(parsed.pictures, placed);
  const { markdown, lead, lost } = writtenBody(parsed, {
    linkTo: addresses.linkTo,
    pictureAt: (address) => {
      const place = places.at(address, placed);
      if (place !== undefined) pictures.add(place);
      return place;
    },
    above,
  });
  return { markdown, lead, notes: lost };
}

/** The pictures of a story: of each the addresses, the best first. */
export function picturesOf(story: ForeignStory, oldUrl: string | undefined): readonly (readonly string[])[] {
  const body = story.body();
  const own = story.image === undefined ? [] : [[story.image.src]];
  return body.form === "text" ? own : [...own, ...parsedBody(body, baseOf(story, oldUrl)).pictures];
}

/** The web address of a story, against which relative addresses in it are meant. */
function baseOf({ address }: ForeignStory, oldUrl: string | undefined): string | undefined {
  if (address === undefined) return oldUrl;
  if (oldUrl !== undefined && URL.canParse(address, oldUrl)) return new URL(address, oldUrl).href;
  return URL.canParse(address) ? address : undefined;
}
