/** Colours as `#rrggbb`, and how well they are read: https://www.w3.org/TR/WCAG22/#contrast-minimum */

/** What is read stands on it, in both schemes: `--paper` of templates/assets/css/tokens.css. */
export const papers = { light: "#fffdf9", dark: "#14171a" } as const;

export type Scheme = keyof typeof papers;

/** Of text to what it stands on. */
export const leastContrast = 4.5;

const shortColour = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i;

/** A colour with two digits for each part, in lower case; undefined for anything but `#rgb` and `#rrggbb`. */
export function wholeColour(text: string): string | undefined {
  const whole = text.replace(shortColour, "#$1$1$2$2$3$3").toLowerCase();
  return /^#[0-9a-f]{6}$/.test(whole) ? whole : undefined;
}

/** The contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour nearest to one that is read well in a scheme, made darker or lighter as that asks for. */
export function readableIn(scheme: Scheme, colour: string): string {
  const end = scheme === "light" ? 0 : 255;
  for (let percent = 0; percent < 100; percent += 1) {
    const mixed = partsOf(colour).map((part) => Math.round(part + ((end - part) * percent) / 100));
    const hex = `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    if (contrast(hex, papers[scheme]) >= leastContrast) return hex;
  }
  return scheme === "light" ? "#000000" : "#ffffff";
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue, from 0 to 255. */
function partsOf(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
