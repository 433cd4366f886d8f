/** Notes of an import: everything that was not imported, or is not as it was. */
import type { Place } from "../../../content/diagnostics/diagnostic.ts";

/** What may have happened to a thing of an archive. */
export const fates = ["not-imported", "changed", "merged", "lost", "kept"] as const;
export type Fate = (typeof fates)[number];

/** Every code of a note, and what happened to the things that have it. docs/moving-in.md explains each. */
export const noteFates = {
  // Whole items
  "not-published": "not-imported",
  "no-copy": "not-imported",
  "other-kind": "not-imported",
  "no-date": "not-imported",
  "no-category": "not-imported",
  "same-file": "not-imported",
  "at-fault": "not-imported",
  comments: "not-imported",
  // Values of an item
  "summary-only": "changed",
  "unknown-key": "lost",
  "unusable-value": "lost",
  "made-up-title": "changed",
  sticky: "lost",
  "broken-characters": "changed",
  "default-category": "changed",
  "other-address": "changed",
  "category-as-tag": "changed",
  // Terms
  "merged-term": "merged",
  "unknown-term": "lost",
  // Parts of a body
  "dropped-markup": "lost",
  "dropped-script": "lost",
  "unknown-code": "lost",
  "embed-as-link": "changed",
  "unsafe-link": "lost",
  // Pictures
  "missing-picture": "lost",
  "untaken-picture": "lost",
  "unshown-picture": "not-imported",
  "missing-file": "lost",
  "untaken-file": "lost",
  "made-up-alt": "changed",
  // Addresses
  "lost-address": "lost",
  // A second run
  "edited-since": "kept",
} as const satisfies Readonly<Record<string, Fate>>;

export type NoteCode = keyof typeof noteFates;

/** What is told of a part of a body: it belongs to the story the body is of. */
export type LostPart = {
  readonly code: NoteCode;
  /** What it was and what became of it, with the beginning of the part itself. */
  readonly message: string;
};

export type ImportNote = LostPart & {
  /** By which the archive knows the thing: see `ForeignStory`. */
  readonly item: string;
  /** Where it stands in the archive. */
  readonly place: Place;
  /** What it was imported to, relative to the site folder. */
  readonly file?: string | undefined;
};
