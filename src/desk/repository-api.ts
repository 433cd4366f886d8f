/**
 * The site folder as a git repository that the desk's editor knows how to read and write: the few calls of
 * Gitea's interface that it makes (https://docs.gitea.com/api/1.24/), answered from files.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { systemRefusal } from "../content/diagnostics/system-reasons.ts";
import { pathFrom } from "../content/files/paths.ts";
import { articleName } from "../content/names/name-order.ts";
import { type DeskFiles, shaOf } from "./desk-files.ts";
import { type AskedChange, askedChange, SaveRefused } from "./saved-content.ts";
import { type Shown, save } from "./saving.ts";

/** Names that stand where a repository's would. */
export const deskRepository = "dateline/site";
export const deskBranch = "main";

export type ApiAnswer =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: 200; readonly file: string; readonly content: Uint8Array };

const filesQuestion = z.object({ files: z.array(z.string()) });
const changesQuestion = z.object({ files: z.array(askedChange).min(1) });

const unknownState = "0".repeat(40);

const contentLimitBytes = 256 * 1024 * 1024;

/** What is the same whatever the folder holds. */
const settledAnswers: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["", { permissions: { pull: true, push: true }, default_branch: deskBranch }],
  ["/version", { version: "1.24.0" }],
  ["/user", { id: 1, login: "desk", full_name: "The desk", email: "desk@localhost" }],
  [
    "/settings/api",
    {
      default_paging_num: 1000,
      max_response_items: 1000,
      default_max_blob_size: contentLimitBytes,
      default_max_response_size: contentLimitBytes,
    },
  ],
  ["/commits", []],
]);

export class RepositoryApi {
  readonly #siteFolder: string;
  readonly #files: DeskFiles;
  readonly #shown: () => Shown;
  /** Saves come one after the other: each is checked against what the one before it wrote. */
  #saving: Promise<unknown> = Promise.resolve();

  constructor(siteFolder: string, files: DeskFiles, shown: () => Shown) {
    this.#siteFolder = siteFolder;
    this.#files = files;
    this.#shown = shown;
  }

  /**
   * Answers a call.
   *
   * @param path decoded, what follows `/api/v1`
   * @param body of a POST, as JSON
   */
  async answer(method: string, path: string, body: unknown): Promise<ApiAnswer> {
    try {
      return await this.#answered(method, path, body);
    } catch (error) {
      if (error instanceof SaveRefused) return { status: error.status, json: { message: error.message } };
      const refusal = systemRefusal(error);
      if (refusal === undefined) throw error;
      const { reason, path: place = "", target = place } = refusal;
      const file = pathFrom(this.#siteFolder, target);
      return { status: 422, json: { message: `${file} cannot be read or written: ${reason}.` } };
    }
  }

  async #answered(method: string, path: string, body: unknown): Promise<ApiAnswer> {
    const inRepository = path.startsWith(`/repos/${deskRepository}`);
    const rest = inRepository ? path.slice(`/repos/${deskRepository}`.length) : path;
    if (method === "POST" && rest === "/file-contents")
      return this.#contents(filesQuestion.parse(body).files);
    if (method === "POST" && rest === "/contents") return this.#save(changesQuestion.parse(body).files);
    if (method !== "GET") return notFound;
    const raw = /^\/(?:raw|media\/main)\/(.+)$/s.exec(rest)?.[1];
    if (raw !== undefined) return this.#raw(raw);
    if (rest.startsWith("/git/trees/")) {
      const tree = (await this.#files.list()).map((file) => ({ type: "blob", ...file }));
      return { status: 200, json: { tree, truncated: false } };
    }
    if (rest === `/branches/${deskBranch}`) {
      return { status: 200, json: { commit: { id: await this.#state(), message: "" } } };
    }
    const json = settledAnswers.get(rest);
    return json === undefined ? notFound : { status: 200, json };
  }

  /** A name for everything the folder holds: it changes when a file does. */
  async #state(): Promise<string> {
    const hash = createHash("sha1");
    for (const { path, sha } of await this.#files.list()) hash.update(`${sha} ${path}\n`);
    return hash.digest("hex");
  }

  async #contents(paths: readonly string[]): Promise<ApiAnswer> {
    const items = await Promise.all(
      paths
        .filter((path) => articleName.test(path))
        .map(async (path) => {
          // One that cannot be read leaves the others to the editor.
          const content = await this.#files.read(path).catch(() => undefined);
          return content && { path, encoding: "base64", content: Buffer.from(content).toString("base64") };
        }),
    );
    return { status: 200, json: items.filter((item) => item !== undefined) };
  }

  async #raw(path: string): Promise<ApiAnswer> {
    const content = await this.#files.read(path);
    return content === undefined ? notFound : { status: 200, file: path, content };
  }

  async #save(asked: readonly AskedChange[]): Promise<ApiAnswer> {
    const saved = this.#saving.then(() => save(asked, this.#files, this.#siteFolder, this.#shown()));
    this.#saving = saved.catch(() => undefined);
    const written = await saved;
    // The editor takes what it sent for what is there. Where that is not so, it is told the name of what it sent,
    // and a state that never was: it sees at its next look that the file has another name, and reads it again.
    const isAsSent = asked.every(({ content }, index) => {
      const there = written[index];
      return there === undefined || Buffer.compare(there, content) === 0;
    });
    return {
      status: 201,
      json: {
        commit: { sha: isAsSent ? await this.#state() : unknownState, created: new Date().toISOString() },
        files: asked.map(({ path, content }, index) =>
          written[index] === undefined ? null : { path, sha: shaOf(content) },
        ),
      },
    };
  }
}

const notFound: ApiAnswer = { status: 404, json: { message: "The desk does not know this address." } };
