/** Everything that a new site folder holds. What Dateline's own repository has as well is taken from there. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { calendarDay, momentAt } from "../../content/values/moment.ts";
import { articleFileOf } from "../../content/writing/article-writing.ts";
import { projectFolder } from "../../publish/disk/project.js";
import { manifestText } from "./manifest.ts";
import type { NewSite } from "./new-site.ts";
import { aboutPageText, firstArticleText, readmeText, settingsText } from "./starting-texts.ts";

/** Files by path relative to the site folder. */
type Files = Readonly<Record<string, string>>;

/** What a publication says and is called. @param nowMs milliseconds since 1970 */
export function contentFiles(site: NewSite, nowMs: number): Files {
  const moment = momentAt(nowMs, site.timezone);
  const date = calendarDay(moment).join("-");
  const article = articleFileOf("Our first story", moment) ?? "articles/our-first-story.md";
  return {
    "README.md": readmeText(site),
    "site.yaml": settingsText(site),
    [article]: firstArticleText(site, date),
    "pages/about.md": aboutPageText(site),
  };
}

/** What makes a folder a project that installs, checks and publishes itself. */
export async function projectFiles(siteFolder: string): Promise<Files> {
  const taken = Object.entries(changes).map(
    async ([path, changed]) =>
      [
        path,
        replaced(await ownFile(path), changed).replaceAll("docs/", "node_modules/dateline/docs/"),
      ] as const,
  );
  return {
    ...Object.fromEntries(await Promise.all(taken)),
    ".gitignore": "node_modules/\n_site/\n.cache/\n.dateline-*\n*.log\n.DS_Store\n",
    ".vscode/extensions.json": jsonText({ recommendations: ["redhat.vscode-yaml"] }),
    ".vscode/settings.json": await editorSettings(),
    "package.json": await manifestText(siteFolder),
  };
}

function ownFile(path: string): Promise<string> {
  return readFile(join(projectFolder, path), "utf8");
}

type Change = readonly [from: string, to: string];

/** What is taken from Dateline's own repository, and what has to be said otherwise. */
const changes: Readonly<Record<string, readonly Change[]>> = {
  ".eleventy.ts": [],
  ".github/workflows/publish-when-due.yml": [
    // Node reads no TypeScript of packages: Dateline has to be installed.
    ["          sparse-checkout: src\n", ""],
    ["      # This one runs TypeScript as it is, so nothing has to be installed.\n", ""],
    [
      "          node-version: 24\n",
      "          node-version-file: .nvmrc\n          cache: npm\n      - run: npm ci\n",
    ],
    ["node src/cli/commands/due.ts", "npm run --silent due --"],
  ],
  ".github/workflows/site.yml": [],
  ".nvmrc": [],
  ".vscode/article.code-snippets": [],
  ".vscode/tasks.json": [],
  "netlify.toml": [
    ["src/netlify/functions", "node_modules/dateline/src/netlify/functions"],
    ["./src/netlify/plugin", "./node_modules/dateline/src/netlify/plugin"],
  ],
};

const editorSettingsSchema = z.looseObject({ "yaml.schemas": z.record(z.string(), z.string()) });

/** But for the languages that Dateline is written in. */
async function editorSettings(): Promise<string> {
  const own = editorSettingsSchema.parse(JSON.parse(await ownFile(".vscode/settings.json")));
  const { "[typescript]": _typescript, "[css]": _css, "yaml.schemas": schemas, ...others } = own;
  const moved = Object.entries(schemas).map(([schema, file]) => [`node_modules/dateline/${schema}`, file]);
  return jsonText({ "yaml.schemas": Object.fromEntries(moved), ...others });
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** @throws where one of the texts is not there any more */
function replaced(text: string, changes: readonly Change[]): string {
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`there is no ${JSON.stringify(from)} to replace`);
    return changed.replaceAll(from, to);
  }, text);
}
