/** Dateline's own templates as code, made when its modules are bundled: a build would take a twentieth of a second for it. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import nunjucks from "nunjucks";
import { templatesFolder } from "../../disk/project.js";
import { bundledCodesFile, codeName, nunjucksOptions, sourceOf } from "./made-code.ts";
import { readTemplates, type TemplateTexts } from "./template-files.ts";

/** Writes the module of all templates. @param folder that of the bundled code */
export async function writeBundledCodes(folder: string): Promise<void> {
  await writeFile(join(folder, bundledCodesFile), codesModule(readTemplates([templatesFolder])));
}

/** A module that exports the code of each template; of one that cannot be read, whoever uses it is told. */
export function codesModule(texts: TemplateTexts): string {
  const env = new nunjucks.Environment(null, nunjucksOptions);
  const code = ([name, text]: readonly [string, string]): string[] => {
    try {
      return [`export const ${codeName(name, text)} = (() => {\n${sourceOf(name, text, env)}\n})();\n`];
    } catch {
      return [];
    }
  };
  return [...texts].flatMap(code).join("");
}
