/** Drawing cards: the site's name, a headline and its category, in any script the fonts have. */
import { escapeUTF8 } from "entities";
import { type CardText, cardSize } from "../../site/frame/cards.ts";
import { loadSharp } from "../pictures/sharp.ts";
import type { CardFonts } from "./card-fonts.ts";

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

type Drawn = { readonly pixels: Buffer; readonly width: number; readonly height: number };
type TextStyle = { readonly fonts: string; readonly size: number; readonly colour: string };

/** Draws a card. @returns a PNG of `cardSize` */
export async function drawCard(card: CardText, fonts: CardFonts): Promise<Uint8Array> {
  const [siteTitle = "", title = "", category = ""] = [card.siteTitle, card.title, card.category].map(
    (text) => fonts.drawable(text),
  );
  const { accent = colours.accent } = card;
  const style = { fonts: `${fonts.familiesFor(card.language)} Bold` };
  const [top, middle, bottom] = await Promise.all([
    drawWithin(lineHeight, [smallSize], siteTitle, { ...style, colour: colours.inkSoft }),
    // Where no font has a letter of the headline, the site speaks for it.
    drawWithin(titleHeight, titleSizes, title || siteTitle, { ...style, colour: colours.ink }),
    drawWithin(lineHeight, [smallSize], category, { ...style, colour: accent }),
  ]);
  const canvas = newCanvas(accent);
  const left = ({ width }: Drawn) =>
    card.direction === "rtl" ? Math.max(0, cardSize.width - margin - width) : margin;
  if (top !== undefined) lay(top, canvas, left(top), siteTitleTop);
  if (middle !== undefined) lay(middle, canvas, left(middle), titleTop);
  if (bottom !== undefined) lay(bottom, canvas, left(bottom), categoryBottom - bottom.height);
  const sharp = await loadSharp();
  return sharp(canvas, { raw: { ...cardSize, channels: 3 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** Paper with a bar at its head: red, green and blue of every pixel. */
function newCanvas(accent: string): Uint8Array {
  const channels = 3;
  return Buffer.alloc(cardSize.width * cardSize.height * channels, bytesOf(colours.paper)).fill(
    bytesOf(accent),
    0,
    cardSize.width * barHeight * channels,
  );
}

function bytesOf(colour: string): Uint8Array {
  return Buffer.from(colour.slice(1), "hex");
}

/** Lays text over a canvas. The library can do so too, but works on the whole canvas for each text. */
function lay({ pixels, width, height }: Drawn, canvas: Uint8Array, left: number, top: number): void {
  // Marks may stand out to the side.
  const columns = Math.min(width, cardSize.width - left);
  for (let row = 0; row < height; row += 1) {
    let from = row * width * 4;
    let to = ((top + row) * cardSize.width + left) * 3;
    for (let column = 0; column < columns; column += 1, from += 4, to += 3) {
      const alpha = pixels[from + 3] ?? 0;
      if (alpha === 0) continue;
      for (let channel = 0; channel < 3; channel += 1) {
        const over = pixels[from + channel] ?? 0;
        const under = canvas[to + channel] ?? 0;
        canvas[to + channel] = under + Math.round(((over - under) * alpha) / 255);
      }
    }
  }
}

/**
 * Draws a text in the largest of some sizes in which it is low enough. One that is too high in the smallest is cut,
 * and ends in an ellipsis.
 */
async function drawWithin(
  height: number,
  sizes: readonly number[],
  text: string,
  style: Omit<TextStyle, "size">,
): Promise<Drawn | undefined> {
  const letters = graphemesOf(text);
  for (const size of sizes.filter((size) => mayFit(letters.length, size, height))) {
    const drawn = await drawText(text, { ...style, size });
    if (drawn === undefined || drawn.height <= height) return drawn;
  }
  const size = sizes.at(-1) ?? smallSize;
  for (let count = Math.min(letters.length - 1, mostLetters); ; count = Math.floor(count * 0.85)) {
    const cut = `${letters.slice(0, count).join("").trimEnd()}…`;
    const drawn = await drawText(cut, { ...style, size });
    if (drawn === undefined || drawn.height <= height || count <= 0) return drawn;
  }
}

/** No card holds more, in any script. */
const mostLetters = 300;

/** Sizes that a long text cannot have need not be tried: on average a letter is a fifth of its size wide or more. */
function mayFit(letterCount: number, size: number, height: number): boolean {
  return letterCount <= mostLetters && letterCount * size * size * 0.2 <= textWidth * Math.max(height, size);
}

function graphemesOf(text: string): string[] {
  return [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)].map(
    ({ segment }) => segment,
  );
}

/** Undefined where there is nothing to draw. */
async function drawText(text: string, { fonts, size, colour }: TextStyle): Promise<Drawn | undefined> {
  if (text === "") return undefined;
  const sharp = await loadSharp();
  const { data, info } = await sharp({
    text: {
      // https://docs.gtk.org/Pango/pango_markup.html, which has the references of XML
      text: `<span foreground="${colour}">${escapeUTF8(text)}</span>`,
      font: `${fonts} ${size}`,
      width: textWidth,
      // A word wider than the card is broken.
      wrap: "word-char",
      // At 72 dots to the inch a point is a pixel.
      dpi: 72,
      rgba: true,
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}
