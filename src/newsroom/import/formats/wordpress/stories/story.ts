/** From an item of a WXR file to a story. */
import { decoded } from "../../../../../content/values/address.ts";
import type { ForeignStory } from "../../../foreign/foreign-item.ts";
import { plainText } from "../../../foreign/reading/plain-text.ts";
import { wordPressBody } from "../body/wordpress-body.ts";
import type { Knowledge } from "../wxr/knowledge.ts";
import { dateOf, noDateOf, updatedOf } from "../wxr/wxr-dates.ts";
import { itemId, type WxrItem } from "../wxr/wxr-records.ts";
import { addressOf, oldAddressesOf } from "./addresses.ts";
import { bylineOf } from "./bylines.ts";
import {
  categoriesOf,
  descriptionOf,
  featuredImage,
  languageOfItem,
  sourceOf,
  type Tell,
  tagsOf,
} from "./values.ts";

/** Keys of front matter that `--map` may give to custom fields, taxonomies and kinds of posts: WordPress itself has the others. */
export const mappedKeys = [
  "authors",
  "categories",
  "dateline",
  "description",
  "expires",
  "language",
  "source",
  "tags",
] as const;
type MappedKey = (typeof mappedKeys)[number];

export type StoryGround = {
  /** The address of the site without a slash at its end; empty where the archive does not say. */
  readonly base: string;
  readonly known: Knowledge;
  readonly language: string;
  /** What `--map` has for the names of custom fields and taxonomies. */
  readonly keys: ReadonlyMap<string, string | null>;
  readonly tell: Tell;
};

export function storyOf(item: WxrItem, kind: ForeignStory["kind"], ground: StoryGround): ForeignStory {
  const { base, known, language, tell } = ground;
  const status = item.field("wp:status");
  const isDraft = status !== "publish" && status !== "future";
  if (isDraft && status !== "draft" && status !== "pending") {
    tell("unusable-value", `its status "${status}" is none of WordPress' own; it is imported as a draft`);
  }
  const mapped = mappedValues(item, ground.keys);
  const authors = mapped.list("authors") ?? bylineOf(item, known);
  if (authors.length === 0)
    tell("unusable-value", "whoever wrote it has no name in the archive; name the authors");
  return {
    kind,
    id: itemId(item),
    place: item.place,
    title: plainText(item.field("title")),
    slug: decoded(item.field("wp:post_name")) || undefined,
    date: dateOf(item) ?? noDateOf(item),
    updated: isDraft ? undefined : updatedOf(item, known.busyMinutes),
    description: mapped.one("description") ?? descriptionOf(item, tell),
    dateline: mapped.one("dateline"),
    categories: [...new Set([...categoriesOf(item, known), ...(mapped.list("categories") ?? [])])],
    tags: [...new Set([...tagsOf(item), ...(mapped.list("tags") ?? [])])],
    authors,
    source: mappedSource(mapped.one("source")) ?? sourceOf(item),
    image: featuredImage(item, known, tell),
    corrections: known.corrections.get(item.field("wp:post_id")),
    isDraft: isDraft || undefined,
    expires: mapped.one("expires"),
    language: mapped.one("language") ?? languageOfItem(item, language),
    address: addressOf(item, base),
    oldAddresses: oldAddressesOf(item, base),
    body: () => wordPressBody(item, known),
  };
}

function mappedSource(name: string | undefined): ForeignStory["source"] {
  return name === undefined ? undefined : { name };
}

/** The values of custom fields, taxonomies and kinds of posts that are to be read as keys of ours. */
function mappedValues(item: WxrItem, keys: StoryGround["keys"]) {
  const values = (key: MappedKey): string[] =>
    [...keys]
      .filter(([, ours]) => ours === key)
      .flatMap(([foreign]) => [
        // A kind of post, filed under its name.
        ...(item.field("wp:post_type") === foreign ? [foreign] : []),
        ...(item.meta.get(foreign) ?? []),
        ...item.terms.filter(({ domain }) => domain === foreign).map(({ name }) => name),
      ])
      .map(plainText)
      .filter((value) => value !== "");
  return {
    one: (key: MappedKey): string | undefined => values(key)[0],
    list: (key: MappedKey): string[] | undefined => {
      const found = values(key);
      return found.length === 0 ? undefined : found;
    },
  };
}
