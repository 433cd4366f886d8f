/** The Markdown of a story, with its links and pictures as they are on the site. */
import type { BodyConverter } from "../body/body-converter.ts";
import { parsedBody } from "../body/html-to-markdown.ts";
import type { ForeignPicture, ForeignStory } from "../foreign/foreign-item.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { LostPart } from "../foreign/import-notes.ts";
import { markdownOfText } from "./story-body.ts";
import type { Writing } from "./writing.ts";

export type ConvertedStory = {
  readonly markdown: string;
  /** The picture above the text; `src` as the story names it. */
  readonly image?: ForeignPicture | undefined;
  /** Pictures that the text and the story name, as it names them. */
  readonly pictures: ReadonlySet<string>;
  readonly notes: readonly LostPart[];
};

/**
 * Converts the body of a story. Several may be under way at once.
 *
 * @param turn comes when all stories before this one have named their pictures: names depend on who came first
 */
export async function convertedStory(
  story: ForeignStory,
  placed: SurveyedStory,
  { addresses, pictures: places, oldUrl }: Writing,
  converter: BodyConverter,
  turn: Turn,
): Promise<ConvertedStory> {
  const body = story.body();
  const isText = body.form === "text";
  const opened = isText ? undefined : await converter.opened(body, baseOf(story, oldUrl));
  const own = story.image === undefined ? [] : [[story.image.src]];
  const groups = opened?.pictures ?? [];
  await places.prepare([...own, ...groups], placed);
  await turn.comes;
  const src = story.image === undefined ? undefined : places.at(story.image.src, placed);
  const named = new Map<string, string>();
  for (const group of groups) {
    for (const address of group) {
      const place = places.at(address, placed);
      if (place === undefined) continue;
      named.set(address, place);
      break;
    }
  }
  turn.end();
  const image = story.image === undefined || src === undefined ? undefined : { ...story.image, src };
  const pictures = new Set([...named.values(), ...(src === undefined ? [] : [src])]);
  if (opened === undefined) {
    return { markdown: markdownOfText(body.text), image, pictures, notes: body.lost ?? [] };
  }
  const above = image === undefined || story.image === undefined ? "opening" : [story.image.src];
  const { markdown, lead, lost } = await opened.written({
    links: new Map(opened.links.map((address) => [address, addresses.linkTo(address)])),
    pictures: named,
    above: story.kind === "page" ? "nothing" : above,
  });
  return { markdown, image: image ?? lead, pictures, notes: lost };
}

/** The turn of a story among others. */
export type Turn = { readonly comes: Promise<void>; readonly end: () => void };

/** Makes the function that gives turns in the order in which they are asked for. */
export function turns(): () => Turn {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const comes = last;
    let end: () => void = () => undefined;
    last = new Promise((resolve) => {
      end = () => resolve();
    });
    return { comes, end };
  };
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
