/** In the preview alone: loads the page again when something it may show has changed; closes what is laid over it. */

const shown = document.querySelector<HTMLMetaElement>('meta[name="preview-version"]')?.content;

new EventSource("/_preview/events").addEventListener("message", (event) => {
  if (event.data !== shown) location.reload();
});

const overlay = document.querySelector<HTMLElement>(".preview-overlay");
const report = overlay?.querySelector("pre")?.textContent ?? "";

/** What was closed stays closed, on every page, until something else is wrong. */
const closedKey = "preview-closed";

if (report === sessionStorage.getItem(closedKey)) overlay?.remove();
else sessionStorage.removeItem(closedKey);

function close(): void {
  sessionStorage.setItem(closedKey, report);
  overlay?.remove();
}

overlay?.querySelector("button")?.addEventListener("click", close);
addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && overlay?.isConnected) close();
});
