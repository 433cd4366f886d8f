/** `dateline init`: a site folder of one's own, with Dateline as a package. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { dependency, missingScripts } from "../init/manifest.ts";
import { completedSite, type NewSite, siteFaults } from "../init/new-site.ts";
import { contentFiles, projectFiles } from "../init/site-folder-files.ts";
import { exitCodes, readFlags, runCommand, UsageFault } from "../terminal/command.ts";
import { writeNewFiles } from "../terminal/new-files.ts";
import { isAtTerminal, terminal } from "../terminal/terminal.ts";

const help = `Usage: npm run init -- DIR [flags], or where Dateline is a package: npx dateline init DIR [flags]

Makes DIR a site folder that needs no more than Dateline as a package: settings, a first article, an About page, and
what npm, GitHub, Netlify and VS Code need. No file that is there is changed. At a terminal, what is missing is asked for.

  --title NAME     the publication's name
  --url URL        where it will be published, such as https://news.example
  --language TAG   the language of its articles: en, ko, pt-BR (default: en)
  --timezone ZONE  such as Asia/Seoul (default: this machine's)
`;

await runCommand(help, async () => {
  const { values, positionals } = readFlags(
    {
      title: { type: "string" },
      url: { type: "string" },
      language: { type: "string" },
      timezone: { type: "string" },
    },
    true,
  );
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) {
    throw new UsageFault("Name one folder: . is this one.");
  }
  const site = existsSync(join(folder, "site.yaml")) ? undefined : await siteOf(values);
  const files = Object.entries({
    ...(site && contentFiles(site, Date.now())),
    ...(await projectFiles(folder)),
  }).sort(([a], [b]) => (a < b ? -1 : 1));
  const isKept = ([file]: readonly [string, string]) => existsSync(join(folder, file));
  const kept = [...(site === undefined ? ["site.yaml"] : []), ...files.filter(isKept).map(([file]) => file)];
  const added = files.filter((one) => !isKept(one)).map(([file, text]) => ({ file, text }));
  await writeNewFiles(folder, added);
  process.stdout.write(
    listText(
      `Written in ${folder}`,
      added.map(({ file }) => file),
    ) +
      listText("Left as they were", kept) +
      (kept.includes("package.json")
        ? scriptsText(await missingScripts(folder))
        : dependencyText(await dependency(folder))) +
      nextText(folder),
  );
  return exitCodes.fine;
});

type SiteFlags = { readonly [Key in keyof NewSite]?: string | undefined };

async function siteOf(flags: SiteFlags): Promise<NewSite> {
  const keys = ["title", "url", "language", "timezone"] as const;
  for (const key of keys) {
    const value = flags[key];
    const fault = value === undefined ? undefined : siteFaults[key](value);
    if (fault !== undefined) throw new UsageFault(`--${key}: ${fault}`);
  }
  const { title, url, language, timezone } = flags;
  if ((title === undefined || url === undefined) && !isAtTerminal()) {
    throw new UsageFault(`Give --title and --url: the name and the address of the publication.`);
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return completedSite({ title, url, language, timezone }, terminal.write, zone);
}

function listText(head: string, files: readonly string[]): string {
  return files.length === 0 ? "" : `${head}:\n${files.map((file) => `  ${file}\n`).join("")}`;
}

function scriptsText(missing: readonly (readonly [name: string, line: string])[]): string {
  if (missing.length === 0) return "";
  const given = missing.map(([name, line]) => `"scripts.${name}=${line}"`).join(" ");
  return `package.json has no ${missing.map(([name]) => name).join(", ")} among its scripts. This adds them:\n  npm pkg set ${given}\n`;
}

/** What lies outside of the folder is not pushed with it. */
function dependencyText(spec: string): string {
  const [, path] = /^file:(\.\.\/.*)/.exec(spec) ?? [];
  if (path === undefined) return "";
  return `package.json has Dateline from ${path}, which is on this machine alone. Before you publish, have it from where hosts find it,
too: "What it is installed from" in Dateline's docs/updating.md.\n`;
}

function nextText(folder: string): string {
  const steps = [
    ...(folder === "." ? [] : [`cd ${/\s/.test(folder) ? `"${folder}"` : folder}`]),
    "npm install",
    "npm start",
  ];
  return `Go on with:\n${steps.map((step) => `  ${step}\n`).join("")}`;
}
