/** What must be known of a whole archive before any of its stories can be told: what they refer to by numbers. */
import { onDemandOf } from "../../../../../content/values/on-demand.ts";
import type { ForeignSource } from "../../../foreign/foreign-source.ts";
import { holdsEmail, plainText } from "../../../foreign/reading/plain-text.ts";
import { dateOf, minuteOf } from "./wxr-dates.ts";
import { readWxr, type WxrItem, type WxrRecord, type WxrTerm } from "./wxr-records.ts";

/** All keys are WordPress' numbers and slugs, as text. */
export type Knowledge = {
  readonly attachments: Map<string, Attachment>;
  /** By `fileKey` of the file. */
  readonly attachmentAt: Map<string, Attachment>;
  /** Pictures by the item they were uploaded to. */
  readonly picturesOf: Map<string, Attachment[]>;
  /** What the stories are that there are. */
  readonly stories: Map<string, "post" | "page">;
  readonly corrections: Map<string, { readonly date: string; readonly text: string }[]>;
  /** Blocks that several texts show. */
  readonly sharedBlocks: Map<string, string>;
  readonly categories: Map<string, WxrTerm>;
  readonly categoryNames: Map<string, string>;
  readonly people: People;
  /** Minutes in which tools changed items. */
  readonly busyMinutes: Set<string>;
  /** What stands before every address of a post: `/index.php`, `/blog`; empty where there is no such thing. */
  readonly front: string;
};

export type Attachment = {
  readonly src: string;
  readonly title: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly order: number;
};

export type Person = {
  readonly name: string;
  readonly slug: string;
  /** Of a user. */
  readonly id?: string;
  readonly description?: string;
};

/** Users by login and number, and guests by slug and number. */
export type People = {
  readonly byLogin: Map<string, Person>;
  readonly byId: Map<string, Person>;
  readonly guests: Map<string, Person>;
  readonly guestsById: Map<string, Person>;
};

/** Longer texts about a file are cut: all are in memory together. */
const longestText = 5_000;
/** Of all blocks that are shared, in UTF-16 units; those beyond are listed where they are shown. */
const mostShared = 50 * 1024 * 1024;
/** Nobody saves more stories by hand within a minute. */
const mostByHand = 3;

/** The files of one archive are read for it once, however often they are asked for. */
export function knowledgeBeside(
  source: ForeignSource,
  together: readonly ForeignSource[] | undefined,
): Promise<Knowledge> {
  return knowledgeOf(together?.includes(source) ? together : alone(source));
}

const alone = onDemandOf((source: ForeignSource): readonly ForeignSource[] => [source]);

const knowledgeOf = onDemandOf(async (sources: readonly ForeignSource[]): Promise<Knowledge> => {
  const gathering = newGathering();
  for (const source of sources) {
    for await (const record of readWxr(source)) {
      // What is wrong with the file is told when its items are read.
      if (record.kind !== "xml-fault") gather(record, gathering);
    }
  }
  const { minutes, ways, ...known } = gathering;
  for (const pictures of known.picturesOf.values()) pictures.sort((a, b) => a.order - b.order);
  for (const corrections of known.corrections.values())
    corrections.sort((a, b) => (a.date < b.date ? -1 : 1));
  for (const [minute, count] of minutes) if (count > mostByHand) known.busyMinutes.add(minute);
  return { ...known, front: ways.front ?? "" };
});

type Gathering = Omit<Knowledge, "front"> & {
  readonly minutes: Map<string, number>;
  readonly ways: { front: string | undefined };
  shared: number;
};

function newGathering(): Gathering {
  return {
    attachments: new Map(),
    attachmentAt: new Map(),
    picturesOf: new Map(),
    stories: new Map(),
    corrections: new Map(),
    sharedBlocks: new Map(),
    categories: new Map(),
    categoryNames: new Map(),
    people: { byLogin: new Map(), byId: new Map(), guests: new Map(), guestsById: new Map() },
    busyMinutes: new Set(),
    minutes: new Map(),
    ways: { front: undefined },
    shared: 0,
  };
}

function gather(record: WxrRecord, known: Gathering): void {
  if (record.kind === "user") gatherUser(record.fields, known.people);
  else if (record.kind === "term" && record.taxonomy === "category") {
    known.categories.set(record.slug, record);
    known.categoryNames.set(record.id, plainText(record.name));
  } else if (record.kind === "item") gatherItem(record, known);
}

function gatherUser(fields: ReadonlyMap<string, string>, { byLogin, byId }: People): void {
  const field = (name: string) => plainText(fields.get(`wp:author_${name}`) ?? "");
  const login = field("login");
  const names = [field("display_name"), `${field("first_name")} ${field("last_name")}`.trim(), login];
  const name = names.find((one) => one !== "" && !holdsEmail(one));
  if (name === undefined) return;
  // What WordPress makes of a login for its address: https://developer.wordpress.org/reference/functions/sanitize_title/
  const slug = holdsEmail(login)
    ? ""
    : login
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
  const person: Person = { name, slug, id: field("id") };
  byLogin.set(login, person);
  byId.set(person.id ?? "", person);
}

