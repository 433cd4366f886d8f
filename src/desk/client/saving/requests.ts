/**
 * What the editor asks of the desk on this machine, with what the editor does not know: the key, and what each form
 * was opened from. A save is kept in the browser until the desk has said that it is on disk.
 */
import { fromBase64 } from "@exodus/bytes/base64.js";
import { articleName } from "../../../content/names/name-order.ts";
import { forgetSaves, keepSave } from "./kept-saves.ts";

/** Where the key is kept; every page of this origin sees a new one at once. */
const keyName = "dateline-desk-key";

/** What follows the page's address where a form is open. */
const formAddress = /^#\/collections\/[^/]+\/(?:entries\/|new\b)/;

type AskedFile = {
  readonly operation: string;
  readonly path: string;
  readonly from_path?: string;
  /** Base64. */
  readonly content: string;
  readonly opened?: string;
};

/** Takes the key out of the address, where it must not stay, and keeps it. Tells whether there is one. */
export function takeKey(): boolean {
  const address = new URL(location.href);
  const key = address.searchParams.get("key");
  if (key !== null) {
    localStorage.setItem(keyName, key);
    address.searchParams.delete("key");
    history.replaceState(history.state, "", address);
  }
  return localStorage.getItem(keyName) !== null;
}

export class DeskRequests {
  readonly #fetch: typeof fetch;
  readonly #api: string;
  /** What forms were opened from, by the text the form makes of it; empty for a new article. */
  readonly #openedAs = new Map<string, string>();
  /** What a form was last saved as, which is what it is opened from the next time, by path and first text. */
  readonly #savedAs = new Map<string, string>();
  readonly #page = crypto.randomUUID();
  #head: string | undefined;

  /** @param api the address of the desk's interface */
  constructor(send: typeof fetch, api: string) {
    this.#fetch = send;
    this.#api = api;
  }

  /** Whether a save was made in this page: its form is still there. */
  isOfThisPage(id: string): boolean {
    return id.startsWith(this.#page);
  }

  /** To be called with what a form is opened from and what it makes of it. */
  noteText(text: string, opened: string): void {
    this.#openedAs.set(text.trim(), opened);
  }

  /** Stands in for `fetch`. */
  readonly send: typeof fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, location.href).href;
    if (!address.startsWith(this.#api)) return this.#fetch(input, init);
    const path = address.slice(this.#api.length);
    if (init?.method === "POST" && path.endsWith("/contents")) return this.#save(address, String(init.body));
    if (!path.includes("/branches/")) return this.#withKey(address, init);
    // While a form is open the editor hears of no changes: it would warn that a save writes over them, but the desk brings
    // both together, or refuses.
    if (this.#head !== undefined && formAddress.test(location.hash)) {
      return Response.json({ commit: { id: this.#head, message: "" } });
    }
    const response = await this.#withKey(address, init);
    if (response.ok) this.#head = (await response.clone().json()).commit.id;
    return response;
  };

  /** Sends a save once more that an earlier page has kept. */
  async sendAgain(request: string): Promise<Response> {
    return this.#withKey(`${this.#api}/repos/dateline/site/contents`, { method: "POST", body: request });
  }

  async #save(address: string, body: string): Promise<Response> {
    const asked: { readonly files: readonly AskedFile[] } = JSON.parse(body);
    const files = asked.files.map((file) => this.#withOpened(file));
    const request = JSON.stringify({ ...asked, files });
    const article = files.find(({ path, operation }) => articleName.test(path) && operation !== "delete");
    const id = `${this.#page} ${location.hash}`;
    if (article !== undefined) {
      const { path, content } = article;
      await keepSave({ id, keptMs: Date.now(), path, text: textOf(content), request });
    }
    const response = await this.#withKey(address, { method: "POST", body: request }).catch(() => {
      throw new Error(
        "The desk does not answer. What you wrote is kept in this browser: start the desk again, then press Save once more.",
      );
    });
    if (!response.ok) return response;
    this.#head = (await response.clone().json()).commit.sha;
    for (const { path, from_path: from = path, content } of asked.files.filter(({ path }) =>
      articleName.test(path),
    )) {
      const text = textOf(content);
      this.#savedAs.delete(savedKey(from, this.#openedAs.get(text.trim())));
      this.#savedAs.set(savedKey(path, this.#openedAs.get(text.trim())), text);
    }
    if (article !== undefined) await forgetSaves({ id, path: article.path, text: textOf(article.content) });
    return response;
  }

  #withOpened(file: AskedFile): AskedFile {
    if (!articleName.test(file.path) || file.operation === "delete") return file;
    const first = this.#openedAs.get(textOf(file.content).trim());
    const opened = this.#savedAs.get(savedKey(file.from_path ?? file.path, first)) ?? first;
    const isKnown = opened !== undefined && (opened !== "" || file.operation === "create");
    return isKnown ? { ...file, opened } : file;
  }

  /** With the key as it is now: another page of the desk may have got a new one. */
  async #withKey(address: string, init: RequestInit | undefined): Promise<Response> {
    const headers = new Headers(init?.headers);
    headers.set("Authorization", `token ${localStorage.getItem(keyName) ?? ""}`);
    return this.#fetch(address, { ...init, headers });
  }
}

function savedKey(path: string, opened = ""): string {
  return `${path}\n${opened}`;
}

function textOf(base64: string): string {
  return new TextDecoder().decode(fromBase64(base64));
}
