/** What the preview adds to a page: the way to load it again, and what is wrong, laid over it. */
import { escapeText } from "entities";
import type { Diagnostic } from "../content/diagnostics/diagnostic.ts";
import { countText, reportText } from "../content/diagnostics/report.ts";
import { previewSegment } from "../content/values/address.ts";

export const previewStyles = `/${previewSegment}/preview.css`;
export const previewScript = `/${previewSegment}/preview.js`;
export const previewEvents = `/${previewSegment}/events`;

/**
 * The HTML of a page as the preview sends it. All that is added comes from files of the preview's own,
 * so that the production content security policy holds.
 *
 * @param version changes with every change of anything the preview shows
 */
export function decorated(html: string, version: string, diagnostics: readonly Diagnostic[]): string {
  const head = [
    `<meta name="preview-version" content="${version}">`,
    `<link rel="stylesheet" href="${previewStyles}">`,
    `<script type="module" src="${previewScript}"></script>`,
  ].join("\n");
  const overlay = diagnostics.length === 0 ? "" : overlayOf(diagnostics);
  return html.replace(/<title>/, () => `${head}\n<title>`).replace(/<body>\n?/, (body) => body + overlay);
}

function overlayOf(diagnostics: readonly Diagnostic[]): string {
  return [
    '<section class="preview-overlay" role="alert">',
    `<h2>${countText(diagnostics)}</h2>`,
    '<button type="button" class="preview-close">Close (Esc)</button>',
    `<pre tabindex="0">${escapeText(reportText(diagnostics, "text"))}</pre>`,
    "</section>\n",
  ].join("\n");
}
