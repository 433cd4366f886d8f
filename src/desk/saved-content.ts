/** What a file holds after a save: what the form changed, brought together with what the file has become meanwhile. */

import { z } from "zod";
import { decodeText } from "../content/article/article-text.ts";
import { articleName } from "../content/names/name-order.ts";
import { articleForm, UnreadableArticle } from "../content/writing/article-form.ts";
import { mergedArticle } from "../content/writing/article-merge.ts";
import { type Clash, reconciledArticle } from "../content/writing/article-reconciling.ts";
import { writtenAlike } from "../content/writing/written-alike.ts";
import { deskLabel } from "./editor/desk-fields.ts";

/** A change as the editor asks for it. */
export const askedChange = z.object({
  operation: z.enum(["create", "update", "delete"]),
  path: z.string(),
  /** Where the file was before, if it was moved. */
  from_path: z.string().optional(),
  content: z
    .base64()
    .transform((text): Uint8Array => Buffer.from(text, "base64"))
    .default(new Uint8Array()),
  /** What the editor believes to be there. Its tabs share one memory, so one may know what another has saved. */
  sha: z.string().optional(),
  /** What an article's file held when the form was opened; empty where there was none. */
  opened: z.string().optional(),
});

export type AskedChange = z.infer<typeof askedChange>;

/** A change that cannot be carried out; the message is for the person at the desk. */
export class SaveRefused extends Error {
  readonly status: 403 | 409 | 422;

  constructor(status: SaveRefused["status"], message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The new content. A file of which the form changed nothing is the same to the byte, line ends and byte-order mark included.
 *
 * @param current what the file holds now; undefined where there is none
 * @throws SaveRefused where form and file changed the same, or the file cannot be read any more
 */
export function contentOf(
  { path, content, opened }: AskedChange,
  current: Uint8Array | undefined,
): Uint8Array {
  if (current === undefined || !articleName.test(path)) return content;
  const original = decodeText(path, current);
  const edited = decodeText(path, content);
  if (typeof original !== "string" || typeof edited !== "string") return content;
  try {
    const merged =
      opened === undefined
        ? mergedArticle(original, articleForm(edited))
        : reconciled(path, opened, edited, original);
    if (merged === original) return current;
    return Buffer.from(writtenAlike(Buffer.from(current).toString("utf8"), merged));
  } catch (error) {
    if (!(error instanceof UnreadableArticle)) throw error;
    // A form is made of files that can be read: this one was damaged since, and is not the desk's to write over.
    if (opened !== undefined) throw damaged(path, error);
    return content;
  }
}

function reconciled(path: string, opened: string, edited: string, current: string): string {
  const result = reconciledArticle(opened, edited, current);
  if ("clashes" in result) throw overtaken(path, result.clashes);
  return result.text;
}

function overtaken(path: string, clashes: readonly Clash[]): SaveRefused {
  const lines = [
    `${path} was changed elsewhere since you opened it, in the same place as here. Nothing is saved, nothing is lost:`,
    ...clashes.map(
      ({ key, inFile, inForm }) =>
        `${deskLabel(key)} – in the file: ${quoted(inFile)} – in your form: ${quoted(inForm)}`,
    ),
    "Write here what the file says, or what both should say there; what differs elsewhere is brought together by itself.",
  ];
  return new SaveRefused(409, lines.join("\n"));
}

function damaged(path: string, { message }: UnreadableArticle): SaveRefused {
  return new SaveRefused(
    409,
    `${path} cannot be read any more since it was changed elsewhere: ${message}. Mend it there, then save here.`,
  );
}

function quoted(text: string): string {
  return text === "" ? "nothing" : `“${text}”`;
}
