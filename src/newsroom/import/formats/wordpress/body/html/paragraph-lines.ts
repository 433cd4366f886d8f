/** What stands between two blocks, parted into paragraphs and lines. */

/** A piece of a line, the end of one, or a `<br>`. */
export type Inline = { readonly kind: "html" | "line" | "break"; readonly html: string };

export function isBlank({ kind, html }: Inline): boolean {
  return kind !== "html" || html.trim() === "";
}

/** Parted at empty lines, and where a line is broken twice. */
export function partedAt(inlines: readonly Inline[]): Inline[][] {
  const parted: Inline[][] = [[]];
  let lineEnds = 0;
  let breaks = 0;
  for (const inline of inlines) {
    if (inline.kind === "html" && inline.html.trim() === "") {
      if (lineEnds + breaks === 0) parted.at(-1)?.push(inline);
      continue;
    }
    lineEnds += Number(inline.kind === "line");
    breaks += Number(inline.kind === "break");
    if (inline.kind !== "html") continue;
    if (lineEnds > 1 || breaks > 1) parted.push([]);
    else if (breaks > 0) parted.at(-1)?.push({ kind: "break", html: "" });
    else if (lineEnds > 0) parted.at(-1)?.push({ kind: "line", html: "\n" });
    lineEnds = 0;
    breaks = 0;
    parted.at(-1)?.push(inline);
  }
  return parted.filter((one) => !one.every(isBlank));
}

/** A paragraph, or what it is parted into where addresses stand in lines of their own. */
export function addressesApart(
  paragraph: readonly Inline[],
  wrapped: boolean,
): { readonly address?: string; readonly html: string }[] {
  const rows: Inline[][] = [[]];
  for (const inline of paragraph) {
    if (inline.kind === "html") rows.at(-1)?.push(inline);
    else rows.push([]);
  }
  const addresses = rows.map((row) => addressAlone(row.map(({ html }) => html).join("")));
  const isInLink = paragraph.some(({ html }) => /^<a[\s>]/i.test(html));
  if (!wrapped || isInLink || addresses.every((one) => one === undefined))
    return [{ html: withBreaks(paragraph) }];
  const apart: { address?: string; html: string }[] = [];
  let row: Inline[] = [];
  const finish = () => {
    if (!row.every(isBlank)) apart.push({ html: withBreaks(row) });
    row = [];
  };
  for (const [index, address] of addresses.entries()) {
    if (address === undefined) {
      if (row.length > 0) row.push({ kind: "line", html: "\n" });
      for (const inline of rows[index] ?? []) row.push(inline);
    } else {
      finish();
      apart.push({ address, html: "" });
    }
  }
  finish();
  return apart;
}

function addressAlone(html: string): string | undefined {
  const text = html.trim();
  return /^https?:\/\/[^\s<>"]+$/i.test(text) ? text : undefined;
}

/** With a break at each end of a line, but none at either end. */
export function withBreaks(inlines: readonly Inline[]): string {
  const [start, end] = [
    inlines.findIndex((one) => !isBlank(one)),
    inlines.findLastIndex((one) => !isBlank(one)),
  ];
  return inlines
    .slice(start, end + 1)
    .map(({ kind, html }) => (kind === "html" ? html : "<br>\n"))
    .join("")
    .trim();
}
