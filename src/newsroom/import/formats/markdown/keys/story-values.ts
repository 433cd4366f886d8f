/** Foreign front matter, whatever its keys are called, as the values of a story. */
import { canonicalLanguage } from "../../../../../content/values/language.ts";
import type { ForeignPicture, ForeignStory } from "../../../foreign/foreign-item.ts";
import { isValues, listOf, textAt, textOf, truthOf, type Value, type Values } from "../values/values.ts";
import { writtenMoment } from "../values/written-moments.ts";
import { type Meaning, meaningOf, rankOf } from "./key-meanings.ts";
import { peopleIn, termsIn } from "./names.ts";
import { pictureIn } from "./pictures.ts";
import { plain } from "./plain-text.ts";
import { cut, type Named, statusOf, type Unusable } from "./publication-status.ts";

export type StoryValues = Pick<
  ForeignStory,
  | "slug"
  | "date"
  | "updated"
  | "description"
  | "dateline"
  | "categories"
  | "tags"
  | "authors"
  | "source"
  | "image"
  | "corrections"
  | "isDraft"
  | "expires"
  | "language"
  | "oldAddresses"
> & {
  readonly title: string | undefined;
  /** Why it is none for readers, where it is none. */
  readonly withheld: string | undefined;
  /** Keys whose values cannot be used, and why. */
  readonly unusable: readonly Unusable[];
  /** Keys that say nothing of content, and keys that are not known. */
  readonly passedOver: readonly string[];
  readonly unknown: readonly string[];
};

export type KeyReading = {
  readonly keys: ReadonlyMap<string, string | null>;
  readonly timezone: string | undefined;
  readonly siteZone: string;
  readonly tagsBySpaces: boolean;
  readonly people: ReadonlyMap<string, string>;
};

export function storyValues(values: Values, reading: KeyReading): StoryValues {
  const { named, unknown, passedOver } = namedValues(values, reading.keys);
  const unusable: Unusable[] = [];
  const first = (meaning: Meaning) => named.get(meaning)?.[0];
  const moment = (one: Named | undefined) => {
    const text = one === undefined ? undefined : textOf(one.value);
    if (one === undefined || text === undefined) return undefined;
    const made = writtenMoment(text, reading.timezone, reading.siteZone);
    if (made === undefined)
      unusable.push({ key: one.key, message: `"${cut(text)}" names no day that can be told` });
    return made;
  };
  const firstMoment = (meaning: Meaning) => {
    for (const one of named.get(meaning) ?? []) {
      const made = moment(isValues(one.value) ? { key: one.key, value: one.value["date"] ?? "" } : one);
      if (made !== undefined) return made;
    }
    return undefined;
  };
  const text = (meaning: Meaning) => plain(textOf(first(meaning)?.value));
  const published = first("published");
  const isDate = published !== undefined && truthOf(published.value) === undefined;
  const dates = [firstMoment("date"), isDate ? moment(published) : undefined, firstMoment("publishDate")];
  const description = described(named.get("description") ?? [], unusable);
  const status = statusOf(named, unusable);
  const tags = (named.get("tags") ?? []).flatMap(({ value }) => termsIn(value, reading.tagsBySpaces));
  const keywords = (named.get("keywords") ?? []).flatMap(({ value }) => termsIn(value, false));
  return {
    title: text("title"),
    slug: textOf(first("slug")?.value)
      ?.replace(/^\/+|(?<!\/)\/+$/g, "")
      .split("/")
      .at(-1),
    date: laterOf(dates[0] ?? dates[1], dates[2]),
    updated: firstMoment("updated"),
    description,
    dateline: text("dateline"),
    categories: unique(
      (named.get("categories") ?? []).flatMap(({ key, value }) =>
        termsIn(value, reading.tagsBySpaces && /ies$|s$/i.test(key)),
      ),
    ),
    tags: unique(tags.length > 0 ? tags : keywords),
    authors: unique((named.get("authors") ?? []).flatMap(({ value }) => peopleIn(value, reading.people))),
    source: sourceOf(first("source")?.value, textOf(first("sourceUrl")?.value)),
    image: pictureOf(named),
    corrections: correctionsOf(first("corrections"), moment, unusable),
    isDraft: status.isDraft,
    withheld: status.withheld,
    expires: firstMoment("expires"),
    language: languageOf(first("language"), unusable),
    oldAddresses: (named.get("aliases") ?? []).flatMap(({ value }) => addressesIn(value)),
    unusable,
    unknown,
    passedOver,
  };
}

