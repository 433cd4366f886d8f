/** The code of every diagnostic there is. docs/diagnostics.md says what each means, with an example, and what to do. */
import { z } from "zod";

/** `style` of site.yaml: the house style, each thing that a copy desk would mark with a code that can be switched. */
export const houseStyleSchema = z.strictObject({
  "broken-link": switchOf(
    "A link in the body of an article leads to no page or file of the site, to no article file, or to no part of an article. In a built site (`check --output`) it is always an error.",
  ),
  "dateline-form": switchOf("A dateline is not in capitals, or not of the form PLACE — ."),
  "dateline-in-body": switchOf(
    "The dateline stands in the text and not in front matter, where lists and search look for it.",
  ),
  "description-too-long": switchOf(
    "A description has more than 200 characters: lists and search engines cut it.",
  ),
  "headline-full-stop": switchOf("A headline ends in a full stop."),
  "headline-in-body": switchOf("The text begins with the headline, which the page shows above it anyway."),
  "headline-too-long": switchOf("A headline has more than 110 characters: search engines and feeds cut it."),
  "left-over-markup": switchOf(
    "Readers would see the signs of mark-up: HTML, codes of another system, or Markdown that makes nothing of itself, in the text or where no Markdown is read.",
  ),
  "lines-in-paragraph": switchOf(
    "Lines stand below each other without an empty line between them: readers see one paragraph.",
  ),
  "lonely-category": switchOf("A category holds one article, on a site of 20 articles or more."),
  "missing-credit": switchOf("The picture of an article names nobody who made it."),
  "missing-source": switchOf(
    "The copy looks like an agency's (a dateline and no byline, an agency named beside the dateline, or a source as its last line), and no source is named.",
  ),
  "near-duplicate": switchOf("Two articles have nearly the same text: at least four fifths of it."),
  "other-script": switchOf(
    "Most of an article is in other letters than those of its language: Arabic on an English site.",
  ),
  "similar-tags": switchOf("A tag differs from another that is used more by plural, hyphen or accent only."),
  "unready-link": switchOf(
    "An article links to one that readers cannot open: a draft, one that is scheduled later, or one that is gone.",
  ),
  "updated-before-published": switchOf("An article was updated before it was published."),
});

export type HouseStyle = z.infer<typeof houseStyleSchema>;

export type StyleCode = keyof HouseStyle;

const otherCodes = [
  "alias-onto-page",
  "bad-address",
  "bad-date",
  "bad-language",
  "bad-logo",
  "bad-permalink",
  "bad-redirect",
  "bad-slug",
  "bad-timezone",
  "bad-url",
  "bad-value",
  "binary-file",
  "broken-asset",
  "broken-fragment",
  "broken-image",
  "broken-json",
  "broken-template",
  "broken-xml",
  "cut-character",
  "duplicate-key",
  "empty-file",
  "empty-slug",
  "empty-value",
  "expires-before-date",
  "until-before-date",
  "file-exists",
  "guessed-categories",
  "huge-image",
  "impossible-date",
  "invalid-utf8",
  "lost-words",
  "missing-alt",
  "missing-image",
  "low-contrast",
  "missing-key",
  "no-articles-folder",
  "no-categories",
  "no-date",
  "no-dateline",
  "no-front-matter",
  "no-original",
  "no-site-file",
  "no-source",
  "no-text",
  "not-an-article",
  "outside-link",
  "redirect-chain",
  "redirect-loop",
  "redirect-onto-page",
  "redirect-to-nowhere",
  "reserved-address",
  "same-address",
  "same-alias",
  "same-name",
  "same-slug",
  "silent-edit",
  "slug-too-long",
  "tab-in-yaml",
  "taken-name",
  "toml-syntax",
  "too-large",
  "unclosed-front-matter",
  "unclosed-quote",
  "unknown-author",
  "unknown-category",
  "unknown-key",
  "unknown-source",
  "unreadable-file",
  "unreachable-address",
  "unreachable-redirect",
  "untaken-image",
  "wrong-type",
  "xml-entity",
  "yaml-alias",
  "yaml-syntax",
] as const;

export type DiagnosticCode = StyleCode | (typeof otherCodes)[number];

export const diagnosticCodes: readonly DiagnosticCode[] = [
  ...otherCodes,
  ...houseStyleSchema.keyof().options,
];

export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return diagnosticCodes.some((code) => code === text);
}

function switchOf(meaning: string) {
  const level = z.enum(["error", "warning", "off"], { error: "must be error, warning or off" });
  return level.default("warning").describe(meaning);
}
