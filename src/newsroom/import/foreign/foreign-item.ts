/** What foreign archives hold, whatever they are written in: the values that every format is read to. */
import type { Diagnostic, Place } from "../../../content/diagnostics/diagnostic.ts";
import type { TermKind } from "../../../content/names/terms.ts";
import type { ImportNote, LostPart } from "./import-notes.ts";

/** In the order in which the archive has them. Nothing that an archive holds is passed over: it is an entry or a note. */
export type ForeignEntry =
  | ForeignSite
  | ForeignStory
  | ForeignFile
  | ForeignTerm
  | ForeignNote
  | ForeignFault;

/** What an archive says of the site it comes from. */
export type ForeignSite = {
  readonly kind: "site";
  /** The web address of its front page. */
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  /** The web addresses of its feeds, whole or within the site, as far as they are known: `/feed/`, `/?feed=rss2`, `/index.xml`. */
  readonly feeds?: readonly string[] | undefined;
  /** Of listings of all stories; older pages below them follow: `/` of `/page/2/`, `/blog/`. */
  readonly listings?: readonly string[] | undefined;
  /** What addresses of listings by date begin with, where it has them: `/` of `/2019/`, `/2019/03/` and `/2019/03/05/`. */
  readonly dateListings?: string | undefined;
};

/** An article, or a page that is none. */
export type ForeignStory = {
  readonly kind: "article" | "page";
  /** By which the archive knows it, such as "post 123" or the path of its file: its name in the report. */
  readonly id: string;
  readonly place: Place;
  /** Plain text in one line, character references decoded. */
  readonly title: string;
  /** As it was, decoded. */
  readonly slug?: string | undefined;
  /**
   * When it was published: what `readMoment` reads, with an offset where the archive knows the moment, without one where it
   * tells what clocks of the site showed. Absent where the archive does not say.
   */
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  readonly description?: string | undefined;
  readonly dateline?: string | undefined;
  /** Names, each with its place in the order of the archive. */
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly source?: { readonly name: string; readonly url?: string | undefined } | undefined;
  readonly image?: ForeignPicture | undefined;
  readonly corrections?: readonly { readonly date: string; readonly text: string }[] | undefined;
  readonly isDraft?: boolean | undefined;
  readonly expires?: string | undefined;
  /** Where it differs from the site's. */
  readonly language?: string | undefined;
  /** Where readers found it: a whole web address, or a path within its site. Absent of what was never published. */
  readonly address?: string | undefined;
  /** Others that led to it: redirects, short links, `/?p=123`. */
  readonly oldAddresses?: readonly string[] | undefined;
  /** Read when it is asked for: bodies of a whole archive do not fit into memory. */
  readonly body: () => ForeignBody;
};

/** A picture as a text shows it. */
export type ForeignPicture = {
  /** A web address, or a path relative to the story's own address or to its file. */
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
};

export type ForeignBody = {
  /** Of "text", each line is a paragraph of plain text. */
  readonly form: "html" | "markdown" | "text";
  readonly text: string;
  /** What the format could not put into the text. */
  readonly lost?: readonly LostPart[] | undefined;
};

/** A file the archive tells of, such as an attachment: a picture or a document. */
export type ForeignFile = {
  readonly kind: "file";
  readonly id: string;
  readonly place: Place;
  /** The web address of the file itself, or a path within its site. */
  readonly src: string;
  /** Where the archive has it: a path on this machine, where it is a folder. */
  readonly path?: string | undefined;
  readonly title?: string | undefined;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  /** The page it had of its own, and others that led to it. */
  readonly oldAddresses?: readonly string[] | undefined;
  /** The story it belongs to, by its `id`. */
  readonly belongsTo?: string | undefined;
};

/** A term that the archive lists, whether or not a story has it. */
export type ForeignTerm = {
  readonly kind: "term";
  readonly termKind: TermKind;
  readonly name: string;
  readonly slug?: string | undefined;
  /** Of an author: what is said of the person. */
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  /** The name of the category above it. */
  readonly parent?: string | undefined;
  /** Its listing's, whole or within its site; feeds and older pages below them follow. */
  readonly oldAddresses?: readonly string[] | undefined;
};

/** What was not imported, or imported otherwise than it was. */
export type ForeignNote = { readonly kind: "note"; readonly note: ImportNote };

/** What is wrong with the archive itself. */
export type ForeignFault = {
  readonly kind: "fault";
  readonly diagnostic: Diagnostic;
  /** Whether nothing of the run is written, unless it is asked for what came before (`--partial`). */
  readonly stops: boolean;
};
