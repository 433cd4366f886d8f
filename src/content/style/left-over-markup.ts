/** Mark-up that nobody has turned into anything, so that readers would see its signs. */

export type LeftOver = {
  /** The first of its kind, as readers would see it. */
  readonly text: string;
  /** How many there are of its kind. */
  readonly count: number;
  readonly advice: string;
};

type Kind = {
  readonly pattern: RegExp;
  /** What to do where Markdown is read. */
  readonly advice: string;
  /** Only where no mark-up is read at all. */
  readonly isPlain?: boolean;
};

/** A word of another script between brackets, as headlines have it: [속보](종합). */
const foreignWord = String.raw`[a-zA-Z\d]*[^\x00-\x7f][\p{L}\p{N}]*`;
const outsideWord = String.raw`(?<![\p{L}\p{N}*_~])`;

/** None takes more than a time in proportion to the text: each part ends at a sign that the next begins with. */
const kinds: readonly Kind[] = [
  {
    // Tags, comments, declarations, and what begins a PHP page.
    pattern: /<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>|<!--(?:[^-]*-->)?|<[!?][a-z[][^<>]*>?/gi,
    advice: "HTML is text here: take it out, or write it in Markdown",
  },
  { pattern: /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, advice: "write the character itself" },
  {
    // Of WordPress and of forums: [caption id="x"], [/caption], [gallery].
    pattern:
      /\[\/[a-z][\w-]*\]|\[(?:audio|caption|embed|gallery|instagram|playlist|tweet|twitter|video|vimeo|wp_caption|youtube)(?:\s[^\][]*)?\]|\[[a-z][\w-]*(?=[\s=])[^\][=]*=[^\][]*\]/g,
    advice: "nothing here knows such codes: take it out",
  },
  {
    // Of Hugo, Liquid, Nunjucks and Kramdown.
    pattern: /\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{[#:][^{}]*\}/g,
    advice: "nothing here knows such codes: take it out",
  },
  {
    pattern: new RegExp(
      [
        String.raw`(?:!?\[[^\][]*)?\]\((?!${foreignWord}\))[^()\n]*\)`,
        String.raw`!?\[[^\][]+\]\[(?!${foreignWord}\])[^\][]*\]`,
        String.raw`!\[[^\][]*\]`,
        String.raw`\[\[[^\][]+\]\]`,
        String.raw`^\[[^\][]+\]:\s*(?:[</#]|\.\.?\/|https?:|mailto:|[\w.-]+\.(?:md|html?)\b).*`,
      ].join("|"),
      "gmu",
    ),
    advice:
      "this makes no link and no picture: an address holds no spaces, and what is referred to must be there",
  },
  {
    pattern: /\[\^[^\s\][]+\]/g,
    advice: "each note is referred to by its own label and written once, in a line that begins with it",
  },
  {
    pattern: new RegExp(
      String.raw`${outsideWord}\*\*(?=[\p{L}\p{N}"'“‘「『(（])|${outsideWord}__(?=[\p{L}\p{N}])[^_\n]*__|~~[^~\n]+~~`,
      "gu",
    ),
    advice: "emphasis begins and ends right beside its words: correct the marks, or take them out",
  },
  {
    pattern: /^#{2,6}(?=[^\s#])|^#{1,6}[ \t]+(?=\S)/gm,
    advice: "a heading is ## with one space behind it, on a line of its own",
  },
  { pattern: /\|\s*:?-{2,}:?\s*\|/g, advice: "a table has as many cells in its line of - as in its header" },
  { pattern: /^:{3,}|^\+{3}$/gm, advice: "nothing here knows such marks: take them out" },
  {
    pattern: new RegExp(
      String.raw`${outsideWord}\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\p{L}\p{N}*])|` +
        "`[^`\\n]+`" +
        String.raw`|\\[*_[\]#<>~` +
        "`]",
      "gu",
    ),
    advice: "",
    isPlain: true,
  },
];

/** What no kind can be without. */
const anySign = /[<&[\]{*_~#|`\\]|:::|\+\+\+/;

const plainAdvice = "this is no Markdown: take the marks out";

/**
 * What is left over in a text.
 *
 * @param blocks a text, or the blocks of one, as readers see them
 * @param isMarkdown whether they have been read as Markdown
 */
export function leftOverMarkup(blocks: readonly string[], isMarkdown: boolean): LeftOver[] {
  const signed = blocks.filter((block) => anySign.test(block));
  if (signed.length === 0) return [];
  return kinds.flatMap(({ pattern, advice, isPlain = false }): LeftOver[] => {
    if (isPlain && isMarkdown) return [];
    const found = signed.flatMap((block) => block.match(pattern) ?? []);
    const [first] = found;
    if (first === undefined) return [];
    const isCharacter = first.startsWith("&");
    return [{ text: first, count: found.length, advice: isMarkdown || isCharacter ? advice : plainAdvice }];
  });
}
