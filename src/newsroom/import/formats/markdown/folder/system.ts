/** What a system is that makes sites out of folders of Markdown. */
import type { Diagnostic } from "../../../../../content/diagnostics/diagnostic.ts";
import type { Moment } from "../../../../../content/values/moment.ts";
import type { ForeignSite } from "../../../foreign/foreign-item.ts";
import type { Values } from "../values/values.ts";
import type { ForeignFolder } from "./foreign-folder.ts";

export type FolderSystem = {
  /** What people call it. */
  readonly name: string;
  readonly recognizes: (folder: ForeignFolder) => boolean;
  readonly open: (folder: ForeignFolder) => OpenedSystem;
};

/** Codes that stand in bodies beside Markdown. */
export type CodeForm = "liquid" | "hugo" | "tera" | "hexo" | "mdx" | "wiki" | "callouts" | "pelican";

/** What a file is to the system: `hidden` is never published, `listing` shows others, `other` is no text for readers. */
export type FileRole = "article" | "page" | "draft" | "hidden" | "listing" | "other";

/** A text of the folder with what is known of it. */
export type PlacedText = {
  readonly file: string;
  /** Front matter over what the configuration says of all files like it. */
  readonly values: Values;
  readonly title: string;
  readonly moment: Moment | undefined;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly role: "article" | "page";
};

export type OpenedSystem = {
  readonly name: string;
  readonly site: Omit<ForeignSite, "kind">;
  /** The zone of clocks that dates without an offset go by, where it is configured. */
  readonly timezone?: string | undefined;
  /** The zone that addresses are made in where none is configured; else each date's own. */
  readonly addressZone?: string | undefined;
  readonly config: Values;
  /** Faults of the configuration. */
  readonly faults: readonly Diagnostic[];
  readonly codes: readonly CodeForm[];
  /** Whether tags that are one text stand with spaces between, not commas. */
  readonly tagsBySpaces?: boolean | undefined;
  /** What a file is by where it lies and what its own values are. Called for texts only. */
  readonly roleOf: (file: string, values: Values | undefined) => FileRole;
  /** Values for a file that its own front matter goes before. */
  readonly defaultsOf: (file: string) => Values;
  /** Where readers found a text, within its host; undefined where that cannot be told. */
  readonly addressOf: (text: PlacedText) => string | undefined;
  /** Where the listing of a term was, within its host. */
  readonly termAddresses: (kind: "category" | "tag" | "author", name: string) => readonly string[];
  /** Where a file that is no text was, within its host. */
  readonly fileAddress: (file: string) => string;
};
