/**
 * The paragraphs of WordPress' classic editor, which writes none: an empty line parts paragraphs, and a line's end breaks the
 * line (https://developer.wordpress.org/reference/functions/wpautop/ says what, and this is not made of its code).
 */
import type { Flow } from "./flow.ts";
import { addressesApart, type Inline, isBlank, partedAt, withBreaks } from "./paragraph-lines.ts";

/** What paragraphs are made in: of all text, or only where an empty line parts it. */
const alwaysParted: ReadonlySet<string> = new Set(["", "blockquote"]);
const blocks: ReadonlySet<string> = new Set(
  "address article aside blockquote caption center col colgroup dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** In these, all text is one line or one paragraph. */
const lines: ReadonlySet<string> = new Set(
  "caption dt figcaption h1 h2 h3 h4 h5 h6 legend summary".split(" "),
);
/** In these stands no text. */
const structures: ReadonlySet<string> = new Set(
  "colgroup dl menu ol table tbody tfoot thead tr ul".split(" "),
);
const empty: ReadonlySet<string> = new Set(["col", "hr"]);
/** What line ends mean nothing in, or something of their own. */
const verbatim: ReadonlySet<string> = new Set(
  "audio canvas iframe map math noscript object pre script select style svg textarea video".split(" "),
);

/** @param embedded what an address becomes that stands in a line of its own */
export function paragraphs(flow: readonly Flow[], embedded: (address: string) => string): string {
  const making = new Making(embedded, countsOf(flow));
  for (const piece of flow) making.add(piece);
  return making.end();
}

/** How often each element is closed: what never is encloses nothing. */
function countsOf(flow: readonly Flow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const piece of flow)
    if (piece.kind === "close") counts.set(piece.name, (counts.get(piece.name) ?? 0) + 1);
  return counts;
}

class Making {
  readonly #embedded: (address: string) => string;
  readonly #closings: Map<string, number>;
  readonly #made: string[] = [];
  readonly #open: string[] = [];
  readonly #openCounts = new Map<string, number>();
  #inlines: Inline[] = [];
  /** The element whose inside is taken as it is, and how often it stands in itself. */
  #verbatim: { readonly name: string; depth: number } | undefined;

  constructor(embedded: (address: string) => string, closings: Map<string, number>) {
    this.#embedded = embedded;
    this.#closings = closings;
  }

  add(piece: Flow): void {
    if (piece.kind === "close") this.#closings.set(piece.name, (this.#closings.get(piece.name) ?? 1) - 1);
    if (this.#verbatim !== undefined) this.#addVerbatim(piece, this.#verbatim);
    else if (piece.kind === "made") piece.isBlock ? this.#block(piece.html) : this.#inline(piece.html);
    else if (piece.kind === "text") this.#text(piece.html);
    else if (piece.kind === "comment") this.#comment(piece.html);
    else if (piece.name === "br") this.#inlines.push({ kind: "break", html: "" });
    else if (piece.kind === "open") this.#opened(piece.name, piece.html);
    else this.#closed(piece.name, piece.html);
  }

  end(): string {
    this.#flush();
    return this.#made.join("\n");
  }

  #addVerbatim(piece: Flow, outer: { readonly name: string; depth: number }): void {
    this.#inline(piece.html);
    if (piece.kind === "open" && piece.name === outer.name) outer.depth += 1;
    if (piece.kind === "close" && piece.name === outer.name) outer.depth -= 1;
    if (outer.depth > 0) return;
    this.#verbatim = undefined;
    if (!blocks.has(outer.name)) return;
    const html = this.#inlines.map((inline) => inline.html).join("");
    this.#inlines = [];
    this.#made.push(html);
  }

  #opened(name: string, html: string): void {
    const isBlock = blocks.has(name);
    if (isBlock) this.#flush();
    if (verbatim.has(name) && (this.#closings.get(name) ?? 0) > 0) {
      this.#verbatim = { name, depth: 1 };
      this.#inline(html);
    } else if (!isBlock) this.#inline(html);
    else {
      this.#made.push(html);
      if (empty.has(name)) return;
      this.#open.push(name);
      this.#openCounts.set(name, (this.#openCounts.get(name) ?? 0) + 1);
    }
  }

  #closed(name: string, html: string): void {
    if (!blocks.has(name)) {
      this.#inline(html);
      return;
    }
    this.#flush();
    if ((this.#openCounts.get(name) ?? 0) === 0) return;
    for (let last = this.#open.pop(); last !== undefined; last = this.#open.pop()) {
      this.#openCounts.set(last, (this.#openCounts.get(last) ?? 1) - 1);
      if (last === name) break;
    }
    this.#made.push(html);
  }

  #comment(html: string): void {
    if (/^<!--\s*more\b/.test(html)) this.#block("<!--more-->");
    else if (/^<!--\s*nextpage/.test(html)) this.#flush();
  }

  #block(html: string): void {
    this.#flush();
    this.#made.push(html);
  }

  #inline(html: string): void {
    this.#inlines.push({ kind: "html", html });
  }

  #text(text: string): void {
    if (structures.has(this.#open.at(-1) ?? "")) {
      this.#inline(text.replace(/\s+/g, " "));
      return;
    }
    const parts = text.replace(/\r\n?/g, "\n").split("\n");
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.#inlines.push({ kind: "line", html: "\n" });
      if (part !== "") this.#inline(part);
    }
  }

  /** Makes paragraphs of what has been gathered since the last block. */
  #flush(): void {
    const gathered = this.#inlines;
    this.#inlines = [];
    if (gathered.every(isBlank)) return;
    const container = this.#open.at(-1) ?? "";
    const parted = lines.has(container) ? [gathered] : partedAt(gathered);
    if (container === "p") {
      this.#made.push(parted.map((one) => withBreaks(one)).join("</p>\n<p>"));
      return;
    }
    const wrapped = alwaysParted.has(container) || parted.length > 1;
    for (const one of parted) {
      for (const { address, html } of addressesApart(one, wrapped)) {
        if (address !== undefined) this.#made.push(this.#embedded(address));
        else this.#made.push(wrapped ? `<p>${html}</p>` : html);
      }
    }
  }
}