function gatherItem(item: WxrItem, known: Gathering): void {
  const id = item.field("wp:post_id");
  const type = item.field("wp:post_type");
  const minute = minuteOf(item.field("wp:post_modified_gmt"));
  if (type === "post" || type === "page") {
    known.minutes.set(minute, (known.minutes.get(minute) ?? 0) + 1);
    known.stories.set(id, type);
  }
  if (type === "attachment") gatherAttachment(id, item, known);
  else if (type === "newspack_correction") gatherCorrection(item, known);
  else if (type === "guest-author" || type === "guest_author") gatherGuest(id, item, known.people);
  else if (type === "wp_block") {
    const text = item.field("content:encoded");
    known.shared += text.length;
    if (known.shared <= mostShared) known.sharedBlocks.set(id, text);
  } else if (type === "post" && item.field("wp:status") === "publish") {
    known.ways.front = commonFront(known.ways.front, item.field("link"));
  }
}

function gatherAttachment(id: string, item: WxrItem, known: Gathering): void {
  const meta = (key: string) => plainText(item.meta.get(key)?.[0] ?? "").slice(0, longestText);
  const credit = [meta("_media_credit"), meta("_navis_media_credit_org")].filter((part) => part !== "");
  const attachment: Attachment = {
    src: item.field("wp:attachment_url").trim(),
    title: plainText(item.field("title")).slice(0, longestText),
    alt: meta("_wp_attachment_image_alt"),
    caption: plainText(item.field("excerpt:encoded")).slice(0, longestText),
    credit: credit.join(" / "),
    order: Number(item.field("wp:menu_order")) || 0,
  };
  if (attachment.src === "") return;
  known.attachments.set(id, attachment);
  known.attachmentAt.set(fileKey(attachment.src), attachment);
  if (!/\.(?:avif|gif|jpe?g|png|webp|heic|tiff?|svg|bmp)$/i.test(attachment.src)) return;
  const parent = item.field("wp:post_parent");
  const siblings = known.picturesOf.get(parent);
  if (siblings === undefined) known.picturesOf.set(parent, [attachment]);
  else siblings.push(attachment);
}

/** What an address of a file is known by: the same by http and https, and from Jetpack's servers (`i0.wp.com`). */
export function fileKey(src: string): string {
  return src.replace(/^(?:https?:)?\/\/(?:i\d\.wp\.com\/)?/i, "").replace(/[?#].*$/s, "");
}

/** https://github.com/Automattic/newspack-plugin: a post of its own, which names the one it is of. */
function gatherCorrection(item: WxrItem, { corrections }: Gathering): void {
  const story = item.meta.get("newspack_correction-post-id")?.[0] ?? "";
  const [date, text] = [dateOf(item), plainText(item.field("content:encoded"))];
  if (item.field("wp:status") !== "publish" || date === undefined || text === "") return;
  const others = corrections.get(story);
  if (others === undefined) corrections.set(story, [{ date, text }]);
  else others.push({ date, text });
}

/** Guests of Co-Authors Plus and of Molongui: people who write and have no account. */
function gatherGuest(id: string, item: WxrItem, { guests, guestsById }: People): void {
  const meta = (key: string) => plainText(item.meta.get(key)?.[0] ?? "");
  const names = [meta("cap-display_name"), plainText(item.field("title"))];
  const name = names.find((one) => one !== "" && !holdsEmail(one));
  if (name === undefined) return;
  const slug = item.field("wp:post_name").replace(/^cap-/, "");
  const about = meta("cap-description");
  const description = about === "" || holdsEmail(about) ? {} : { description: about };
  const person: Person = { name, slug, ...description };
  guests.set(slug, person);
  guests.set(meta("cap-user_login") || slug, person);
  guestsById.set(id, person);
}

/** What all addresses begin with, as far as it is neither a date nor the last part. */
function commonFront(front: string | undefined, link: string): string {
  const path = URL.canParse(link) ? new URL(link).pathname : "/";
  const parts = path.split("/").slice(1, -1).slice(0, -1);
  const end = parts.findIndex((part) => /^\d+$/.test(part));
  const fixed = (end === -1 ? parts : parts.slice(0, end)).map((part) => `/${part}`);
  if (front === undefined) return fixed.join("");
  const known = front.split("/").slice(1);
  const parting = known.findIndex((part, index) => fixed[index] !== `/${part}`);
  return parting === -1 ? front : fixed.slice(0, parting).join("");
}
