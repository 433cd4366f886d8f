/** The desk: starts the editor, and reads and writes article files for it without touching what nobody changed. */
import editor from "/desk/editor/index.js";
import { isRecord } from "../content/article-form.ts";
import { mergedArticle, newArticle } from "../content/article-merge.ts";
import { keptLines } from "../content/kept-lines.ts";
import { fileForm, shownForm } from "../content/shown-form.ts";
import { watchPasting } from "./desk-pasting.ts";
import { holdSavesUntilSettled } from "./desk-settling.ts";
import { keepingBytes } from "./published-saves.ts";
import { RewrittenTexts } from "./rewritten-texts.ts";

/** Where the editor keeps who is signed in. */
const userKey = "sveltia-cms.user";

/** Of a value the editor hands back with the others: what the file held before. */
const originalKey = "_original";

const settings: unknown = await (await fetch("/desk/config.json")).json();
if (!isRecord(settings) || !isRecord(settings["config"]) || typeof settings["timezone"] !== "string")
  throw new Error("/desk/config.json cannot be read");
const { config, timezone, user } = settings;

// On this machine nobody has to sign in; the token keeps other programs' pages out.
if (isRecord(user)) localStorage.setItem(userKey, JSON.stringify(user));
// The desk of this machine merges on its own.
else globalThis.fetch = keepingBytes(fetch.bind(globalThis));

const rewritten = new RewrittenTexts(document);
watchPasting(document);

editor.registerCustomFormat("dateline", "md", {
  fromFile: (text) => {
    const { values, body } = shownForm(text, timezone);
    rewritten.add(body);
    return { ...values, body, [originalKey]: text };
  },
  toFile: ({ body, [originalKey]: before, ...values }) => {
    const original = typeof before === "string" && before !== "" ? before : undefined;
    const edited = typeof body === "string" ? body : "";
    if (original === undefined) return newArticle(fileForm({ values, body: edited }, undefined, timezone));
    const opened = shownForm(original, timezone).body;
    const kept = keptLines(opened, rewritten.of(opened), edited);
    return mergedArticle(original, fileForm({ values, body: kept }, original, timezone));
  },
});

holdSavesUntilSettled(document);
await editor.init({ config });
