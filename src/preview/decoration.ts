/** What the preview adds to a page: the way to load it again, and what is wrong, laid over it. */
import { escapeText } from "entities";
import { Parser } from "htmlparser2";
import type { Diagnostic } from "../content/diagnostics/diagnostic.ts";
import { countText, reportText } from "../content/diagnostics/report.ts";
import { type Edit, edited } from "../content/style/edits.ts";
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
  const { title, body } = placesIn(html);
  const inserted = (start: number | undefined, text: string): Edit[] =>
    start === undefined ? [] : [{ start, end: start, text }];
  return edited(html, [...inserted(title, `${head}\n`), ...inserted(body, overlay)]);
}

/**
 * Where the title begins and the body's first line: a site's own layouts may give both tags attributes. What looks like one of
 * them in a comment, a script, an attribute or the body is none.
 */
function placesIn(html: string): { readonly title?: number; readonly body?: number } {
  const places: { title?: number; body?: number } = {};
  const parser = new Parser({
    onopentag(name) {
      if (places.body !== undefined) return;
      if (name === "title") places.title ??= parser.startIndex;
      if (name !== "body") return;
      const end = parser.endIndex + 1;
      places.body = html[end] === "\n" ? end + 1 : end;
    },
  });
  parser.end(html);
  return places;
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
