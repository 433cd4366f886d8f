/** `npm start`: the site on this machine. */
import { deskAddress } from "../../preview/desk-list.ts";
import { showSite } from "../terminal/preview-command.ts";

const help = `Usage: npm start -- [flags]

Shows the site at http://localhost:8080, drafts, scheduled and expired articles included and marked. A saved file
shows by itself; what is wrong is told here and on the page. Ctrl+C ends it.

  --site DIR   the folder with site.yaml and articles/ (default: this folder)
  --port N     another port
`;

await showSite(help, {
  otherPort: "npm start -- --port 8081",
  greeting: (origin) =>
    `The preview is at ${origin}\nDrafts and scheduled articles: ${origin}${deskAddress}\n`,
});
