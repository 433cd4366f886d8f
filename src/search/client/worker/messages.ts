/** What a page and its worker say to each other. */
import type { Ranking } from "../../opened/pagefind/code.ts";
import type { PartFiles } from "../../opened/pagefind/parts-search.ts";

/** The first message: where the index lies, the path of Pagefind's code in it, and how it weighs what it finds. */
export type Start = { readonly folder: string; readonly code: string; readonly ranking: Ranking };

/** What a page asks for: see PartsSearch. */
export type Question =
  | { readonly open: PartFiles }
  | { readonly search: string | null }
  | { readonly page: string };

export type Call = { readonly id: number; readonly question: Question };

export type Answer =
  | { readonly value: unknown }
  | { readonly lost: { readonly address: string; readonly isGone: boolean } }
  | { readonly failed: string };

export type Reply = { readonly id: number; readonly answer: Answer };
