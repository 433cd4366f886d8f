/** Items of feeds as stories: whole ones, and drafts of those of which the feed has a summary alone. */
import { DateTime } from "luxon";
import type { Place } from "../../../../content/diagnostics/diagnostic.ts";
import { withAbsoluteAddresses } from "../../../../content/markup/absolute-addresses.ts";
import { xml } from "../../../../content/markup/xml.ts";
import { fileNameIn } from "../../../../content/values/address.ts";
import { singleLine } from "../../../../content/yaml/schema-parts.ts";
import type { ForeignBody, ForeignPicture, ForeignStory } from "../../foreign/foreign-item.ts";
import type { LostPart } from "../../foreign/import-notes.ts";
import { holdsEmail, plainText } from "../../foreign/reading/plain-text.ts";
import type { FeedItem } from "./feed-items.ts";
import type { FeedFile, FeedText } from "./feed-values.ts";

export type FeedStory = { readonly story: ForeignStory; readonly notes: readonly LostPart[] };

/**
 * An item as a story; undefined where it has no text at all.
 *
 * @param isClosed whether the site lists its categories: then each is told from a tag by that list
 */
export function storyOf(
  item: FeedItem,
  {
    id,
    place,
    isClosed,
    language,
  }: { id: string; place: Place; isClosed: boolean; language?: string | undefined },
): FeedStory | undefined {
  const whole = item.content !== undefined && !isCutShort(item.content) ? item.content : undefined;
  const text = whole ?? item.content ?? item.summary;
  if (text === undefined) return undefined;
  const terms = [...new Set(item.categories.map(plainText).filter((name) => name !== ""))];
  const [date, updated] = [momentOf(item.date), momentOf(item.updated)];
  const picture = item.files.find(isPicture);
  const isShown = picture !== undefined && text.text.includes(nameOfFile(picture.url));
  const summary = whole === undefined || item.summary === undefined ? undefined : lineOf(item.summary);
  const { address } = item;
  const notes: LostPart[] = [];
  if (whole === undefined) {
    const message = `the feed has a summary of it and not the whole; it is a draft now. Write the rest${address === undefined ? "" : ` (${address})`}, or delete it`;
    notes.push({ code: "summary-only", message });
  }
  if (item.date !== undefined && date === undefined) {
    notes.push({ code: "unusable-value", message: `its date "${item.date}" cannot be read` });
  }
  return {
    story: {
      kind: "article",
      id,
      place,
      title: item.title === undefined ? "" : lineOf(item.title),
      date: date ?? updated,
      updated,
      description:
        summary === undefined || isCutShort({ text: summary, isPlain: true }) ? undefined : summary,
      categories: isClosed ? terms : terms.slice(0, 1),
      tags: isClosed ? [] : terms.slice(1),
      authors: [...new Set(item.authors.map(plainText).filter((name) => name !== "" && !holdsEmail(name)))],
      source: item.source,
      image: picture === undefined || isShown ? undefined : pictureOf(picture),
      isDraft: whole === undefined,
      language: item.language ?? language,
      address,
      body: () => bodyOf(item, text, whole === undefined),
    },
    notes,
  };
}

/** Endings by which programs that cut texts short say so. */
const cutEnding =
  /(?:\[(?:…|\.\.\.)\]|…|\.\.\.|\b(?:read|continue) (?:more|reading|the (?:full|rest)\b.*)|weiterlesen|lire la suite|leer más)\W*$/iu;

function isCutShort(text: FeedText): boolean {
  return cutEnding.test(lineOf(text).slice(-200));
}

function lineOf({ text, isPlain }: FeedText): string {
  return isPlain ? singleLine(text) : plainText(text);
}

function bodyOf(
  { base, address, files }: FeedItem,
  { text, isPlain }: FeedText,
  isSummary: boolean,
): ForeignBody {
  const lost: LostPart[] = [];
  const html = isPlain
    ? text
        .split(/\n/)
        .map((line) => (line.trim() === "" ? "" : xml`<p>${line.trim()}</p>`.toString()))
        .join("\n")
    : text;
  const others = files.filter((file) => !isPicture(file) && !text.includes(nameOfFile(file.url)));
  for (const { url } of others) {
    lost.push({ code: "embed-as-link", message: `a file that came with it became a link: ${url}` });
  }
  // Its own address would become that of the draft, were it a link.
  const original = isSummary && address !== undefined ? [xml`<p>${address}</p>`] : [];
  const links = others.map(({ url }) => xml`<p><a href="${url}">${nameOfFile(url)}</a></p>`);
  const made = [...original, ...links].map(String);
  const known = address !== undefined && URL.canParse(address) ? address : undefined;
  const from = base === undefined || !URL.canParse(base, known) ? known : new URL(base, known).href;
  const whole = [html, ...made].join("\n");
  return { form: "html", text: from === undefined ? whole : withAbsoluteAddresses(whole, from), lost };
}

function isPicture({ url, type }: FeedFile): boolean {
  if (url === "") return false;
  return type === "" ? /\.(?:avif|gif|jpe?g|png|webp)(?:[?#]|$)/i.test(url) : /^image(?:\/|$)/i.test(type);
}

function pictureOf({ url, description, caption, credit }: FeedFile): ForeignPicture {
  const [alt, below, by] = [description, caption, credit].map((text) => plainText(text ?? "") || undefined);
  return { src: url, alt, caption: below, credit: by };
}

/** The last part of an address, by which a text that shows a file in another size names it too. */
function nameOfFile(url: string): string {
  return fileNameIn(url) || url;
}

/** RFC 822 as in RSS, or ISO 8601; undefined of what is neither, or says nothing of its zone. */
function momentOf(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? "";
  const iso = DateTime.fromISO(trimmed, { zone: "utc" });
  if (iso.isValid) return iso.year < 1 || iso.year > 9999 ? undefined : trimmed.replace(" ", "T");
  const moment = DateTime.fromRFC2822(withoutWeekday(trimmed), { zone: "utc" });
  return moment.isValid ? (moment.toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
}

/** Programs name wrong days of the week, or whole ones, and hours of one digit. */
function withoutWeekday(text: string): string {
  return text
    .replace(/^\p{L}+,?\s+(?=\d)/u, "")
    .replace(/\b(\p{L}{3})\p{L}+(?=\s+\d{2,4}\b)/u, "$1")
    .replace(/\b(\d):(\d{2})/, "0$1:$2")
    .replace(/\bUTC?$/, "GMT");
}
