/** The types of `plugin.js` for those who install the package. */
/// <reference path="../../publish/rendering/eleventy/11ty__eleventy.d.ts" />
/// <reference path="../../publish/rendering/eleventy/11ty__eleventy-inside.d.ts" />
import type { UserConfig } from "@11ty/eleventy";

/** Dateline as a plugin of Eleventy: `eleventy.addPlugin(dateline)`. */
export default function dateline(eleventy: UserConfig): Promise<void>;
