/** What is wrong with a template, where, and on which pages it shows. */

import {
  compareText,
  type Diagnostic,
  errorAt,
  type Place,
} from "../../../content/diagnostics/diagnostic.ts";
import { outputFileOf } from "../../../content/values/address.ts";
import type { LocatedArticle } from "../../../site/frame/planning.ts";

export class TemplateFault extends Error {
  readonly place: Place;
  /** What it says without the place. */
  readonly reason: string;
  /** The address, or the path in the output folder, of the page that was being made. */
  readonly page: string | undefined;

  constructor(place: Place, reason: string, page?: string) {
    super(`${place.file}${place.line === undefined ? "" : `:${place.line}:${place.column}`}: ${reason}`);
    this.place = place;
    this.reason = reason;
    this.page = page;
  }
}

/** Faults of templates, each once, however many pages it shows on. */
export class TemplateFaults {
  readonly #found = new Map<string, { readonly fault: TemplateFault; count: number }>();

  constructor(faults: readonly TemplateFault[] = []) {
    for (const fault of faults) this.add(fault);
  }

  add(fault: TemplateFault): void {
    const known = this.#found.get(fault.message);
    if (known === undefined) this.#found.set(fault.message, { fault, count: 1 });
    else known.count += 1;
  }

  /** Does something, and notes the fault that ends it, at once or later. @throws whatever else it throws */
  attempt<Value>(act: () => Value | Promise<Value>): Value | undefined | Promise<Value | undefined> {
    try {
      const value = act();
      return value instanceof Promise ? value.catch((error: unknown) => this.#note(error)) : value;
    } catch (error) {
      return this.#note(error);
    }
  }

  #note(error: unknown): undefined {
    if (!(error instanceof TemplateFault)) throw error;
    this.add(error);
  }

  /** Each once. */
  get all(): readonly TemplateFault[] {
    return [...this.#found.values()].map(({ fault }) => fault);
  }

  /** @param articles those that were shown: a page is named by its article */
  diagnostics(articles: readonly LocatedArticle[]): Diagnostic[] {
    if (this.#found.size === 0) return [];
    const files = new Map(articles.map(({ article, address }) => [outputFileOf(address), article.file]));
    return [...this.#found.values()]
      .map(({ fault, count }) => {
        const { place, reason, page } = fault;
        const named = page && (files.get(page.startsWith("/") ? outputFileOf(page) : page) ?? page);
        const others = count === 1 ? "" : ` and ${count - 1} more`;
        const message = named === undefined ? reason : `${reason} (seen on the page of ${named}${others})`;
        return errorAt(place, "broken-template", message);
      })
      .sort((a, b) => compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  }
}

/** What an error says. Eleventy wraps what a filter or shortcode throws, and keeps it beside its own message. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "originalError" in error && error.originalError instanceof Error
    ? `${error.message.trim()}: ${messageOf(error.originalError)}`
    : error.message;
}

/** A message of Nunjucks without the places it puts before it, and without the name of its error. */
export function reasonIn(message: string): string {
  const [last = ""] = message.trim().split("\n").slice(-1);
  return last.trim().replace(/^(?:Template render )?[Ee]rror: /, "");
}
