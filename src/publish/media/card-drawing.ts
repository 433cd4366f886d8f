/** Drawing cards: the site's name, a headline and its category, in any script the fonts have. */
import { escapeUTF8 } from "entities";
import { type CardText, cardSize } from "../../site/machines/cards.ts";
import { loadSharp } from "../pictures/sharp.ts";
import type { CardFonts } from "./card-fonts.ts";
import { IndexedPicture } from "./indexed-png.ts";

/** Pixels, and the colours of templates/assets/css/tokens.css. Raise `drawing` in cards.ts with any change. */
const margin = 80;
const textWidth = cardSize.width - 2 * margin;
const barHeight = 16;
const siteTitleTop = 68;
const titleTop = 150;
const titleHeight = 350;
const categoryBottom = 570;
const titleSizes = [84, 72, 62, 54, 46] as const;
const smallSize = 34;
/** Room for one line in the small size, with marks above and below, and for no second one. */
const lineHeight = 64;
const colours = { paper: "#fffdf9", ink: "#1b1d1f", inkSoft: "#55595e", accent: "#a3201b" } as const;

/** How much of each pixel a text covers, from 0 to 255. */
type Drawn = { readonly cover: Uint8Array; readonly width: number; readonly height: number };
type TextStyle = { readonly fonts: string; readonly size: number };

/**
 * The colours of a card: the paper first, and then as many shades of each colour as an edge needs to be smooth. With
 * sixteen, a pixel takes four bits.
 */
const shades = {
  ink: { first: 1, count: 7 },
  inkSoft: { first: 8, count: 4 },
  accent: { first: 12, count: 4 },
} as const;

type Colour = keyof typeof shades;

/** Draws a card. @returns a PNG of `cardSize` */
export async function drawCard(card: CardText, fonts: CardFonts): Promise<Uint8Array> {
  const [siteTitle = "", title = "", category = ""] = [card.siteTitle, card.title, card.category].map(
    (text) => fonts.drawable(text),
  );
  const families = `${fonts.familiesFor(card.language)} Bold`;
  const [top, middle, bottom] = await Promise.all([
    drawLine(siteTitle, families),
    // Where no font has a letter of the headline, the site speaks for it.
    drawWithin(titleHeight, titleSizes, title || siteTitle, families),
    drawLine(category, families),
  ]);
  const canvas = new IndexedPicture(cardSize.width, cardSize.height);
  canvas.fillRows(barHeight, shades.accent.first + shades.accent.count - 1);
  const left = ({ width }: Drawn) =>
    card.direction === "rtl" ? Math.max(0, cardSize.width - margin - width) : margin;
  if (top !== undefined) lay(top, "inkSoft", canvas, left(top), siteTitleTop);
  if (middle !== undefined) lay(middle, "ink", canvas, left(middle), titleTop);
  if (bottom !== undefined) lay(bottom, "accent", canvas, left(bottom), categoryBottom - bottom.height);
  return canvas.png(paletteOf(card.accent ?? colours.accent));
}

/** Sixteen colours, of red, green and blue each. */
function paletteOf(accent: string): Uint8Array {
  const paper = bytesOf(colours.paper);
  const palette = [...paper];
  for (const [colour, { count }] of [
    [colours.ink, shades.ink],
    [colours.inkSoft, shades.inkSoft],
    [accent, shades.accent],
  ] as const) {
    const full = bytesOf(colour);
    for (let shade = 1; shade <= count; shade += 1) {
      const share = shade / count;
      palette.push(
        ...full.map((over, channel) => Math.round(over * share + (paper[channel] ?? 0) * (1 - share))),
      );
    }
  }
  return Uint8Array.from(palette);
}

function bytesOf(colour: string): number[] {
  return [...Buffer.from(colour.slice(1), "hex")];
}

/** Lays a text over a canvas. */
function lay(
  { cover, width, height }: Drawn,
  colour: Colour,
  canvas: IndexedPicture,
  left: number,
  top: number,
): void {
  const { first, count } = shades[colour];
  // What is hardly covered stays paper.
  const places = Uint8Array.from({ length: 256 }, (_, covered) => {
    const shade = Math.round((covered * count) / 255);
    return shade === 0 ? 0 : first + shade - 1;
  });
  // Marks may stand out to the side.
  const columns = Math.min(width, cardSize.width - left);
  for (let row = 0; row < height; row += 1) {
    const from = row * width;
    canvas.lay(cover.subarray(from, from + columns), places, left, top + row);
  }
}

/** The lines that many cards have: the site's name, and categories. */
const lines = new Map<string, Promise<Drawn | undefined>>();
const mostLines = 64;

function drawLine(text: string, fonts: string): Promise<Drawn | undefined> {
  const key = `${fonts}\n${text}`;
  const known = lines.get(key);
  if (known !== undefined) return known;
  if (lines.size >= mostLines) lines.clear();
  const drawing = drawWithin(lineHeight, [smallSize], text, fonts);
  lines.set(key, drawing);
  return drawing;
}

/**
 * Draws a text in the largest of some sizes in which it is low enough. One that is too high in the smallest is cut,
 * and ends in an ellipsis.
 */
async function drawWithin(
  height: number,
  sizes: readonly number[],
  text: string,
  fonts: string,
): Promise<Drawn | undefined> {
  const letters = graphemesOf(text);
  for (const size of sizes.filter((size) => mayFit(letters, size, height))) {
    const drawn = await drawText(text, { fonts, size });
    if (drawn === undefined || drawn.height <= height) return drawn;
  }
  const size = sizes.at(-1) ?? smallSize;
  for (let count = Math.min(letters.length - 1, mostLetters); ; count = Math.floor(count * 0.85)) {
    const cut = `${letters.slice(0, count).join("").trimEnd()}…`;
    const drawn = await drawText(cut, { fonts, size });
    if (drawn === undefined || drawn.height <= height || count <= 0) return drawn;
  }
}

/** No card holds more, in any script. */
const mostLetters = 300;

/** Of the size of bold letters, by Noto's metrics; how full lines are that are broken between words; and how high one is. */
const usualWidth = 0.5;
const usualFill = 0.9;
const usualLine = 1.36;
const wideLetter = /[\p{scx=Hang}\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}]/u;

/** Sizes in which a text will be too high need not be tried: by the usual widths of letters, and nine tenths of each line full. */
function mayFit(letters: readonly string[], size: number, height: number): boolean {
  if (letters.length > mostLetters) return false;
  const width = size * letters.reduce((sum, letter) => sum + (wideLetter.test(letter) ? 1 : usualWidth), 0);
  const lines = Math.ceil(width / (textWidth * usualFill));
  return lines <= Math.max(1, Math.floor(height / (size * usualLine)));
}

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

function graphemesOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Undefined where there is nothing to draw. */
async function drawText(text: string, { fonts, size }: TextStyle): Promise<Drawn | undefined> {
  if (text === "") return undefined;
  const sharp = await loadSharp();
  const { data, info } = await sharp({
    text: {
      // https://docs.gtk.org/Pango/pango_markup.html, which has the references of XML
      text: escapeUTF8(text),
      font: `${fonts} ${size}`,
      width: textWidth,
      // A word wider than the card is broken.
      wrap: "word-char",
      // At 72 dots to the inch a point is a pixel.
      dpi: 72,
    },
  })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { cover: data, width: info.width, height: info.height };
}
