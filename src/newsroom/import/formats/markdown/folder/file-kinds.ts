/** What files of a folder are by their names. */

/** Texts that are read. */
export const markdownName = /\.(?:md|markdown|mkdn?|mdown|mdx)$/i;
export const htmlName = /\.html?$/i;

/** Texts in other languages, by what people call these. */
const otherTexts: readonly (readonly [RegExp, string])[] = [
  [/\.(?:rst|rest)$/i, "reStructuredText"],
  [/\.(?:adoc|asciidoc|asc)$/i, "AsciiDoc"],
  [/\.textile$/i, "Textile"],
  [/\.org$/i, "Org"],
  [/\.ipynb$/i, "a notebook"],
];

/** What the language of a text is called that is not read; undefined of all other files. */
export function otherTextName(file: string): string | undefined {
  return otherTexts.find(([name]) => name.test(file))?.[1];
}

/** Pictures, and files that stories link to. */
export const mediaName =
  /\.(?:avif|bmp|gif|jpe?g|jfif|png|svg|tiff?|webp|pdf|docx?|xlsx?|pptx?|od[tsp]|csv|epub|zip|mp3|m4a|ogg|oga|opus|wav|flac|mp4|m4v|mov|webm|ogv)$/i;
export const pictureName = /\.(?:avif|gif|jpe?g|jfif|png|svg|webp)$/i;
