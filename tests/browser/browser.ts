/** A real browser for tests, and what it complains about. */
import { type Browser, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import type { PackagedChromium } from "./chromium.ts";

/** No sandbox: the browser sees only pages of these tests, and in containers there is none to be had. */
const flags = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Starts the tests' browser. */
export function launchBrowser(): Promise<Browser> {
  return launch(inject("chromium"));
}

/** Starts the Chromium that came with `npm ci`; elsewhere than on Linux, an installed Chrome. */
export async function launch(
  packaged: PackagedChromium,
  moreFlags: readonly string[] = [],
): Promise<Browser> {
  if (packaged === undefined) return chromium.launch({ channel: "chrome", args: [...moreFlags] });
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const env = { ...Object.fromEntries(inherited), ...packaged.environment };
  return chromium.launch({ executablePath: packaged.executablePath, args: [...flags, ...moreFlags], env });
}

/** Listens from now on for what a page of ours must not do: returns the list it fills. */
export function complaintsOf(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) complaints.push(`elsewhere: ${request.url()}`);
  });
  return complaints;
}
