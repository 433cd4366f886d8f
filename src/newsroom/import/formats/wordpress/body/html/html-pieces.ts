/** HTML taken apart into its tags and the text between them, without judging whether they fit together. */
import { Tokenizer } from "htmlparser2";

export type HtmlPiece = {
  readonly kind: "text" | "open" | "close" | "comment";
  /** Of a tag, in small letters. */
  readonly name: string;
  /** Where it stands in the HTML. */
  readonly start: number;
  readonly end: number;
};

/** All pieces, one after the other: together they are the HTML. */
export function htmlPieces(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let tag: { kind: "open" | "close"; name: string; start: number } | undefined;
  let done = 0;
  const add = (kind: HtmlPiece["kind"], name: string, end: number): void => {
    if (end > done) pieces.push({ kind, name, start: done, end });
    done = Math.max(done, end);
  };
  const begin = (kind: "open" | "close", start: number, end: number): void => {
    tag = { kind, name: html.slice(start, end).toLowerCase(), start: html.lastIndexOf("<", start) };
    add("text", "", tag.start);
  };
  /** @param last where the ">" stands */
  const finish = (last: number): void => {
    if (tag !== undefined) add(tag.kind, tag.name, last + 1);
    tag = undefined;
  };
  const other = (start: number, end: number): void => {
    add("text", "", html.lastIndexOf("<", start));
    add("comment", "", Math.min(html.length, end + 1));
  };
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      onopentagname: (start, end) => begin("open", start, end),
      onopentagend: finish,
      onselfclosingtag: finish,
      onclosetag: (start, end) => {
        begin("close", start, end);
        finish(html.indexOf(">", end) === -1 ? html.length - 1 : html.indexOf(">", end));
      },
      oncomment: (start, end) => other(start, end),
      ondeclaration: (start, end) => other(start, end),
      onprocessinginstruction: (start, end) => other(start, end),
      oncdata: (start, end) => other(start, end),
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      onend: nothing,
      ontext: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  add("text", "", html.length);
  return pieces;
}
