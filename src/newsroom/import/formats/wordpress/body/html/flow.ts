/** The text of a post on its way to HTML: pieces that still await their paragraphs. */
import type { HtmlPiece } from "./html-pieces.ts";

export type Flow =
  | (Pick<HtmlPiece, "kind" | "name"> & { readonly html: string })
  | { readonly kind: "made"; readonly isBlock: boolean; readonly html: string };

/** HTML that stands for itself, outside of paragraphs. */
export function blockOf(html: string): Flow {
  return { kind: "made", isBlock: true, html };
}

/** HTML that is part of a paragraph. */
export function inlineOf(html: string): Flow {
  return { kind: "made", isBlock: false, html };
}

/** What stands in an element that paragraphs are made within. */
export function within(name: string, inside: readonly Flow[]): Flow[] {
  return [{ kind: "open", name, html: `<${name}>` }, ...inside, { kind: "close", name, html: `</${name}>` }];
}

/** As it stands there, without paragraphs. */
export function htmlOf(flow: readonly Flow[]): string {
  return flow.map(({ html }) => html).join("");
}
