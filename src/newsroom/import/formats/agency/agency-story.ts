/** Agencies' items as stories. */
import { DateTime } from "luxon";
import { xml } from "../../../../content/markup/xml.ts";
import { singleLine } from "../../../../content/yaml/schema-parts.ts";
import type { ReadingOptions } from "../../foreign/foreign-format.ts";
import type { ForeignBody, ForeignEntry, ForeignPicture, ForeignStory } from "../../foreign/foreign-item.ts";
import type { LostPart } from "../../foreign/import-notes.ts";
import { noteOf } from "../../foreign/reading/note-of.ts";
import type { AgencyItem, Subject } from "./agency-item.ts";
import { namesIn } from "./bylines.ts";
import { withoutHeadline, withoutOpening } from "./opening.ts";

/** What becomes of an item. @param isNewest whether there is no newer version of it */
export function* entriesOf(
  item: AgencyItem,
  isNewest: boolean,
  { site }: ReadingOptions,
): Generator<ForeignEntry> {
  const reason = isNewest ? whyNotAStory(item) : olderVersion;
  if (reason !== undefined) {
    yield noteOf(item, reason);
    return;
  }
  yield storyOf(item, item.body ?? { form: "text", text: "" }, site.terms.category !== undefined);
  for (const part of notesOf(item)) yield noteOf(item, part);
}

const olderVersion: LostPart = { code: "same-file", message: "a newer version of it is imported" };

/** The types of ninjs and of NewsML-G2 in which there are texts. */
const textTypes: ReadonlySet<string> = new Set(["text", "composite", "component", ""]);

function whyNotAStory({ status = "usable", type = "", body }: AgencyItem): LostPart | undefined {
  if (status !== "usable") {
    const message = `the agency has it as "${status}": it is not to be published`;
    return { code: "not-published", message };
  }
  if (!textTypes.has(type)) return { code: "other-kind", message: `it is no text: ${type}` };
  if (body === undefined || body.text.trim() === "") return { code: "no-copy", message: "it has no text" };
  return undefined;
}

function storyOf(item: AgencyItem, given: ForeignBody, isClosed: boolean): ForeignStory {
  const headline = item.headline === undefined ? undefined : singleLine(item.headline);
  const { body, dateline } = withoutOpening(withoutHeadline(given, headline));
  const created = momentOf(item.created) ?? momentOf(item.changed);
  const embargo = momentOf(item.embargoed);
  const isHeld =
    embargo !== undefined && (created === undefined || Date.parse(embargo) > Date.parse(created));
  const [image, ...others] = item.pictures.filter(({ src }) => !body.text.includes(src));
  const { categories, tags } = filed(item, isClosed);
  const names = item.bylines.flatMap((line) => namesIn(line, item.source?.name));
  return {
    kind: "article",
    id: item.id,
    place: item.place,
    title: headline ?? "",
    date: isHeld ? embargo : created,
    updated: momentOf(item.changed),
    expires: momentOf(item.expires),
    description: item.description === undefined ? undefined : singleLine(item.description),
    // What the item names goes before where it was written; the text may open with neither.
    dateline: item.dateline ?? dateline ?? item.located,
    categories,
    tags,
    authors: [...new Set(names)],
    source: item.source,
    image,
    isDraft: item.isPartial,
    language: item.language,
    body: () => withPictures(body, others),
  };
}

/** A text of HTML with pictures after it, as an agency gives more than one. */
function withPictures(body: ForeignBody, pictures: readonly ForeignPicture[]): ForeignBody {
  if (pictures.length === 0) return body;
  const figures = pictures.map(({ src, alt = "", caption, credit }) => {
    const below = [caption, credit].filter((text) => text !== undefined).join(" ");
    return xml`<figure><img src="${src}" alt="${alt}"/>${below !== "" && xml`<figcaption>${below}</figcaption>`}</figure>`;
  });
  const paragraphs = body.text.split("\n").map((line) => xml`<p>${line}</p>`.toString());
  const html = body.form === "html" ? body.text : paragraphs.join("\n");
  return { ...body, form: "html", text: `${html}\n${figures.join("\n")}` };
}

function notesOf(item: AgencyItem): LostPart[] {
  const remarks = Array.from(item.remarks, ([name, text]): LostPart => {
    return {
      code: "unknown-key",
      message: `no place in an article for its ${name}: "${singleLine(text).slice(0, 300)}"`,
    };
  });
  if (!item.isPartial) return remarks;
  return [{ code: "summary-only", message: "the agency gave a part of it; it is a draft now" }, ...remarks];
}

/**
 * Categories and tags: the agency's own services, else the highest topics of the IPTC, else the first subject are the
 * categories; where the site lists its own, they are looked for among all of these.
 */
function filed({ services, subjects, keywords }: AgencyItem, isClosed: boolean) {
  const names = subjects.map(({ name }) => name);
  const highest = subjects.filter(isHighest).map(({ name }) => name);
  const first = [services, highest, names.slice(0, 1)].find((list) => list.length > 0) ?? [];
  const categories = isClosed ? [...services, ...highest, ...names] : first;
  const own = new Set(categories.map(singleLine).filter((name) => name !== ""));
  const tags = [...services, ...names, ...keywords]
    .map(singleLine)
    .filter((name) => name !== "" && !own.has(name));
  return { categories: [...own], tags: [...new Set(tags)] };
}

/** `04000000`, `medtop:04000000`, `http://cv.iptc.org/newscodes/mediatopic/04000000` */
function isHighest({ code }: Subject): boolean {
  return /(?:^|\D)\d{2}000000$/.test(code ?? "");
}

/** ISO 8601 in its basic form, too (`20261120T083000Z`), as NITF has it. */
function momentOf(text: string | undefined): string | undefined {
  const moment = DateTime.fromISO(text?.trim() ?? "", { setZone: true });
  if (!moment.isValid || moment.year < 1 || moment.year > 9999) return undefined;
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text ?? "");
  const hasTime = /\dT\d/i.test(text ?? "");
  if (!hasTime) return moment.toISODate() ?? undefined;
  return moment.toISO({ suppressMilliseconds: true, includeOffset: hasZone }) ?? undefined;
}
