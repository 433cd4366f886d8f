/** `npm run desk`: writing in the browser, the preview beside it. */
import { newDesk } from "../../desk/desk.ts";
import { showSite } from "../terminal/preview-command.ts";

const help = `Usage: npm run desk -- [flags]

Opens the desk, and prints its address: articles are written in a form, and saved as files of the site folder. The
site with drafts and scheduled articles is at http://localhost:8080. Ctrl+C ends both.

  --site DIR   the folder with site.yaml and articles/ (default: this folder)
  --port N     another port
`;

await showSite(help, {
  desk: newDesk,
  otherPort: "npm run desk -- --port 8081",
  greeting: (origin, entrance) =>
    `The desk is at ${entrance}\nThat address is for you alone: whoever knows it can write.\nThe preview is at ${origin}\n`,
});
