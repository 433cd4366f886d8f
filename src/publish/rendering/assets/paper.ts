/** The colours of the paper, in which browsers draw what is around a page. */

export type PaperColours = { readonly light: string; readonly dark: string };

const onRoot = /:root\{[^{}]*?--paper:([^;{}]+)/g;

/** What lightningcss makes of `light-dark(…, …)` for browsers that do not know it. */
const ofBothSchemes = /^var\(--lightningcss-light,([^()]+)\) ?var\(--lightningcss-dark,([^()]+)\)$/;

/** Those of a bundled style sheet, in which the site's own styles come last; undefined where they are no plain colours. */
export function paperOf(css: string): PaperColours | undefined {
  const value = [...css.matchAll(onRoot)].at(-1)?.[1] ?? "";
  const [, light, dark] = ofBothSchemes.exec(value) ?? [];
  if (light !== undefined && dark !== undefined) return { light, dark };
  return /^#?\w+$/.test(value) ? { light: value, dark: value } : undefined;
}
