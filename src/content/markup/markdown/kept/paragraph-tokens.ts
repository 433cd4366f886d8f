/** A paragraph as markdown-it has it, made where the text has none. */
import type { StateCore, Token } from "markdown-it";

/**
 * The tokens of a paragraph.
 *
 * @param place a token that stands where it shall stand
 * @param children its text where that is parsed already
 */
export function paragraphOf(
  state: StateCore,
  content: string,
  { level, map }: Pick<Token, "level" | "map">,
  children: Token[] = [],
): Token[] {
  const opening = new state.Token("paragraph_open", "p", 1);
  const inline = new state.Token("inline", "", 0);
  const closing = new state.Token("paragraph_close", "p", -1);
  Object.assign(opening, { level, map, block: true });
  Object.assign(inline, { level: level + 1, map, block: true, content, children });
  Object.assign(closing, { level, block: true });
  return [opening, inline, closing];
}
