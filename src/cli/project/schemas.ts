/** `npm run schemas`: the JSON Schemas and snippets by which editors complete and check what authors write. */
import { join } from "node:path";
import { frontMatterJsonSchema } from "../../content/article/front-matter.ts";
import { frontMatterSnippets } from "../../content/article/front-matter-snippets.ts";
import { projectFolder } from "../../publish/disk/project.js";
import { writeWhole } from "../../publish/disk/whole-file.ts";
import { siteJsonSchema } from "../../site/settings/site.ts";
import { exitCodes, readFlags, runCommand } from "../terminal/command.ts";

const help = `Usage: npm run schemas

Writes the JSON Schemas of front matter and site.yaml, and snippets for front matter, into .vscode/, after a
change of the schemas in src/.

  --output DIR   another folder to put them in
`;

await runCommand(help, async () => {
  const { values } = readFlags({
    output: { type: "string", default: join(projectFolder, ".vscode") },
    help: { type: "boolean" },
  });
  const schemas = {
    "article.schema.json": frontMatterJsonSchema(),
    "article.code-snippets": frontMatterSnippets(),
    "site.schema.json": siteJsonSchema(),
  };
  for (const [name, schema] of Object.entries(schemas)) {
    await writeWhole(join(values.output, name), `${JSON.stringify(schema, null, 2)}\n`);
  }
  return exitCodes.fine;
});
