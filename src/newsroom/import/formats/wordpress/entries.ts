/** From the records of a WXR file to the entries of an archive: nothing is passed over. */
import { errorAt, type Place } from "../../../../content/diagnostics/diagnostic.ts";
import { withoutEndSlashes } from "../../../../content/values/address.ts";
import type { ReadingOptions } from "../../foreign/foreign-format.ts";
import type { ForeignEntry, ForeignFile, ForeignNote, ForeignStory } from "../../foreign/foreign-item.ts";
import type { ForeignSource } from "../../foreign/foreign-source.ts";
import type { NoteCode } from "../../foreign/import-notes.ts";
import { plainText } from "../../foreign/reading/plain-text.ts";
import { addressOf, feedsOf, frontBelow, oldAddressesOf } from "./stories/addresses.ts";
import { coAuthor } from "./stories/bylines.ts";
import { storyOf } from "./stories/story.ts";
import { isOfWordPress, type Summary, summary } from "./summary.ts";
import { authorTerm, foreignTerm } from "./terms.ts";
import type { Knowledge } from "./wxr/knowledge.ts";
import { itemId, readWxr, storyId, type WxrItem, type WxrRecord, type WxrSite } from "./wxr/wxr-records.ts";

/** Reads a file from its beginning to its end. */
export async function* wxrEntries(
  source: ForeignSource,
  known: Knowledge,
  { keys, site }: ReadingOptions,
): AsyncGenerator<ForeignEntry> {
  const sums = summary(source.name, keys);
  const reading: Reading = { base: "", known, keys, language: site.language, told: new Set(), sums };
  let isWxr = false;
  for await (const record of readWxr(source)) {
    if (record.kind === "xml-fault") {
      yield { kind: "fault", diagnostic: record.diagnostic, stops: true };
      isWxr = true;
    } else {
      isWxr ||= record.kind !== "site" || record.fields.has("wp:wxr_version");
      if (record.kind === "site") {
        reading.base = baseOf(record);
        reading.known = { ...known, front: frontBelow(reading.base, known.front) };
      }
      yield* entriesOf(record, reading);
    }
  }
  yield* sums.notes();
  if (isWxr) return;
  const message = "this is no export of WordPress (WXR); export one in WordPress: Tools, Export, All content";
  yield { kind: "fault", diagnostic: errorAt({ file: source.name }, "broken-xml", message), stops: true };
}

type Reading = {
  /** The address of the site without a slash at its end. */
  base: string;
  known: Knowledge;
  readonly keys: ReadingOptions["keys"];
  readonly language: string;
  /** Terms that have been given already, by taxonomy and slug. */
  readonly told: Set<string>;
  readonly sums: Summary;
};

function baseOf({ fields }: WxrSite): string {
  const url = (fields.get("wp:base_blog_url") ?? fields.get("link") ?? "").trim();
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? withoutEndSlashes(url) : "";
}

function* entriesOf(record: WxrRecord, reading: Reading): Generator<ForeignEntry> {
  const { base, known, told } = reading;
  if (record.kind === "site") {
    yield {
      kind: "site",
      url: base === "" ? undefined : `${base}/`,
      title: plainText(record.fields.get("title") ?? "") || undefined,
      language: record.fields.get("language")?.trim() || undefined,
      feeds: feedsOf(base),
      listings: base === "" ? [] : [`${base}/`],
      dateListings: base === "" ? undefined : `${base}${known.front}/`,
    };
  } else if (record.kind === "user") {
    const person = known.people.byLogin.get(plainText(record.fields.get("wp:author_login") ?? ""));
    if (person !== undefined) yield authorTerm(person, base, known);
  } else if (record.kind === "term") {
    const key = `${record.taxonomy}/${record.slug}`;
    // Some exports list categories and tags once more, among the terms of all taxonomies.
    const term = told.has(key) ? undefined : foreignTerm(record, base, known);
    told.add(key);
    if (term !== undefined) yield term;
  } else {
    yield* itemEntries(record, reading);
  }
}

