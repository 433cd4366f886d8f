/** Pasting into the text of an article: tables come as tables, and each line of a word processor as a paragraph. */
import { tableOf, withTidyTables, writingGoesOn } from "./pasted-tables.ts";
import { pastedCells, pastedParagraphs } from "./pasted-text.ts";

/** The format in which the editor's own copies come. */
const ownFormat = "application/x-lexical-editor";

/** Takes every pasting into a text of the page in hand before the editor does. */
export function watchPasting(page: Document): void {
  page.addEventListener(
    "paste",
    (event) => {
      const { target, clipboardData, isTrusted } = event;
      if (!isTrusted || clipboardData === null || !(target instanceof Element)) return;
      if (target.matches(".text-editor textarea"))
        pastePlain(page, event, clipboardData.getData("text/plain"));
      else if (target.closest(".lexical-root") !== null) {
        // The editor makes a save wait for words that are typed, of which this event tells it, but not for pasted ones.
        target.dispatchEvent(new InputEvent("beforeinput", { bubbles: true }));
        pasteFormatted(event, target, clipboardData);
      }
    },
    { capture: true },
  );
}

/** Whether there are words on more than one line. */
function hasLines(text: string): boolean {
  return /[\r\n\u2028\u2029]/.test(text.trim());
}

function pastePlain(page: Document, event: Event, text: string): void {
  if (!hasLines(text)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const markdown = pastedParagraphs(text).map((lines) => lines.join("\n"));
  // Deprecated, and the one way that can be undone by the keyboard.
  page.execCommand("insertText", false, markdown.join("\n\n"));
}

function pasteFormatted(event: Event, target: Element, clipboard: DataTransfer): void {
  const better = betterThan(clipboard, isInCell(target.ownerDocument));
  if (better === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const clipboardData = new DataTransfer();
  for (const [type, value] of Object.entries(better)) clipboardData.setData(type, value);
  target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}

function betterThan(clipboard: DataTransfer, inCell: boolean): Readonly<Record<string, string>> | undefined {
  const text = clipboard.getData("text/plain");
  // A cell has one line.
  if (inCell) return hasLines(text) ? { "text/plain": text.trimEnd().replace(/\s+/g, " ") } : undefined;
  const html = betterHtml(clipboard, clipboard.getData("text/html"), text);
  return html === undefined ? undefined : { "text/plain": text, "text/html": html };
}

function betterHtml(clipboard: DataTransfer, html: string, text: string): string | undefined {
  if (clipboard.getData(ownFormat) !== "") return undefined;
  if (html !== "") return withTidyTables(html);
  const cells = pastedCells(text);
  if (cells !== undefined) return tableOf(cells) + writingGoesOn;
  return hasLines(text) ? pastedParagraphs(text).map(paragraphOf).join("") : undefined;
}

function isInCell(page: Document): boolean {
  const node = page.getSelection()?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest("td, th") != null;
}

function paragraphOf(lines: readonly string[]): string {
  const element = document.createElement("p");
  lines.forEach((line, index) => {
    if (index > 0) element.append(document.createElement("br"));
    element.append(line);
  });
  return element.outerHTML;
}
