/** A shortcode with its content, and what it may need to know. */
import type { NoteCode } from "../../../../foreign/import-notes.ts";
import type { Knowledge } from "../../wxr/knowledge.ts";
import type { Flow } from "../html/flow.ts";
import type { CodeAttributes } from "./code-attributes.ts";

export type CodeUse = {
  readonly name: string;
  readonly attributes: CodeAttributes;
  /** Absent where it has none. */
  readonly content?: readonly Flow[] | undefined;
  /** The content as it is written; empty where it has none. */
  readonly text: string;
};

export type CodeGround = {
  /** The number of the post that the text is of. */
  readonly item: string;
  readonly known: Knowledge;
  readonly lose: (code: NoteCode, message: string) => void;
  /** Takes the HTML of a note and gives what stands in its place. */
  readonly footnote: (html: string) => string;
};

/** Undefined where nothing can be made of it: then it is listed, and its content kept. */
export type CodeMaker = (use: CodeUse, ground: CodeGround) => readonly Flow[] | undefined;
