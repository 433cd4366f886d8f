/** The text of a post, as WordPress would show it, in HTML. */
import type { ForeignBody } from "../../../foreign/foreign-item.ts";
import type { Knowledge } from "../wxr/knowledge.ts";
import type { WxrItem } from "../wxr/wxr-records.ts";
import { blocksHtml, classicHtml, hasBlocks } from "./blocks.ts";
import { newFootnotes } from "./footnotes.ts";
import { newLosses } from "./losses.ts";
import { withKnownPictures } from "./pictures.ts";

export function wordPressBody(item: WxrItem, known: Knowledge): ForeignBody {
  const losses = newLosses();
  const notes = newFootnotes();
  const ground = {
    item: item.field("wp:post_id"),
    known,
    lose: losses.lose,
    footnote: notes.add,
    footnotes: item.meta.get("footnotes")?.[0] ?? "",
  };
  const written = item.field("content:encoded");
  const html = hasBlocks(written) ? blocksHtml(written, ground) : classicHtml(written, ground);
  const list = notes.list();
  const text = withKnownPictures(list === "" ? html : `${html}\n${list}`, known);
  return { form: "html", text, lost: losses.parts() };
}