function* itemEntries(item: WxrItem, reading: Reading): Generator<ForeignEntry> {
  reading.sums.count(item);
  const notes: ForeignNote[] = [];
  const tell = (code: NoteCode, message: string, place: Place = item.place) =>
    void notes.push({ kind: "note", note: { item: itemId(item), place, code, message } });
  const kind = kindOf(item, reading.keys);
  const reason = kind === undefined ? undefined : unpublishedReason(item);
  if (reason !== undefined) tell("not-published", `"${nameOf(item)}" ${reason}`);
  else if (kind === "attachment") yield* fileEntry(item, reading, tell);
  else if (kind === "article" || kind === "page") {
    yield* termsOfItem(item, reading);
    yield storyOf(item, kind, { ...reading, tell });
    tellOddities(item, tell);
  } else if (kind === "other") {
    const type = item.field("wp:post_type");
    const advice = `to import its like as articles, write "${type}: categories" below "keys" in --map`;
    tell(
      "other-kind",
      `"${nameOf(item)}" is of the kind "${type}", which is neither post nor page; ${advice}`,
    );
  } else if (kind === "guest") {
    const person = reading.known.people.guestsById.get(item.field("wp:post_id"));
    if (person !== undefined) yield authorTerm(person, reading.base, reading.known);
  }
  yield* notes;
}

type Kind = ForeignStory["kind"] | "attachment" | "guest" | "other";

/** Undefined of what WordPress keeps for itself, which is summed up, and of what `--map` passes over. */
function kindOf(item: WxrItem, keys: ReadingOptions["keys"]): Kind | undefined {
  const type = item.field("wp:post_type");
  if (type === "post" || type === "") return "article";
  if (type === "page" || type === "attachment") return type;
  if (type === "guest-author" || type === "guest_author") return "guest";
  if (isOfWordPress(type)) return undefined;
  const mapped = keys.get(type);
  if (mapped === null) return undefined;
  return mapped === "categories" || mapped === "tags" ? "article" : "other";
}

/** Why an item is not for readers; undefined where it is, or will be. */
function unpublishedReason(item: WxrItem): string | undefined {
  const status = item.field("wp:status");
  if (item.field("wp:post_password") !== "") return "is shown to those alone who know its password";
  if (status === "private") return "is private";
  if (status === "trash") return "is in the trash";
  if (status === "auto-draft") return "was begun and never saved";
  return status === "inherit" && item.field("wp:post_type") !== "attachment"
    ? "is no item of its own"
    : undefined;
}

function nameOf(item: WxrItem): string {
  return plainText(item.field("title")) || "(no title)";
}

function* fileEntry(item: WxrItem, { base, known }: Reading, tell: ToldOf): Generator<ForeignFile> {
  const file = known.attachments.get(item.field("wp:post_id"));
  if (file === undefined) return tell("missing-picture", `"${nameOf(item)}" names no file`);
  const parent = item.field("wp:post_parent");
  const kindOfParent = known.stories.get(parent);
  const address = addressOf(item, base);
  yield {
    kind: "file",
    id: itemId(item),
    place: item.place,
    src: file.src,
    title: file.title || undefined,
    alt: file.alt || undefined,
    caption: file.caption || undefined,
    credit: file.credit || undefined,
    oldAddresses: [...(address === undefined ? [] : [address]), ...oldAddressesOf(item, base)],
    belongsTo: kindOfParent === undefined ? undefined : storyId(kindOfParent, parent),
  };
}

type ToldOf = (code: NoteCode, message: string) => void;

/** Terms that the head of the file does not list: exports of a part of a site have none there. */
function* termsOfItem(item: WxrItem, { told, known, base }: Reading): Generator<ForeignEntry> {
  for (const { domain, slug, name } of item.terms) {
    const taxonomy = domain === "tag" ? "post_tag" : domain;
    const key = `${taxonomy}/${slug}`;
    if (slug === "" || told.has(key)) continue;
    told.add(key);
    const person = taxonomy === "author" ? coAuthor({ slug, name }, known.people) : undefined;
    const term =
      person === undefined
        ? foreignTerm(
            { kind: "term", taxonomy, id: "", slug, name, parent: "", description: "" },
            base,
            known,
          )
        : authorTerm(person, base, known);
    if (term !== undefined) yield term;
  }
}

function tellOddities(item: WxrItem, tell: (code: NoteCode, message: string, place?: Place) => void): void {
  if (item.field("wp:is_sticky") === "1")
    tell("sticky", "it was kept at the top of the front page, which shows the newest here");
  if (item.forbidden !== undefined) {
    const { count, place } = item.forbidden;
    const what = count === 1 ? "a control character" : `${count} control characters`;
    tell("broken-characters", `${what} that no text may hold, the first of them here, left out`, place);
  }
  const unread = item.field("content:encoded").split("\u{fffd}").length - 1;
  if (unread > 0) {
    const what = unread === 1 ? "a character is" : `${unread} characters are`;
    tell("broken-characters", `${what} broken in the archive and shown as "\u{fffd}"; correct the words`);
  }
}
