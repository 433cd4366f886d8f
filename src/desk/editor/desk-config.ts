/** The configuration of the desk's editor: https://sveltiacms.app/en/docs/config-basics */

import type { Site } from "../../site/settings/site.ts";
import { basePathOf } from "../../site/settings/web-address.ts";
import { deskFields } from "./desk-fields.ts";

/** Where the desk is, in the preview and on a published site that has one. */
export const deskAddress = "/desk/";

/** The name of the file format that `src/desk/client/desk.ts` gives the editor. */
const deskFormat = "dateline";

/** Where pictures go that are uploaded at the desk. */
const picturesFolder = "articles/images";

/** Where the editor keeps articles: a repository elsewhere, or this machine. */
export type DeskBackend = Readonly<Record<string, string>>;

/** The settings of a published site's desk; none where site.yaml does not ask for it. */
export function publishedDeskSettings(site: Site): { config: object; timezone: string } | undefined {
  if (site.desk === undefined) return undefined;
  const { backend: name, repo, branch, signIn } = site.desk;
  const signInAt = signIn === undefined ? {} : { base_url: new URL(signIn).origin };
  return { config: deskConfig(site, { name, repo, branch, ...signInAt }), timezone: site.timezone };
}

/**
 * The configuration, the same wherever the desk is shown but for its backend.
 *
 * @param previewPath where the editor's link "View on site" leads, below the site's address; none, no link
 */
export function deskConfig(
  site: Pick<Site, "terms" | "timezone" | "title" | "url">,
  backend: DeskBackend,
  previewPath?: string,
): object {
  return {
    load_config_file: false,
    backend,
    app_title: site.title,
    site_url: site.url,
    display_url: site.url,
    show_preview_links: previewPath !== undefined,
    logo: { src: `${basePathOf(site.url)}/favicon.ico` },
    media_libraries: { stock_assets: false },
    media_folder: picturesFolder,
    public_folder: `/${picturesFolder}`,
    asset_collections: [
      { name: "beside", label: "Beside articles", media_folder: "articles", public_folder: "/articles" },
    ],
    slug: { encoding: "unicode", clean_accents: false, maxlength: 80 },
    output: { omit_empty_optional_fields: true },
    editor: { preview: false },
    collections: [
      {
        name: "articles",
        label: "Articles",
        label_singular: "Article",
        folder: "articles",
        path: "{{fields.date | date('YYYY')}}/{{fields.date | date('MM')}}/{{slug}}",
        slug: "{{title}}",
        // The same as above, so that a picture of any article can be chosen for this one.
        media_folder: `/${picturesFolder}`,
        public_folder: `/${picturesFolder}`,
        format: deskFormat,
        create: true,
        summary: "{{date}} {{draft | ternary('**Draft** ', '')}}{{title}}",
        sortable_fields: { fields: ["date", "title"], default: { field: "date", direction: "Descending" } },
        view_filters: [
          { label: "Drafts", field: "draft", pattern: true },
          { label: "Scheduled", field: "date", gt: "{{now}}" },
        ],
        ...(previewPath !== undefined && { preview_path: previewPath }),
        fields: deskFields(site),
      },
    ],
  };
}
