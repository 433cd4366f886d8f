/** Stable pagination: listing pages counted from the oldest, so that a full page never changes again. */

export type PageSlice<Item> = {
  /** 1 for the oldest full page; undefined for the newest end, which lives at the listing's own address. */
  readonly number: number | undefined;
  /** Newest first. */
  readonly items: readonly Item[];
  /** Whether there is a page of older items, and its number. */
  readonly older: number | undefined;
};

/**
 * Cuts a list into pages. With n items and a page size of p there are ⌊n ÷ p⌋ − 1 closed pages of exactly p
 * (none if that is below zero); the newest end holds the rest: between p and 2p − 1 items, or all if there are fewer.
 * An item added as the newest changes the newest end alone.
 *
 * @param newestFirst the whole list
 * @returns the newest end, then the closed pages from the newest to the oldest
 */
export function stablePages<Item>(newestFirst: readonly Item[], pageSize: number): PageSlice<Item>[] {
  const total = newestFirst.length;
  const closedCount = Math.max(0, Math.floor(total / pageSize) - 1);
  const newestEndSize = total - closedCount * pageSize;
  const pages: PageSlice<Item>[] = [
    { number: undefined, items: newestFirst.slice(0, newestEndSize), older: closedCount || undefined },
  ];
  for (let number = closedCount; number >= 1; number -= 1) {
    const end = total - (number - 1) * pageSize;
    pages.push({
      number,
      items: newestFirst.slice(end - pageSize, end),
      older: number > 1 ? number - 1 : undefined,
    });
  }
  return pages;
}
