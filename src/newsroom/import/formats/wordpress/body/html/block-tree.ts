/**
 * The blocks of the block editor, told by their comments: `<!-- wp:image {"id":5} --> … <!-- /wp:image -->`
 * (https://developer.wordpress.org/block-editor/explanations/architecture/key-concepts/).
 */
import { z } from "zod";

export type Block = {
  /** Without `core/`; empty of the whole text. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** HTML, and the blocks in it. */
  readonly parts: readonly (string | Block)[];
  /** Whether it is one comment alone: the site works out what it shows. */
  readonly isVoid: boolean;
};

type OpenBlock = Block & { readonly parts: (string | Block)[] };

const delimiter =
  /^<!--\s+(\/)?wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+(?:(\{[\s\S]*\})\s+)?(\/)?-->$/;
/** Blocks deeper in blocks stand beside each other. */
const deepest = 50;
const attributesSchema = z.record(z.string(), z.unknown());

/** The blocks of a text. One that is never closed ends with what it stands in; what closes none is passed over. */
export function blockTree(html: string): Block {
  const root: OpenBlock = { name: "", attributes: {}, parts: [], isVoid: false };
  const open: OpenBlock[] = [root];
  let done = 0;
  const inside = () => open.at(-1) ?? root;
  for (const { start, end } of comments(html)) {
    const [, closing, name, json, isVoid] = delimiter.exec(html.slice(start, end)) ?? [];
    if (name === undefined) continue;
    if (start > done) inside().parts.push(html.slice(done, start));
    done = end;
    const own = name.replace(/^core\//, "");
    if (closing !== undefined) {
      const at = open.findLastIndex((block) => block.name === own);
      if (at > 0) open.length = at;
      continue;
    }
    const block: OpenBlock = {
      name: own,
      attributes: attributesOf(json),
      parts: [],
      isVoid: isVoid !== undefined,
    };
    inside().parts.push(block);
    if (isVoid === undefined && open.length < deepest) open.push(block);
  }
  if (html.length > done) inside().parts.push(html.slice(done));
  return root;
}

/** As WordPress finds them: whatever HTML they stand in. */
function* comments(html: string): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = html.indexOf("<!--"); start !== -1; ) {
    const closing = html.indexOf("-->", start + 4);
    if (closing === -1) return;
    const end = closing + 3;
    yield { start, end };
    start = html.indexOf("<!--", end);
  }
}

function attributesOf(json: string | undefined): Block["attributes"] {
  try {
    const attributes = attributesSchema.safeParse(JSON.parse(json ?? "{}"));
    return attributes.success ? attributes.data : {};
  } catch {
    return {};
  }
}
