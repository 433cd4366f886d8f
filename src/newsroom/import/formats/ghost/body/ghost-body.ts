/** The text of a post, in whichever of its forms Ghost has kept it. */
import type { ForeignBody } from "../../../foreign/foreign-item.ts";
import type { LostPart } from "../../../foreign/import-notes.ts";
import { withPlainCards } from "./html-cards.ts";
import { isLexical, lexicalHtml } from "./lexical.ts";
import { isMobiledoc, mobiledocHtml } from "./mobiledoc.ts";

/** The forms of a text, as far as a post has them. All but Markdown, of Ghost before version 1, may stand together. */
export type GhostText = {
  readonly html?: string | null | undefined;
  readonly lexical?: string | null | undefined;
  readonly mobiledoc?: string | null | undefined;
  readonly markdown?: string | null | undefined;
};

/**
 * The body of a post: its HTML, as readers had it, else what its editor kept. Undefined where there is nothing, or nothing
 * that can be read. Addresses within its own site are paths, as `siteAddresses` says.
 */
export function ghostBody(text: GhostText): ForeignBody | undefined {
  const lost: LostPart[] = [];
  const lose = (part: LostPart) => void lost.push(part);
  const html = text.html ?? "";
  if (html.trim() !== "") {
    const isOfMails = /"type":"email(?:-cta)?"|\["email(?:-cta)?",/;
    if (isOfMails.test(text.lexical ?? "") || isOfMails.test(text.mobiledoc ?? "")) {
      lose({ code: "dropped-markup", message: "what stood in mails alone is left out" });
    }
    return { form: "html", text: withPlainCards(siteAddresses(html), lose), lost };
  }
  const lexical = parsed(text.lexical);
  if (isLexical(lexical)) return { form: "html", text: siteAddresses(lexicalHtml(lexical, lose)), lost };
  const mobiledoc = parsed(text.mobiledoc);
  if (isMobiledoc(mobiledoc))
    return { form: "html", text: siteAddresses(mobiledocHtml(mobiledoc, lose)), lost };
  const markdown = text.markdown ?? "";
  return markdown.trim() === "" ? undefined : { form: "markdown", text: siteAddresses(markdown), lost };
}

/** A text with paths where Ghost writes a name for the address of its own site. */
export function siteAddresses(text: string): string {
  return text.replaceAll("__GHOST_URL__/", "/").replaceAll("__GHOST_URL__", "/");
}

function parsed(json: string | null | undefined): unknown {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return undefined;
  }
}
