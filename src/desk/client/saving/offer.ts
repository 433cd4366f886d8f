/** The saves that never reached the disk, shown above the editor: to be saved now, looked at, or thrown away. */
import type { KeptSave } from "./kept-saves.ts";
import { forgetSaves } from "./kept-saves.ts";

const styles = `
.desk-offer { position: fixed; inset-block-end: 1rem; inset-inline: 1rem; margin-inline: auto; max-inline-size: 44rem;
  max-block-size: 60vh; overflow: auto; z-index: 9999; padding: 1rem 1.25rem; border: 2px solid #8a5a00;
  border-radius: 8px; background: #fff8e6; color: #201800; font: 15px/1.5 system-ui, sans-serif;
  box-shadow: 0 4px 24px rgb(0 0 0 / 30%); }
.desk-offer h2 { margin: 0 0 .5rem; font-size: 1.05rem; font-weight: 700; }
.desk-offer p { margin: .25rem 0; white-space: pre-line; }
.desk-offer pre { white-space: pre-wrap; background: #fff; padding: .75rem; border-radius: 4px; user-select: text; }
.desk-offer summary { cursor: pointer; }
.desk-offer button { margin: .5rem .5rem 0 0; padding: .4rem .9rem; border: 1px solid #8a5a00; border-radius: 4px;
  background: #fff; color: inherit; font: inherit; cursor: pointer; }
.desk-offer button.first { background: #8a5a00; color: #fff; }
`;

/**
 * Shows one box for each save.
 *
 * @param send sends a request to the desk once more
 */
export function offerSaves(
  page: Document,
  saves: readonly KeptSave[],
  send: (request: string) => Promise<Response>,
): void {
  if (saves.length === 0) return;
  const box = page.createElement("section");
  box.className = "desk-offer";
  box.setAttribute("aria-label", "Not saved yet");
  const style = page.createElement("style");
  style.textContent = styles;
  box.append(style, ...saves.map((save) => offer(page, save, send)));
  page.body.append(box);
}

/** What is shown to who comes without the key, or with an old one. */
export function showClosedDoor(page: Document): void {
  page.body.replaceChildren(
    element(page, "h1", "The desk is closed"),
    element(
      page,
      "p",
      "It opens at the address that npm run desk printed when it was started: the one with a key in it. Nothing that was kept in this browser is lost.",
    ),
  );
}

function offer(page: Document, save: KeptSave, send: (request: string) => Promise<Response>): HTMLElement {
  const item = page.createElement("article");
  const heading = element(page, "h2", "This story was not saved");
  const when = new Date(save.keptMs).toLocaleString();
  const told = element(page, "p", `${save.path}, as it was on ${when}. It is in this browser alone.`);
  told.setAttribute("role", "status");
  const text = page.createElement("details");
  text.append(element(page, "summary", "What was written"), element(page, "pre", save.text));
  const again = element(page, "button", "Save it now");
  again.className = "first";
  const away = element(page, "button", "Throw it away");
  again.addEventListener("click", async () => {
    again.disabled = true;
    const fault = await faultOf(send(save.request));
    again.disabled = false;
    told.textContent = fault ?? `It is in ${save.path} now.`;
    if (fault !== undefined) return;
    await forgetSaves(save);
    heading.textContent = "Saved";
    for (const part of [text, again]) part.remove();
    away.textContent = "Close";
  });
  away.addEventListener("click", async () => {
    await forgetSaves(save);
    const box = item.parentElement;
    item.remove();
    if (box?.querySelector("article") === null) box.remove();
  });
  item.append(heading, told, text, again, away);
  return item;
}

/** Why a request was not carried out; undefined where it was. */
async function faultOf(request: Promise<Response>): Promise<string | undefined> {
  try {
    const response = await request;
    return response.ok ? undefined : String((await response.json()).message);
  } catch {
    return "The desk does not answer. Start it again, then press the button once more.";
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const made = page.createElement(name);
  made.textContent = text;
  return made;
}
