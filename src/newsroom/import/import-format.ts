/** What a format of foreign copy is, and what reading it gives. */
import type { Diagnostic } from "../../content/diagnostics/diagnostic.ts";
import type { TermLists } from "../../content/names/terms.ts";
import type { ArticleValues } from "../../content/writing/article-writing.ts";

export type ImportFormat = {
  /** As `--from` takes it. */
  readonly name: string;
  /** What people call copy in it. */
  readonly title: string;
  /** What it looks like, for the help: a line of at most 90 letters. */
  readonly shape: string;
  /** Whether its articles say when they were published; where not, it is asked for by `--date`. */
  readonly namesDates: boolean;
  readonly recognizes: (text: string) => boolean;
  /**
   * @param file its name in diagnostics
   * @param text with "\n" for line ends, see `decodeText`
   * @param lists the site's closed lists
   */
  readonly read: (file: string, text: string, lists: TermLists) => ImportReading;
};

/** An article as far as foreign copy tells it. `date`: as an author would write it; absent where the copy names none. */
export type ImportedArticle = Omit<ArticleValues, "date"> & { readonly date?: string | undefined };

export type ImportReading = {
  /** None where an error is among the diagnostics. */
  readonly articles: readonly ImportedArticle[];
  readonly diagnostics: readonly Diagnostic[];
};
