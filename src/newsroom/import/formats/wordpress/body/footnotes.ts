/** The notes of a text: of plugins, which keep them within the text, and of the block editor, which keeps them beside it. */
import { escapeAttribute } from "entities";
import { z } from "zod";

export type Footnotes = {
  /** Takes the HTML of a note and gives what stands in its place. */
  readonly add: (html: string) => string;
  /** The list of all that have been added; empty where none has. */
  readonly list: () => string;
};

export function newFootnotes(): Footnotes {
  const notes: string[] = [];
  return {
    add(html) {
      notes.push(html);
      return `<sup><a href="#footnote-code-${notes.length}" id="footnote-code-${notes.length}-link">${notes.length}</a></sup>`;
    },
    list() {
      return listOf(notes.map((content, index) => ({ id: `footnote-code-${index + 1}`, content })));
    },
  };
}

const storedNotes = z.array(z.object({ id: z.string(), content: z.string() }));

/** The list of notes that the block editor keeps as JSON; undefined where it is none. */
export function storedFootnotes(json: string): string | undefined {
  try {
    const notes = storedNotes.safeParse(JSON.parse(json));
    return notes.success ? listOf(notes.data) : undefined;
  } catch {
    return undefined;
  }
}

/** As the block editor writes it. */
function listOf(notes: readonly z.infer<typeof storedNotes>[number][]): string {
  if (notes.length === 0) return "";
  const items = notes.map(({ id, content }) => {
    const name = escapeAttribute(id);
    return `<li id="${name}">${content} <a href="#${name}-link">↩︎</a></li>`;
  });
  return `<ol class="wp-block-footnotes">${items.join("")}</ol>`;
}
