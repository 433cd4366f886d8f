/**
 * Eleventy's configuration. Dateline is a plugin of it; filters, shortcodes, transforms, data and plugins of your own go
 * below, and act on its pages and on yours: docs/eleventy.md.
 */
import type { UserConfig } from "@11ty/eleventy";
import dateline from "dateline";

export default function configure(eleventy: UserConfig) {
  eleventy.addPlugin(dateline);
}
