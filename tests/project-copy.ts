/** Copies of the project, to be changed without harm. */
import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../src/publish/disk/project.js";

/** Copies code and templates into a folder. The packages are those of this project, what is made of the code is not. */
export async function copyProject(folder: string): Promise<void> {
  for (const name of ["src", "templates", ".eleventy.ts", "package.json", "tsconfig.json"]) {
    await cp(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  await mkdir(join(folder, "node_modules"));
  for (const name of await readdir(join(projectFolder, "node_modules"))) {
    if (name === ".cache") continue;
    await symlink(join(projectFolder, "node_modules", name), join(folder, "node_modules", name));
  }
}
