/** What a page template may read beside what a project adds. */
import { outputFileOf } from "../../content/values/address.ts";
import type { View } from "../../site/frame/page-views.ts";
import { type Sections, type SiteView, sectionsOn } from "../../site/frame/site-view.ts";
import type { AssetAddresses } from "./assets/assets.ts";

export type PageContext = {
  readonly view: View & { readonly sections: Sections };
  readonly site: SiteView;
  readonly assets: AssetAddresses;
  /** As Eleventy has it (https://www.11ty.dev/docs/data-eleventy-supplied/): filters and shortcodes look at it. */
  readonly page: { readonly url: string; readonly inputPath: string; readonly outputPath: string };
};

/** Names that are taken: no data of a project's own has them in templates. */
export const ownNames: ReadonlySet<string> = new Set(["view", "site", "assets", "page", "once"]);

/** @param template the name of the page's template, such as `pages/article.njk` */
export function pageContext(
  template: string,
  view: View,
  site: SiteView,
  assets: AssetAddresses,
): PageContext {
  const page = {
    url: view.address,
    inputPath: `./templates/${template}`,
    outputPath: outputFileOf(view.address),
  };
  return { view: { sections: sectionsOn(site, view), ...view }, site, assets, page };
}
