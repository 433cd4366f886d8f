/** Netlify runs this on a schedule: it has the site built once a story is due or has expired. See docs/scheduling.md. */
import { publishWhenDue } from "../../newsroom/schedule/publish-when-due.ts";

/** https://docs.netlify.com/build/functions/scheduled-functions/ */
export const config = { schedule: "*/15 * * * *" };

export default async function run(): Promise<void> {
  // Netlify tells every function where the site is published.
  const { URL: siteUrl, PUBLISH_BUILD_HOOK: buildHook } = process.env;
  if (siteUrl === undefined || buildHook === undefined) {
    console.log("Nothing is published by the clock: PUBLISH_BUILD_HOOK is not set.");
    return;
  }
  const decision = await publishWhenDue(siteUrl, buildHook, Date.now());
  if (decision.kind === "unknown") throw new Error(decision.reason);
  console.log(decision.kind);
}
