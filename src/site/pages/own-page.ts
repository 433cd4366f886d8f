/** Pages that are no articles: `pages/about.md`. Eleventy makes them; the site knows where they are and frames them. */

import { frameOf } from "../frame/frame.ts";
import type { Frame } from "../frame/views.ts";
import type { Site } from "../settings/site.ts";

/** The folder they lie in. */
export const pagesFolder = "pages";

export type OwnPage = {
  /** Relative to the site folder. */
  readonly file: string;
  /** Decoded, as of every page. */
  readonly address: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** BCP 47; where absent, the site's. */
  readonly language?: string | undefined;
  readonly isDraft: boolean;
};

/** The frame of such a page: a step below the front page. Drafts, which only the preview shows, are kept from search engines. */
export function ownFrame(
  { address, title, description, language, isDraft }: OwnPage,
  site: Site,
): Frame & { readonly mark?: string | undefined } {
  const frame = frameOf(
    {
      address,
      heading: title,
      description,
      ...(language === undefined ? {} : { language }),
      ...(isDraft ? { robots: [{ name: "robots", content: "noindex" }] } : {}),
    },
    site,
  );
  return { ...frame, mark: isDraft ? frame.texts.draft : undefined };
}
