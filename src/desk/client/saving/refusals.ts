/** Refusals at the desk: each begins with its reason. The editor has a sentence before it, or keeps it for itself. */
import { isRecord } from "../../../content/writing/article-form.ts";

/** Takes the editor's own sentence, which says to try again later, from before each reason it shows. */
export function putReasonsFirst(page: Document): void {
  new MutationObserver(() => {
    for (const reason of page.querySelectorAll<HTMLElement>('[role="alertdialog"] .body > .error')) {
      // A line for each thing that is wrong.
      reason.style.whiteSpace = "pre-line";
      for (let node = reason.previousSibling; node !== null; node = node.previousSibling)
        if (node instanceof Text && node.data !== "") node.data = "";
    }
  }).observe(page, { childList: true, subtree: true });
}

/** A fetch that shows why something could not be removed: of that the editor tells at most that it failed. */
export function tellingRemovals(send: typeof fetch, page: Document): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    if (!response.ok && init?.method === "POST" && isRemoval(init.body)) {
      const answer: unknown = await response
        .clone()
        .json()
        .catch(() => undefined);
      if (isRecord(answer) && typeof answer["message"] === "string") showReason(page, answer["message"]);
    }
    return response;
  };
}

function isRemoval(body: unknown): boolean {
  if (typeof body !== "string" || !body.includes('"delete"')) return false;
  const asked: unknown = JSON.parse(body);
  const files = isRecord(asked) ? asked["files"] : undefined;
  return Array.isArray(files) && files.every((file) => isRecord(file) && file["operation"] === "delete");
}

function showReason(page: Document, reason: string): void {
  const dialog = page.createElement("dialog");
  dialog.setAttribute("role", "alertdialog");
  dialog.setAttribute("aria-label", reason);
  Object.assign(dialog.style, {
    margin: "auto",
    padding: "1.5rem",
    maxWidth: "40rem",
    font: "1rem/1.5 system-ui",
  });
  const words = page.createElement("p");
  words.textContent = reason;
  words.style.whiteSpace = "pre-line";
  const close = page.createElement("button");
  close.textContent = "OK";
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(words, close);
  page.body.append(dialog);
  dialog.showModal();
}
