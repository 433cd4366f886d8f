/** What a new publication begins with: its settings, its first article and page, and a word to its people. */

import { escapedParagraph } from "../../content/markup/markdown-escape.ts";
import { frontMatterText } from "../../content/writing/article-merge.ts";
import { singleLine } from "../../content/yaml/schema-parts.ts";
import type { NewSite } from "./new-site.ts";

/** The texts below are English, in whatever language the publication is. */
function ownLanguage({ language }: NewSite): { language?: string } {
  return /^en\b/i.test(language) ? {} : { language: "en" };
}

export function settingsText({ title, url, language, timezone }: NewSite): string {
  return `# yaml-language-server: $schema=node_modules/dateline/.vscode/site.schema.json
# What this publication is called, where it lives and how it is organised.
# node_modules/dateline/README.md and look.md in its docs explain every key.
${frontMatterText({ title: singleLine(title), url, language, timezone })}
# Articles may name any category. Once the list below is there (take off the marks), they may name those in it and no others.
# categories:
#   - name: News
`;
}

/** @param date a day: 2026-11-20 */
export function firstArticleText(site: NewSite, date: string): string {
  const title = singleLine(site.title);
  const paragraphs = [
    `This is the first story of ${title}. Each story is a file in the folder articles, and this one can be changed or deleted like any other.`,
    "A line of dashes ends the lines that tell when it was written and what it is about. Below it stands the text, with an empty line between its paragraphs.",
  ];
  const values = { title: "Our first story", date, categories: ["News"], ...ownLanguage(site) };
  return `---\n${frontMatterText(values)}---\n${paragraphs.map(escapedParagraph).join("\n\n")}\n`;
}

export function aboutPageText(site: NewSite): string {
  const values = { title: `About ${singleLine(site.title)}`, ...ownLanguage(site) };
  return `---\n${frontMatterText(values)}---\nWrite here who makes this publication, and how readers reach you.\n`;
}

export function readmeText(site: NewSite): string {
  return `# ${escapedParagraph(singleLine(site.title))}

A publication made with Dateline. With [Node](https://nodejs.org) 20.19 or later, in a terminal in this folder:

\`\`\`sh
npm install     # once, and after each update
npm start       # the site at http://localhost:8080, with drafts; every saved file shows by itself
\`\`\`

| to | do this |
|---|---|
| write | \`npm run new\`: it asks, and writes a file in \`articles/\`; or \`npm run desk\`, a form in the browser |
| find what is wrong | \`npm run check\` |
| change name, categories, menu and colours | \`site.yaml\` |
| change pages that are no articles | \`pages/\` |
| publish pictures, PDFs, \`ads.txt\` as they are | \`static/\` |
| get the finished site | \`npm run build\`: it is in \`_site/\` |
| publish | push: \`netlify.toml\` and \`.github/workflows/\` hold what hosts need; commit \`package-lock.json\`, too |
| get a newer Dateline | as \`node_modules/dateline/docs/updating.md\` says; no file of yours is changed by it |

All about it: \`node_modules/dateline/README.md\`, and \`node_modules/dateline/docs/\`.
`;
}
