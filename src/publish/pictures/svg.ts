/** SVG, as far as it has to be known to be shown: its size, and whether it holds what may not be published. */
import { Parser } from "htmlparser2";
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import type { NamedPicture } from "../../site/settings/site.ts";

export type SvgReading = {
  /** The size it says it has, in pixels; absent where it says none. */
  readonly size?: { readonly width: number; readonly height: number };
  /** What makes it more than a picture, in words. */
  readonly danger?: string;
};

/** Elements that run scripts, or take in pages: opened by itself, an SVG is a page. */
const forbidden: ReadonlySet<string> = new Set([
  "script",
  "foreignobject",
  "iframe",
  "embed",
  "object",
  "handler",
]);

/** Reads an SVG that site.yaml names, or says why it may not be published. */
export function publishableSvg(content: Uint8Array, { file, place }: NamedPicture): SvgReading | Diagnostic {
  const svg = readSvg(Buffer.from(content).toString("utf8"));
  if (svg === undefined) return errorAt(place, "bad-logo", `"${file}" is no SVG; save it anew`);
  if (svg.danger === undefined) return svg;
  return errorAt(place, "bad-logo", `"${file}" holds ${svg.danger}; save it as a picture alone`);
}

/** Reads an SVG; undefined where a text is none. */
export function readSvg(text: string): SvgReading | undefined {
  let root: Record<string, string> | undefined;
  let danger: string | undefined;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const plain = name.toLowerCase().replace(/^.*:/, "");
        if (root === undefined && plain === "svg") root = attributes;
        if (forbidden.has(plain)) danger ??= `an element <${plain}>`;
        for (const [key, value] of Object.entries(attributes)) {
          if (/^on/i.test(key)) danger ??= `a script in its attribute ${key}`;
          if (/^\s*(?:javascript|data:text)/i.test(value)) danger ??= `a script in its attribute ${key}`;
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (root === undefined) return undefined;
  const size = sizeOf(root);
  return { ...(size && { size }), ...(danger !== undefined && { danger }) };
}

/** https://svgwg.org/svg2-draft/coords.html#SizingSVGInCSS: its own width and height, else those of its viewBox. */
function sizeOf({ width, height, viewBox }: Record<string, string>) {
  const own = [pixels(width), pixels(height)];
  const box = viewBox
    ?.trim()
    .split(/[\s,]+/)
    .slice(2)
    .map(Number);
  const [wide = 0, high = 0] = own.every((side) => side > 0) ? own : (box ?? []);
  return wide > 0 && high > 0 ? { width: wide, height: high } : undefined;
}

function pixels(length = ""): number {
  return /^\s*[\d.]+(?:px)?\s*$/.test(length) ? Number.parseFloat(length) : 0;
}
