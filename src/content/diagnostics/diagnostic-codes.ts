/** Every diagnostic there is: its code, how grave it is, what it means and what to do. docs/diagnostics.md is made of it. */

export type DiagnosticDescription = {
  /** `style`: as site.yaml says under `style`, a warning where it says nothing. */
  readonly severity: "error" | "warning" | "style";
  readonly meaning: string;
  /** A message as it is shown. */
  readonly example: string;
  readonly advice: string;
};

export const diagnosticCodes = {
  "alias-onto-page": {
    severity: "error",
    meaning: "An old address of an article is the address of a page.",
    example: "the alias /2026/11/a/ is the address of articles/a.md; remove the alias or move the page",
    advice: "Remove the alias, or give the page another slug.",
  },
  "bad-address": {
    severity: "error",
    meaning: "An address cannot be published as it is written.",
    example: '"permalink" must start with a slash: "../../x"',
    advice: "Write a path from the root of the site, such as /old/address/.",
  },
  "bad-date": {
    severity: "error",
    meaning: "A date is not written as dates are written here.",
    example: '"20 November" is not a date; write it as 2026-11-20 or 2026-11-20 08:30',
    advice: "Write year, month and day; `npm run check -- --fix` turns forms such as 20.11.2026 into it.",
  },
  "bad-language": {
    severity: "error",
    meaning: "A language is not a BCP 47 tag.",
    example: '"language" must be a language tag such as en, ko or pt-BR, not "Korean"',
    advice: "Write the tag: en, ko, pt-BR.",
  },
  "bad-logo": {
    severity: "error",
    meaning: "The publisher's logo cannot be shown: it is no picture, or lies outside the site folder.",
    example: '"logo.svg" is not a picture that can be shown; use a PNG, JPEG, WebP, AVIF or GIF file',
    advice: "Name a picture inside the site folder.",
  },
  "bad-permalink": {
    severity: "error",
    meaning: "The pattern of article addresses in site.yaml holds something that it may not.",
    example: '"permalink" must contain {slug}',
    advice: "Use {year}, {month}, {day} and {slug} between slashes.",
  },
  "bad-slug": {
    severity: "error",
    meaning: "A slug is not in the form that addresses have.",
    example: '"slug" must be in lower case with hyphens for spaces: "harbour-tunnel"',
    advice: "Take the form that the message names.",
  },
  "bad-timezone": {
    severity: "error",
    meaning: "The time zone of site.yaml is not in the IANA database.",
    example: '"timezone" must be a zone of the IANA database such as Asia/Seoul, not "KST"',
    advice: "Name a place: Asia/Seoul.",
  },
  "bad-url": {
    severity: "error",
    meaning: "A web address is not whole, or not that of a site.",
    example: '"source.url" must be a whole web address that starts with https:// or http://',
    advice: "Copy the address from the browser, https:// included.",
  },
  "bad-value": {
    severity: "error",
    meaning: "A value is none that its key may have.",
    example: '"pageSize" must be at least 1',
    advice: "Take one of the values that the message names.",
  },
  "binary-file": {
    severity: "error",
    meaning: "A file that is named as an article holds no text.",
    example: "this is not a text file; move it out of the articles folder",
    advice: "Remove it, or give it the ending of what it is.",
  },
  "broken-asset": {
    severity: "error",
    meaning: "A style sheet or script of the templates could not be put together (preview only).",
    example: "Expected identifier but found }",
    advice: "Correct the file that the message names.",
  },
  "broken-fragment": {
    severity: "error",
    meaning: "A link of a built page leads to a part of a page that is not there (`check --output`).",
    example: '"/about/#team" leads to no element of about/index.html: none has the id "team"',
    advice: "Correct what comes after the #.",
  },
  "broken-image": {
    severity: "error",
    meaning: "A picture is damaged, or no picture.",
    example: "articles/ferry.jpg: the file is damaged, or no picture",
    advice: "Save it anew from the original.",
  },
  "broken-link": {
    severity: "style",
    meaning:
      "A link in the body of an article leads to no page or file of the site, to no article file, or to no part of an article. In a built site (`check --output`) it is always an error.",
    example: 'the link "/2026/11/target" leads to no page of this site; did you mean "/2026/11/target/"?',
    advice: "Correct the address or take the link out.",
  },
  "broken-template": {
    severity: "error",
    meaning:
      "A template cannot be read, names something that is not there, or prints a value that is missing.",
    example:
      'templates/pages/article.njk:12:4: "view.subtitle" has no value here; correct its name, or print it only where there is one: {% if view.subtitle %} (seen on the page of articles/a.md)',
    advice:
      "Correct the template at the place that is named; the message names the article whose page could not be made.",
  },
  "cut-character": {
    severity: "error",
    meaning: "A text holds half of a character: an emoji that a program cut in two.",
    example: "this is half of a character, as of an emoji that was cut in two; write it whole or take it out",
    advice: 'Write the character itself in the place of its escape (`"\\uD83D"`), or take the escape out.',
  },
  "dateline-form": {
    severity: "style",
    meaning: "A dateline is not in capitals, or not of the form PLACE — .",
    example: 'write the dateline in capitals: "HONG KONG"',
    advice: "Put the place alone into `dateline`, in capitals; the dash is set for you.",
  },
  "dateline-in-body": {
    severity: "style",
    meaning: "The dateline stands in the text and not in front matter, where lists and search look for it.",
    example: 'the text opens with the dateline "GENEVA"; move it to "dateline: GENEVA"',
    advice: "Move it, without its dash.",
  },
  "description-too-long": {
    severity: "style",
    meaning: "A description has more than 200 characters: lists and search engines cut it.",
    example: "the description has 312 characters; shorten it to 200",
    advice: "Say it in one or two sentences.",
  },
  "duplicate-key": {
    severity: "error",
    meaning: "A key stands twice, so that one of its values would be lost.",
    example: "this key stands here twice; keep one of them",
    advice: "Keep one.",
  },
  "empty-file": {
    severity: "error",
    meaning: "An article file is empty.",
    example: "the file is empty; write an article or remove it",
    advice: "Write the article or remove the file.",
  },
  "empty-slug": {
    severity: "error",
    meaning: "There is no letter or digit to make an address of.",
    example: 'the tag "?!" has no letter or digit to make an address from; use a word',
    advice: "Use a word, or give a slug of its own.",
  },
  "empty-value": {
    severity: "error",
    meaning: "A key has no value.",
    example: '"title" is empty; give it a value or remove the key',
    advice: "Give it a value or remove the key.",
  },
  "expires-before-date": {
    severity: "error",
    meaning: "A story would be taken down before it is out.",
    example:
      'the story would be taken down (2026-11-19T00:00:00Z) before it is out (2026-11-20T00:00:00Z); write an "expires" after its "date"',
    advice: 'Give "expires" a moment after "date".',
  },
  "file-exists": {
    severity: "error",
    meaning: "A new article would be written over another (`new`, `import`).",
    example: "there is an article file of this name already; it is left as it is",
    advice: "Choose another headline or date.",
  },
  "guessed-categories": {
    severity: "warning",
    meaning: "Imported copy was filed without a list of categories to go by (`import`).",
    example: 'site.yaml lists no categories; taken are "Asia", "Business"',
    advice: "Look over the categories of the new article.",
  },
  "headline-full-stop": {
    severity: "style",
    meaning: "A headline ends in a full stop.",
    example: "a headline has no full stop at its end; take it out",
    advice: "Take it out.",
  },
  "headline-in-body": {
    severity: "style",
    meaning: "The text begins with the headline, which the page shows above it anyway.",
    example: "the text begins with the headline again; take it out of the text",
    advice: "Take it out of the text.",
  },
  "headline-too-long": {
    severity: "style",
    meaning: "A headline has more than 110 characters: search engines and feeds cut it.",
    example: "the headline has 131 characters; shorten it to 110",
    advice: "Shorten it.",
  },
  "huge-image": {
    severity: "error",
    meaning: "A picture has more pixels than can be made smaller in safety.",
    example: "articles/ferry.png: the picture has 40000 × 40000 pixels, and 100 million are the most",
    advice: "Make it smaller.",
  },
  "impossible-date": {
    severity: "error",
    meaning: "A day or an hour does not exist.",
    example: '"2026-02-30" does not exist in the calendar or on the clock; correct the day or the time',
    advice: "Correct it.",
  },
  "invalid-utf8": {
    severity: "error",
    meaning: "A file is not in UTF-8.",
    example: "this character is not UTF-8; save the file with the encoding UTF-8",
    advice: "Save it with the encoding UTF-8.",
  },
  "left-over-markup": {
    severity: "style",
    meaning:
      "Readers would see the signs of mark-up: HTML, codes of another system, or Markdown that makes nothing of itself, in the text or where no Markdown is read.",
    example: 'readers see "<b>"; HTML is text here: take it out, or write it in Markdown',
    advice: "Take it out, or correct it. Code, between backticks, is not looked at.",
  },
  "lines-in-paragraph": {
    severity: "style",
    meaning: "Lines stand below each other without an empty line between them: readers see one paragraph.",
    example:
      '3 lines from "The ferry left at dawn." on are shown as one paragraph; put an empty line between paragraphs, or join the lines',
    advice:
      "Put an empty line between paragraphs, as pasting into the formatted view of the desk does. Where a line end is meant, end the line with a backslash. Lines that an editor wrapped are not marked.",
  },
  "lonely-category": {
    severity: "style",
    meaning: "A category holds one article, on a site of 20 articles or more.",
    example:
      'this is the only article in the category "Arts"; file it under another too, or drop the category',
    advice: "Use a category that readers find more in, or write more.",
  },
  "lost-words": {
    severity: "error",
    meaning: "YAML would take the end of a value for a note and not read it.",
    example:
      'what follows "#" is not read; put quotation marks around the whole text, or a space after "#" if it is a note',
    advice: "Put quotation marks around the whole text.",
  },
  "missing-alt": {
    severity: "error",
    meaning: "A picture in the text has no description for those who do not see it.",
    example: "the picture has no description; write what it shows between the square brackets",
    advice: "Write what it shows.",
  },
  "missing-credit": {
    severity: "style",
    meaning: "The picture of an article names nobody who made it.",
    example: 'the picture has no credit; add "credit: …" with who made it',
    advice: "Name the photographer, or the agency.",
  },
  "missing-image": {
    severity: "error",
    meaning: "A picture that an article names is not in the articles folder.",
    example: 'there is no picture "tunnel.jpg" in the articles folder; the path is relative to the article',
    advice: "Correct the path, or put the picture there.",
  },
  "missing-key": {
    severity: "error",
    meaning: "A key that must be there is missing.",
    example: 'front matter has no "title"; add "title: …"',
    advice: "Add it.",
  },
  "missing-source": {
    severity: "style",
    meaning:
      "The copy looks like an agency's (a dateline and no byline, an agency named beside the dateline, or a source as its last line), and no source is named.",
    example:
      'the article has a dateline and no byline, as agency copy has; name its "source", or its "authors"',
    advice: "Name the source, or the authors.",
  },
  "near-duplicate": {
    severity: "style",
    meaning: "Two articles have nearly the same text: at least four fifths of it.",
    example: "the text is nearly that of articles/2026/11/ferry.md (93 %); keep one of them",
    advice: "Keep one, with an alias for the other's address; of a story that went on, update the first.",
  },
  "no-articles-folder": {
    severity: "warning",
    meaning: "The site folder has no folder of articles.",
    example: 'there is no folder "articles"; make one and put article files in it',
    advice: "Make one, or name the right folder with --site.",
  },
  "no-categories": {
    severity: "error",
    meaning: "Imported copy has no line of categories (`import`).",
    example: "the article has no line of categories",
    advice: "Add the line, as the site shows it.",
  },
  "no-date": {
    severity: "error",
    meaning:
      "Imported copy names no date (`import`). With --date it is a warning: the date is taken from there.",
    example: "pasted copy names no date; give it as --date 2026-11-20",
    advice: "Give it with --date.",
  },
  "no-dateline": {
    severity: "warning",
    meaning: "Imported copy opens with no dateline (`import`).",
    example: "the text opens with no dateline in capitals and a dash",
    advice: "Nothing, if it has none.",
  },
  "no-front-matter": {
    severity: "error",
    meaning: "An article file does not begin with front matter.",
    example: 'the file must start with front matter: a line "---", then "title: …" and the other keys',
    advice: "Add it; `npm run new` writes it for you.",
  },
  "no-original": {
    severity: "warning",
    meaning: "The policy of a source is canonical, and an article does not say where its original is.",
    example:
      'the policy of "Agency" is canonical, but the original has no address, so the article is treated as noindex-news; write {name: Agency, url: https://…}',
    advice: "Write the address of the original under `source`.",
  },
  "no-site-file": {
    severity: "error",
    meaning: "The site folder has no site.yaml.",
    example: 'there is no site.yaml; make one with at least "title: …" and "url: …"',
    advice: "Make one, or name the right folder with --site.",
  },
  "no-source": {
    severity: "warning",
    meaning: "Imported copy names no source (`import`).",
    example: 'the last line is no "Source : …"; the article names no source',
    advice: "Add the source to the new article.",
  },
  "no-text": {
    severity: "error",
    meaning: "Imported copy has a headline and nothing under it (`import`).",
    example: "there is no text under the headline",
    advice: "Paste the whole article.",
  },
  "not-an-article": {
    severity: "warning",
    meaning: "A text in the articles folder is passed over for the ending of its name.",
    example:
      'this file is passed over, as its name does not end in ".md"; if it is an article, save it as plain text named articles/ferry.md',
    advice: "Save it as plain text under the name in the message, or move it out of `articles/`.",
  },
  "other-script": {
    severity: "style",
    meaning: "Most of an article is in other letters than those of its language: Arabic on an English site.",
    example:
      'the text is in Arabic letters and shown as en, from left to right; write its language, such as "language: ar"',
    advice:
      "Write `language`: browsers, screen readers and search engines go by it, and so does the direction of writing.",
  },
  "outside-link": {
    severity: "error",
    meaning: "A symbolic link leads nowhere, or out of the site folder.",
    example: "this symbolic link leads out of the site folder; put a copy of the file in its place",
    advice: "Put a copy of the file in its place.",
  },
  "reserved-address": {
    severity: "error",
    meaning: "An article wants an address that belongs to Dateline's own pages.",
    example: "the address /pagefind/ is reserved for Dateline's own pages; choose another",
    advice: "Choose another.",
  },
  "same-address": {
    severity: "error",
    meaning: "Two pages have one address.",
    example:
      'the address /2026/11/story/ is already that of articles/a/story.md; give one of them another "slug"',
    advice: "Give one of them another slug.",
  },
  "same-alias": {
    severity: "error",
    meaning: "Two articles have one old address.",
    example: "the alias /old/ is already one of articles/a.md; keep it in one article",
    advice: "Keep it in one of them.",
  },
  "same-name": {
    severity: "error",
    meaning: "A name in site.yaml means two things.",
    example: '"Economy" already means "Business"; keep it in one place',
    advice: "Keep it in one place.",
  },
  "same-slug": {
    severity: "error",
    meaning: "Two spellings of a tag, a category, an author or a source have one address.",
    example:
      'the tag "harbour tunnel" and "Harbour Tunnel" in articles/a.md have one address, /tag/harbour-tunnel/; write "Harbour Tunnel", as 3 articles do',
    advice:
      "Spell them alike; `npm run check -- --fix` does where they are one word. Give different words, such as C and C++, a slug each: `tags: {C++: cpp}` in site.yaml.",
  },
  "silent-edit": {
    severity: "warning",
    meaning:
      "The text of a published story changed by more than typing mistakes, and readers are not told (`check --since`).",
    example:
      'the text changed in lines 12 and 15 since v1, and readers are not told; set "updated" or add to "corrections"',
    advice: "Set `updated`, or add what was wrong to `corrections`.",
  },
  "similar-tags": {
    severity: "style",
    meaning: "A tag differs from another that is used more by plural, hyphen or accent only.",
    example: 'the tag "ferries" is nearly "ferry", which 12 articles have; use one of them',
    advice: "Use one of them everywhere.",
  },
  "slug-too-long": {
    severity: "error",
    meaning: "An address is too long for the name of a file.",
    example: '"slug" is too long for a file name; shorten it to 200 bytes',
    advice: "Shorten it.",
  },
  "tab-in-yaml": {
    severity: "error",
    meaning: "A line of YAML is indented with tabs.",
    example: "YAML does not allow tabs here; use spaces",
    advice: "Use spaces.",
  },
  "unclosed-front-matter": {
    severity: "error",
    meaning: "Front matter has no end.",
    example: 'front matter opens here and is never closed; add a line "---" after its last key',
    advice: 'Add a line "---" after its last key.',
  },
  "unclosed-quote": {
    severity: "error",
    meaning: "A quotation mark in YAML is never closed.",
    example: "a quotation mark is opened here and never closed",
    advice: "Close it, or put the whole text between marks of the other kind.",
  },
  "unknown-author": {
    severity: "error",
    meaning: "An author is not in the list of site.yaml.",
    example: '"Mei Tann" is not an author; did you mean "Mei Tan"?',
    advice: "Correct the spelling, or add the author to site.yaml.",
  },
  "unknown-category": {
    severity: "error",
    meaning: "A category is not in the list of site.yaml.",
    example: '"Buisness" is not a category; did you mean "Business"?',
    advice: "Correct the spelling, or add the category to site.yaml.",
  },
  "unknown-key": {
    severity: "error",
    meaning: "A key is none that Dateline knows.",
    example: '"catgories" is not a key of front matter; did you mean "categories"?',
    advice: "Correct or remove it.",
  },
  "unknown-source": {
    severity: "error",
    meaning: "A source is not in the list of site.yaml.",
    example: '"Agency New" is not a source; did you mean "Agency News"?',
    advice: "Correct the spelling, or add the source to site.yaml.",
  },
  "unreadable-file": {
    severity: "error",
    meaning: "A file or folder cannot be read.",
    example:
      "the file cannot be read: permission is denied; change its permissions, or run this as the user it belongs to",
    advice: "Do what the message says.",
  },
  "unready-link": {
    severity: "style",
    meaning:
      "An article links to one that readers cannot open: a draft, one that is scheduled later, or one that is gone.",
    example: 'the link "/2026/11/fares/" leads to articles/fares.md, which is a draft; publish that first',
    advice: "Publish the other first, or take the link out.",
  },
  "untaken-image": {
    severity: "error",
    meaning: "A picture is of a kind that browsers cannot show, or that can carry scripts: HEIC, TIFF, SVG.",
    example:
      '"ferry.heic" is HEIC, which most browsers cannot show; save the picture as JPEG, PNG or WebP and name that file',
    advice: "Export it as JPEG, PNG or WebP.",
  },
  "updated-before-published": {
    severity: "style",
    meaning: "An article was updated before it was published.",
    example: '"updated" is earlier than "date"; correct one of them',
    advice: "Correct one of the dates.",
  },
  "wrong-type": {
    severity: "error",
    meaning: "A value is of another kind than its key wants.",
    example: '"categories" must be a list; write "categories: [Asia]"',
    advice: "Write it as the message shows.",
  },
  "yaml-alias": {
    severity: "error",
    meaning: 'YAML takes a text that begins with "*" for a reference.',
    example: 'a text that starts with "*" must stand between quotation marks',
    advice: "Put quotation marks around the text.",
  },
  "yaml-syntax": {
    severity: "error",
    meaning: "The YAML cannot be read.",
    example: 'YAML cannot read this; put quotation marks around a text that holds ": "',
    advice: "Look at the place that is named, and at the line above it.",
  },
} as const satisfies Record<string, DiagnosticDescription>;

export type DiagnosticCode = keyof typeof diagnosticCodes;

/** The codes that site.yaml can switch under `style`. */
export type StyleCode = {
  [Code in DiagnosticCode]: (typeof diagnosticCodes)[Code]["severity"] extends "style" ? Code : never;
}[DiagnosticCode];

export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(diagnosticCodes, text);
}
