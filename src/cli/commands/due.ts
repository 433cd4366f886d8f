/** `npm run due`: whether a published site has to be built again. Runs without any package; see docs/scheduling.md. */
import { askWhetherDue } from "../../newsroom/schedule/publish-when-due.ts";
import { exitCodes, readFlags, readNow, runCommand, UsageFault } from "../terminal/command.ts";

const help = `Usage: npm run --silent due -- --url URL

Asks a published site whether it has to be built again, because a story has come due, expired, or left its place on the
front page since its last build.
Says "due" or "not due"; ends with 1 where the site does not tell.

  --url URL   where the site is published, such as https://news.example
  --now ISO   the moment that decides what is due; in UTC where it names no offset (default: the clock)
`;

await runCommand(help, async () => {
  const { values } = readFlags({
    url: { type: "string" },
    now: { type: "string" },
    help: { type: "boolean" },
  });
  if (values.url === undefined || !/^https?:/i.test(values.url) || !URL.canParse(values.url)) {
    throw new UsageFault("--url has to name the address of a site, such as https://news.example");
  }
  const decision = await askWhetherDue(values.url, readNow(values.now));
  if (decision.kind === "unknown") {
    process.stderr.write(`${decision.reason}\n`);
    return exitCodes.contentAtFault;
  }
  process.stdout.write(`${decision.kind}\n`);
  return exitCodes.fine;
});