/** Values by what their keys mean, tables such as `extra` opened; those with the say come first. */
function namedValues(values: Values, keys: KeyReading["keys"]) {
  const named = new Map<Meaning, (Named & { readonly rank: number })[]>();
  const unknown: string[] = [];
  const passedOver: string[] = [];
  const note = (table: Values, isInside: boolean): void => {
    for (const [key, value] of Object.entries(table)) {
      const meaning = meaningOf(key, keys);
      if (meaning === "table" && isValues(value) && !isInside) note(value, true);
      else if (meaning === "nothing" || (textOf(value) === undefined && !isFilled(value)))
        passedOver.push(key);
      else if (meaning === undefined || meaning === "table") unknown.push(key);
      else {
        const rank = rankOf(key, meaning, keys) + (isInside ? 1000 : 0);
        named.set(meaning, [...(named.get(meaning) ?? []), { key, value, rank }]);
      }
    }
  };
  note(values, false);
  for (const list of named.values()) list.sort((a, b) => a.rank - b.rank);
  return { named, unknown, passedOver: passedOver.filter((key) => meaningOf(key, keys) === "nothing") };
}

function isFilled(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : isValues(value) && Object.keys(value).length > 0;
}

/** The first text; others that say something else are told. */
function described(named: readonly Named[], unusable: Unusable[]): string | undefined {
  let description: string | undefined;
  let from = "";
  for (const { key, value } of named) {
    const text = plain(textOf(value));
    if (text === undefined || typeof value === "boolean") continue;
    if (description === undefined) [description, from] = [text, key];
    else if (text !== description)
      unusable.push({ key, message: `"${cut(text)}" is left out, as "${from}" is the description` });
  }
  return description;
}

/** The later of two, where both are there: a text is out when its day of publication has come. */
function laterOf(date: string | undefined, publish: string | undefined): string | undefined {
  if (date === undefined || publish === undefined) return date ?? publish;
  return publish.slice(0, 10) > date.slice(0, 10) ? publish : date;
}

function sourceOf(value: Value | undefined, url: string | undefined): ForeignStory["source"] {
  const name = isValues(value) ? textAt(value, "name") : textOf(value);
  const address = isValues(value) ? (textAt(value, "url") ?? textAt(value, "link")) : url;
  const web = [address, name].find((text) => text !== undefined && /^https?:\/\/[^/]+/i.test(text));
  const host = web === undefined ? undefined : /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(web)?.[1];
  const shown = name === undefined || /^https?:\/\//i.test(name) ? host : name;
  return shown === undefined || typeof value === "boolean" ? undefined : { name: shown, url: web };
}

function pictureOf(named: ReadonlyMap<Meaning, readonly Named[]>): ForeignPicture | undefined {
  for (const { value } of named.get("image") ?? []) {
    const picture = pictureIn(value);
    if (picture === undefined) continue;
    const text = (meaning: Meaning) => plain(textOf(named.get(meaning)?.[0]?.value));
    return {
      src: picture.src,
      alt: plain(picture.alt) ?? text("imageAlt"),
      caption: plain(picture.caption) ?? text("imageCaption"),
      credit: plain(picture.credit) ?? text("imageCredit"),
    };
  }
  return undefined;
}

function correctionsOf(
  named: Named | undefined,
  moment: (one: Named) => string | undefined,
  unusable: Unusable[],
): ForeignStory["corrections"] {
  if (named === undefined) return undefined;
  const made = listOf(named.value).flatMap((one) => {
    const text = isValues(one) ? plain(textAt(one, "text")) : undefined;
    const date = isValues(one) ? moment({ key: named.key, value: one["date"] ?? "" }) : undefined;
    if (text !== undefined && date !== undefined) return [{ date, text }];
    unusable.push({ key: named.key, message: "a correction needs a date and a text" });
    return [];
  });
  return made.length === 0 ? undefined : made;
}

function languageOf(named: Named | undefined, unusable: Unusable[]): string | undefined {
  const text = textOf(named?.value);
  if (named === undefined || text === undefined) return undefined;
  const language = canonicalLanguage(text.replace(/_/g, "-").replace(/\.utf-?8$/i, ""));
  if (language === undefined)
    unusable.push({ key: named.key, message: `"${cut(text)}" is the code of no language` });
  return language;
}

function addressesIn(value: Value): string[] {
  return listOf(value).flatMap((one) => {
    const text = textOf(one);
    return text === undefined ? [] : text.split(/,\s*(?=\/|https?:)/);
  });
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
