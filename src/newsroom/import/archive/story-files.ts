/** Which file each story of an archive becomes: the same at every run, whatever stands in the site folder. */
import { compareText } from "../../../content/diagnostics/diagnostic.ts";
import { decoded } from "../../../content/values/address.ts";
import { calendarDay } from "../../../content/values/moment.ts";
import { fileSlugOf } from "../../../content/writing/article-writing.ts";
import { wellFormed } from "../foreign/clean-text.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";

type Unplaced = Omit<SurveyedStory, "file">;
type Namesake = { readonly index: number; readonly id: string; readonly epochMs: number };

/**
 * The file of each story. Of several that would have one file, the oldest has it, and the others have numbers behind their
 * names; a story that is added to the archive later leaves the older ones where they were.
 */
export class StoryFiles {
  readonly #byStem = new Map<string, Namesake[]>();

  add(story: Unplaced): void {
    const stem = stemOf(story);
    const namesake = { index: story.index, id: story.id, epochMs: story.date?.epochMs ?? 0 };
    const others = this.#byStem.get(stem);
    if (others === undefined) this.#byStem.set(stem, [namesake]);
    else others.push(namesake);
  }

  /** By the number of the story. */
  files(): ReadonlyMap<number, string> {
    const files = new Map<number, string>();
    for (const [stem, namesakes] of this.#byStem) {
      let number = 1;
      for (const { index } of namesakes.sort(byAge)) {
        let path = number === 1 ? stem : `${stem}-${number}`;
        while (number > 1 && this.#byStem.has(path)) {
          number += 1;
          path = `${stem}-${number}`;
        }
        files.set(index, `${path}.md`);
        number += 1;
      }
    }
    return files;
  }
}

function byAge(a: Namesake, b: Namesake): number {
  return a.epochMs - b.epochMs || compareText(a.id, b.id) || a.index - b.index;
}

function stemOf({ kind, slug, date, address }: Unplaced): string {
  if (kind === "page") return `pages/${pagePath(address) ?? slug}`;
  const [year, month] = date === undefined ? ["", ""] : calendarDay(date);
  return `articles/${year}/${month}/${slug}`;
}

/** `legal/imprint`, of a page at `/legal/imprint/` or `/legal/imprint.html`. */
function pagePath(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address, "https://site.example")) return undefined;
  const { pathname } = new URL(address, "https://site.example");
  const parts = decoded(pathname.replace(/\.[a-z]{2,5}$/i, ""))
    .split("/")
    .map((part) => fileSlugOf(wellFormed(part)))
    .filter((part) => part !== "");
  const path = parts.join("/");
  return path === "" || path === "index" || parts.length > deepest ? undefined : path;
}

/** Folders below each other: file systems take paths of 4,096 bytes at most, and some much less. */
const deepest = 5;
