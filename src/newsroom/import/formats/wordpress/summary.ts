/** What is told once for a whole file: what an archive holds by the thousand, and no story is made of. */
import type { ForeignNote } from "../../foreign/foreign-item.ts";
import type { NoteCode } from "../../foreign/import-notes.ts";
import { bylineFields } from "./stories/bylines.ts";
import { mappedKeys } from "./stories/story.ts";
import { knownFields } from "./stories/values.ts";
import type { WxrItem } from "./wxr/wxr-records.ts";

export type Summary = {
  readonly count: (item: WxrItem) => void;
  /** To be asked for at the end. */
  readonly notes: () => ForeignNote[];
};

/** Taxonomies of which something is made, or that say how a theme shows a post. */
const knownTaxonomies: ReadonlySet<string> = new Set([
  "",
  "author",
  "byline",
  "category",
  "language",
  "nav_menu",
  "post_format",
  "post_tag",
  "post_translations",
  "tag",
  "term_language",
  "term_translations",
  "wp_theme",
]);

/** @param keys what `--map` has for the names of custom fields and taxonomies */
export function summary(file: string, keys: ReadonlyMap<string, string | null>): Summary {
  const own = new Map<string, number>();
  const fields = new Map<string, number>();
  const taxonomies = new Map<string, number>();
  let comments = 0;
  const isMapped = (name: string) => {
    const key = keys.get(name);
    return key !== undefined && (key === null || mappedKeys.some((known) => known === key));
  };
  const adviceFor = (name: string) => {
    const key = keys.get(name);
    return key === undefined
      ? "to keep it, give --map the key of ours that it shall become"
      : `--map makes it "${key}", which WordPress itself has; it can become ${mappedKeys.join(", ")}`;
  };
  return {
    count(item) {
      comments += item.comments;
      const type = item.field("wp:post_type");
      if (isOfWordPress(type)) add(own, type);
      if (type !== "post" && type !== "page" && typeof keys.get(type) !== "string") return;
      for (const key of item.meta.keys()) {
        // A name that begins with "_" is for programs: nobody sees it while writing.
        if (!/^(?:_|rank_math_)/.test(key) && !isKnownField(key) && !isMapped(key)) add(fields, key);
      }
      for (const domain of new Set(item.terms.map((term) => term.domain))) {
        if (!knownTaxonomies.has(domain) && !isMapped(domain)) add(taxonomies, domain);
      }
    },
    notes() {
      const note = (item: string, code: NoteCode, message: string): ForeignNote => ({
        kind: "note",
        note: { item, place: { file }, code, message },
      });
      return [
        ...(comments > 0
          ? [note("comments", "comments", `comments, with all that names their writers: ${comments}`)]
          : []),
        ...[...own].map(([type, count]) =>
          note(
            `${type} (${count})`,
            "other-kind",
            `what WordPress or a plugin keeps for itself as "${type}": ${count}`,
          ),
        ),
        ...[...fields].map(([key, count]) =>
          note(
            `custom field ${key}`,
            "unknown-key",
            `the custom field "${key}" of stories: ${count}; ${adviceFor(key)}`,
          ),
        ),
        ...[...taxonomies].map(([domain, count]) =>
          note(
            `taxonomy ${domain}`,
            "unknown-key",
            `terms of the taxonomy "${domain}" in stories: ${count}; ${adviceFor(domain)}`,
          ),
        ),
      ];
    },
  };
}

/** What is stored as posts and is none: https://developer.wordpress.org/themes/classic-themes/basics/post-types/ */
export function isOfWordPress(type: string): boolean {
  return /^(?:revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|newspack_correction)$/.test(
    type,
  );
}

function isKnownField(key: string): boolean {
  return knownFields.has(key) || bylineFields.some((field) => field === key);
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
