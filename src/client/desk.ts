/** The desk: starts the editor, and reads and writes article files for it without touching what nobody changed. */
import editor from "/desk/editor/index.js";
import { articleForm, isRecord } from "../content/article-form.ts";
import { mergedArticle, newArticle } from "../content/article-merge.ts";

/** Where the editor keeps who is signed in. */
const userKey = "sveltia-cms.user";

/** Of a value the editor hands back with the others: what the file held before. */
const originalKey = "_original";

const settings: unknown = await (await fetch("/desk/config.json")).json();
if (!isRecord(settings) || !isRecord(settings["config"])) throw new Error("/desk/config.json cannot be read");

// On this machine nobody has to sign in; the token keeps other programs' pages out.
if (isRecord(settings["user"])) localStorage.setItem(userKey, JSON.stringify(settings["user"]));

editor.registerCustomFormat("dateline", "md", {
  fromFile: (text) => {
    const { values, body } = articleForm(text);
    return { ...values, body, [originalKey]: text };
  },
  toFile: ({ body, [originalKey]: original, ...values }) => {
    const form = { values, body: typeof body === "string" ? body : "" };
    return typeof original === "string" && original !== "" ? mergedArticle(original, form) : newArticle(form);
  },
});

await editor.init({ config: settings["config"] });
