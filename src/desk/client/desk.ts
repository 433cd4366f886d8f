/** The desk: starts the editor, and reads and writes article files for it without touching what nobody changed. */
import editor from "/desk/editor/index.js";
import { type ArticleForm, isRecord } from "../../content/writing/article-form.ts";
import { mergedArticle, newArticle } from "../../content/writing/article-merge.ts";
import { keptLines } from "../../content/writing/kept-lines.ts";
import { fileForm, shownForm } from "../editor/shown-form.ts";
import { forgetDraftsOfSaves, prepareEditorStore } from "./editor-store.ts";
import { watchPasting } from "./pasting/pasting.ts";
import { RewrittenTexts } from "./rewritten-texts.ts";
import { keptSaves } from "./saving/kept-saves.ts";
import { offerSaves, showClosedDoor } from "./saving/offer.ts";
import { keepingBytes } from "./saving/published-saves.ts";
import { putReasonsFirst, tellingRemovals } from "./saving/refusals.ts";
import { DeskRequests, takeKey } from "./saving/requests.ts";
import { holdSavesUntilSettled } from "./saving/settling.ts";

/** Where the editor keeps who is signed in. */
const userKey = "sveltia-cms.user";

/** Of a value the editor hands back with the others: what the file held before. */
const originalKey = "_original";

const settings: unknown = await (await fetch(new URL("config.json", import.meta.url))).json();
if (!isRecord(settings) || !isRecord(settings["config"]) || typeof settings["timezone"] !== "string")
  throw new Error("/desk/config.json cannot be read");
const { config, timezone, user } = settings;

// On this machine nobody signs in: the key in the printed address keeps everyone else out.
const isHere = isRecord(user);
const requests = new DeskRequests(
  tellingRemovals(fetch.bind(globalThis), document),
  new URL("api/v1", import.meta.url).href,
);

const rewritten = new RewrittenTexts(document);
watchPasting(document);
putReasonsFirst(document);

editor.registerCustomFormat("dateline", "md", {
  fromFile: (text) => {
    const { values, body } = shownForm(text, timezone);
    rewritten.add(body);
    return { ...values, body, [originalKey]: text };
  },
  toFile: ({ body, [originalKey]: before, ...values }) => {
    const original = typeof before === "string" && before !== "" ? before : undefined;
    const form = { values, body: typeof body === "string" ? body : "" };
    const text =
      original === undefined ? newArticle(fileForm(form, undefined, timezone)) : changed(original, form);
    requests.noteText(text, original ?? "");
    return text;
  },
});

if (isHere) {
  const mayEnter = takeKey();
  globalThis.fetch = requests.send;
  localStorage.setItem(userKey, JSON.stringify({ ...user, token: "sent with each request" }));
  if (!mayEnter || (await fetch(new URL("api/v1/user", import.meta.url))).status === 401) {
    showClosedDoor(document);
  } else {
    await startEditor();
    offerSaves(
      document,
      (await keptSaves()).filter(({ id }) => !requests.isOfThisPage(id)),
      (request) => requests.sendAgain(request),
    );
  }
} else {
  // The desk of this machine merges on its own.
  globalThis.fetch = keepingBytes(fetch.bind(globalThis));
  await startEditor();
}

function changed(original: string, { values, body }: ArticleForm): string {
  const opened = shownForm(original, timezone).body;
  const kept = keptLines(opened, rewritten.of(opened), body);
  return mergedArticle(original, fileForm({ values, body: kept }, original, timezone));
}

async function startEditor(): Promise<void> {
  // The editor passes from its door to the form by a view transition. Where all is loaded before the first is drawn, as in
  // a second tab, its two steps come the wrong way round, and the door stays closed for ever. Without transitions it changes at once.
  Object.defineProperty(document, "startViewTransition", { value: undefined });
  const forgetDraft = forgetDraftsOfSaves(document);
  holdSavesUntilSettled(document, forgetDraft);
  if (isRecord(config) && isRecord(config["backend"])) await prepareEditorStore(config["backend"]);
  await editor.init({ config });
}
