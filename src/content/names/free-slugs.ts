/** Slugs of which no two are the same. */

/** Gives `c`, or where another term has it, `c-2`. */
export function freeSlugs(taken: Iterable<string>): (slug: string) => string {
  const used = new Set(taken);
  const numbers = new Map<string, number>();
  return (slug) => {
    let free = slug;
    while (used.has(free)) {
      const number = (numbers.get(slug) ?? 1) + 1;
      numbers.set(slug, number);
      free = `${slug}-${number}`;
    }
    used.add(free);
    return free;
  };
}
