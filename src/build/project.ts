/** Where Dateline's own files are, whatever folder a command is run in. */
import { fileURLToPath } from "node:url";

/** The root of the repository, with a slash at its end. */
export const projectFolder = fileURLToPath(new URL("../../", import.meta.url));

export const templatesFolder = fileURLToPath(new URL("../../templates", import.meta.url));
