/** The text of a body as markdown-it has parsed it: every token inside of blocks, at any depth. */
import type { Env, StateCore, Token } from "markdown-it";

/** Those of notes that are written inside the text (`^[words]`) among them: markdown-it-footnote keeps them apart. */
export function inlineTokens({ tokens, env }: Pick<StateCore, "tokens" | "env">): Token[] {
  const found: Token[] = [];
  const collect = (list: readonly Token[]) => {
    for (const token of list) {
      found.push(token);
      if (token.children !== null) collect(token.children);
    }
  };
  for (const { children } of tokens) if (children !== null) collect(children);
  for (const { tokens: noted } of hasNotes(env) ? (env.footnotes.list ?? []) : []) collect(noted ?? []);
  return found;
}

/** A note in the list that markdown-it-footnote keeps; one that is written inside the text has its tokens. */
export type ListedNote = {
  readonly content?: string;
  readonly tokens?: Token[];
  /** Of a note apart from the text, and how often the text refers to it. */
  readonly label?: string;
  readonly count?: number;
};

/** That list, to which notes can be added. */
export function notesOf(env: Env): ListedNote[] {
  if (!hasNotes(env)) env["footnotes"] = {};
  if (!hasNotes(env)) return [];
  env.footnotes.list ??= [];
  return env.footnotes.list;
}

function hasNotes(env: Env): env is Env & { footnotes: { list?: ListedNote[] } } {
  return typeof env["footnotes"] === "object";
}
