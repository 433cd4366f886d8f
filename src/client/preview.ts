/** In the preview alone: loads the page again when something it may show has changed. */

const shown = document.querySelector<HTMLMetaElement>('meta[name="preview-version"]')?.content;

new EventSource("/_preview/events").addEventListener("message", (event) => {
  if (event.data !== shown) location.reload();
});
