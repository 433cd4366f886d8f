/** A real browser for tests, and what it complains about. */
import type { Browser, Page } from "playwright-core";
import { inject } from "vitest";
import { startChromium } from "./chromium.ts";

/** As long as tests wait for anything: only what hangs is ended. */
const patienceMs = 120_000;

/** Starts the browser of the test run. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await startChromium(inject("chromium"));
  browser.on("context", (context) => context.setDefaultTimeout(patienceMs));
  return browser;
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
