import { readdir, readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join, posix, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../src/build/project.js";

type Import = { readonly file: string; readonly target: string };

/** What of the project a file may import, by the folder it lies in. */
const rules: readonly { readonly folder: string; readonly mayImport: readonly string[] }[] = [
  { folder: "src/content/", mayImport: ["src/content/"] },
  { folder: "src/site/", mayImport: ["src/content/", "src/site/"] },
  { folder: "src/build/", mayImport: ["src/content/", "src/site/", "src/build/"] },
  { folder: "src/preview/", mayImport: ["src/content/", "src/site/", "src/build/", "src/preview/"] },
  {
    folder: "src/desk/",
    mayImport: ["src/content/", "src/site/", "src/build/", "src/preview/", "src/desk/"],
  },
  {
    folder: "src/cli/",
    mayImport: ["src/content/", "src/site/", "src/build/", "src/preview/", "src/desk/", "src/cli/"],
  },
  { folder: "src/netlify/", mayImport: ["src/site/", "src/build/", "src/netlify/"] },
  { folder: "src/netlify-plugin/", mayImport: ["src/netlify-plugin/"] },
  { folder: "src/client/", mayImport: ["src/content/", "src/client/"] },
  { folder: "templates/", mayImport: ["src/build/"] },
];

/** Modules of Node that read, write or reach for something outside the program. */
const inputAndOutput = /^node:(?:fs|child_process|http|https|net|worker_threads|process|dgram|tls)\b/;

const imports = await importsOf(["src", "templates"]);
const sources = new Set(imports.map(({ file }) => file));

describe("the parts of Dateline", () => {
  test("say in every form of import what they are made of, and this test reads it", () => {
    expect(imports).toContainEqual({ file: "src/cli/build.ts", target: "src/build/build.ts" });
    expect(imports).toContainEqual({ file: "src/build/search-index.ts", target: "pagefind" });
    expect(imports).toContainEqual({ file: "src/client/browser-index.ts", target: "/pagefind/pagefind.js" });
  });

  test.for(rules)("$folder imports nothing that is built on it", ({ folder, mayImport }) => {
    const isForeign = (target: string) => !mayImport.some((allowed) => target.startsWith(allowed));
    expect(
      told(importsBelow(folder).filter(({ target }) => isOfProject(target) && isForeign(target))),
    ).toEqual([]);
  });

  test("all lie in a folder that has a rule", () => {
    expect([...sources].filter((file) => !rules.some(({ folder }) => file.startsWith(folder)))).toEqual([]);
  });

  test.for(["src/content/", "src/site/"])(
    "%s reads and writes nothing, but for the articles folder",
    (folder) => {
      const articlesFolder = "src/content/articles-folder.ts";
      const others = importsBelow(folder).filter(({ file }) => file !== articlesFolder);
      expect(
        told(others.filter(({ target }) => inputAndOutput.test(target) || target === articlesFolder)),
      ).toEqual([]);
    },
  );

  test("that run in the reader's browser import nothing of Node, however far their imports lead", () => {
    const reached = new Set([...sources].filter((file) => file.startsWith("src/client/")));
    for (const file of reached) {
      for (const { target } of importsIn(file)) if (isOfProject(target)) reached.add(target);
    }
    expect(reached).toContain("src/content/slug.ts");
    const found = [...reached].flatMap((file) => importsIn(file));
    expect(told(found.filter(({ target }) => isBuiltin(target)))).toEqual([]);
  });
});

function told(faults: readonly Import[]): string[] {
  return faults.map(({ file, target }) => `${file} may not import ${target}`);
}

function isOfProject(target: string): boolean {
  return target.startsWith("src/") || target.startsWith("templates/") || target.startsWith("tests/");
}

function importsBelow(folder: string): Import[] {
  return imports.filter(({ file }) => file.startsWith(folder));
}

function importsIn(source: string): Import[] {
  return imports.filter(({ file }) => file === source);
}

/** Every import of the source files below folders: paths from the project's root, or a package's name. */
async function importsOf(folders: readonly string[]): Promise<Import[]> {
  const files = await Promise.all(folders.map(sourcesBelow));
  const found = await Promise.all(
    files.flat().map(async (file) => {
      const text = await readFile(join(projectFolder, file), "utf8");
      const targets = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(["'`])([^"'`\n]+)\1/g)];
      return targets.map(({ 2: target = "" }) => ({ file, target: resolved(file, target) }));
    }),
  );
  return found.flat();
}

async function sourcesBelow(folder: string): Promise<string[]> {
  const paths = await readdir(join(projectFolder, folder), { recursive: true });
  return paths.filter((path) => /\.[jt]s$/.test(path)).map((path) => posix.join(folder, ...path.split(sep)));
}

function resolved(file: string, target: string): string {
  return target.startsWith(".") ? posix.join(posix.dirname(file), target) : target;
}
