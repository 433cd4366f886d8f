/** The little of Eleventy's image library that Dateline uses: the package brings no types of its own. */
declare module "@11ty/eleventy-img" {
  import type { AvifOptions, JpegOptions, PngOptions, Sharp, SharpOptions, WebpOptions } from "sharp";

  export type ImageOptions = {
    widths: readonly number[];
    formats: readonly ("avif" | "webp" | "jpeg" | "png" | "gif")[];
    formatFiltering: readonly string[];
    minimumThreshold: number;
    fixOrientation: boolean;
    dryRun: boolean;
    useCache: boolean;
    failOnError: boolean;
    sharpOptions: SharpOptions;
    sharpAvifOptions: AvifOptions;
    sharpWebpOptions: WebpOptions;
    sharpJpegOptions: JpegOptions;
    sharpPngOptions: PngOptions;
    transform: (image: Sharp) => void;
  };

  /** By format. */
  export type Encoded = Readonly<Record<string, readonly { readonly buffer: Uint8Array }[]>>;

  export default function encode(file: string, options: ImageOptions): Promise<Encoded>;
}
