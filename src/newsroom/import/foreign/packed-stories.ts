/** What is short of each story of an archive, in little memory: objects take ten times as much, of which there may be 200,000. */
import type { Moment } from "../../../content/values/moment.ts";
import { onDemandFor } from "../../../content/values/on-demand.ts";
import { unsharedText } from "./clean-text.ts";
import type { SurveyedStory } from "./foreign-survey.ts";
import { PackedTexts } from "./packed-texts.ts";

export type PackedStory = SurveyedStory & {
  /** Cleaned. */
  readonly categories: readonly string[];
};

type Values = readonly [
  kind: SurveyedStory["kind"],
  id: string,
  source: number,
  line: number | null,
  column: number | null,
  slug: string,
  isDraft: boolean,
  categories: readonly string[],
  address: string | null,
  oldAddresses: readonly string[] | null,
  language: string | null,
  date: readonly [epochMs: number, iso: string, precision: Moment["precision"]] | null,
];

/** Stories in the order of reading. Each is made anew whenever it is asked for. */
export class PackedStories implements Iterable<PackedStory> {
  readonly #texts = new PackedTexts();
  readonly #files: (string | undefined)[] = [];
  /** Other slugs than in the archive. */
  readonly #slugs = new Map<number, string>();
  /** The files of the archive. */
  readonly #sources: string[] = [];
  readonly #sourceOf = onDemandFor((name: string) => this.#sources.push(name) - 1);

  get length(): number {
    return this.#texts.length;
  }

  add(story: Omit<PackedStory, "index" | "file">): void {
    this.#texts.add(this.#packed(story));
    this.#files.push(undefined);
  }

  at(index: number): PackedStory | undefined {
    const text = this.#texts.at(index);
    return text === undefined ? undefined : this.#unpacked(text, index);
  }

  /** Says what a story becomes. */
  place(story: PackedStory, slug: string, file: string | undefined): void {
    if (slug !== story.slug) this.#slugs.set(story.index, slug);
    this.#files[story.index] = file === undefined ? undefined : unsharedText(file);
  }

  *[Symbol.iterator](): Generator<PackedStory> {
    for (let index = 0; index < this.length; index += 1) {
      const story = this.at(index);
      if (story !== undefined) yield story;
    }
  }

  #packed(story: Omit<PackedStory, "index" | "file">): string {
    const { kind, id, place, slug, isDraft, categories, address, oldAddresses, language, date } = story;
    const values: Values = [
      kind,
      id,
      this.#sourceOf(place.file),
      place.line ?? null,
      place.column ?? null,
      slug,
      isDraft,
      categories,
      address ?? null,
      oldAddresses ?? null,
      language ?? null,
      date === undefined ? null : [date.epochMs, date.iso, date.precision],
    ];
    return JSON.stringify(values);
  }

  #unpacked(text: string, index: number): PackedStory {
    const values: Values = JSON.parse(text);
    const [kind, id, source, line, column, slug, isDraft, categories, address, oldAddresses, language, date] =
      values;
    const file = this.#sources[source] ?? "";
    return {
      kind,
      id,
      place: { file, ...(line !== null && { line }), ...(column !== null && { column }) },
      index,
      slug: this.#slugs.get(index) ?? slug,
      isDraft,
      categories,
      address: address ?? undefined,
      oldAddresses: oldAddresses ?? undefined,
      language: language ?? undefined,
      date: date === null ? undefined : { epochMs: date[0], iso: date[1], precision: date[2] },
      file: this.#files[index],
    };
  }
}
