/** The desk on this machine: the editor beside the preview, and what it may do to the site folder. */
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { ZodError } from "zod";
import { onDemandOf } from "../content/values/on-demand.ts";
import type { PreviewSite } from "../preview/preview-site.ts";
import { type Desk, send } from "../preview/server.ts";
import { readSiteFile } from "../publish/loading/site-reading.ts";
import { deskHeaderRule } from "../site/machines/headers.ts";
import { basePathOf } from "../site/settings/web-address.ts";
import { DeskFiles } from "./desk-files.ts";
import { deskKey } from "./desk-key.ts";
import { deskAddress, deskConfig } from "./editor/desk-config.ts";
import { deskFiles } from "./editor/editor-files.ts";
import { deskBranch, deskRepository, RepositoryApi } from "./repository-api.ts";

const apiAddress = `${deskAddress}api/v1`;
const shownAddress = `${deskAddress}shown/`;

/** Room for a dozen photographs. */
const bodyLimitBytes = 128 * 1024 * 1024;

/** Makes the desk of a site folder. */
export async function newDesk(siteFolder: string): Promise<Desk> {
  const files = await deskFiles();
  const folder = new DeskFiles(siteFolder);
  const key = await deskKey(siteFolder);
  const apiOf = onDemandOf((site: PreviewSite) => new RepositoryApi(siteFolder, folder, () => site));
  return {
    entrance: `${deskAddress}?key=${key}`,
    answer: async (request, response, address, site) => {
      if (address === deskAddress.slice(0, -1)) {
        response.setHeader("Location", deskAddress);
        send(response, 301, ".txt", "");
        return true;
      }
      if (!address.startsWith(deskAddress)) return false;
      if (address.startsWith(shownAddress)) {
        return showArticle(response, address.slice(shownAddress.length), site);
      }
      for (const [name, value] of Object.entries(deskHeaderRule([]).headers)) response.setHeader(name, value);
      const host = request.headers.host ?? "";
      if (address.startsWith(`${apiAddress}/`)) {
        await answerCall(request, response, address.slice(apiAddress.length), apiOf(site), key);
      } else if (address === `${deskAddress}config.json`) {
        await sendConfig(response, siteFolder, `http://${host}`);
      } else {
        const path = address.slice(1) + (address.endsWith("/") ? "index.html" : "");
        const file = files.get(path);
        send(response, file === undefined ? 404 : 200, extname(path), file ?? "There is no such file.");
      }
      return true;
    },
  };
}

/** Leads from an article's file to its page. A page that is not there yet shows itself when it is. */
function showArticle(response: ServerResponse, file: string, site: PreviewSite): boolean {
  const found = site.articles.find(({ article }) => article.file === file);
  if (found === undefined) return false;
  response.setHeader("Location", site.basePath + encodeURI(found.address));
  send(response, 302, ".txt", "");
  return true;
}

/** The configuration tells nothing that the preview does not. That it names a user says that the desk is this machine's. */
async function sendConfig(response: ServerResponse, siteFolder: string, origin: string): Promise<void> {
  const { site, diagnostics } = await readSiteFile(siteFolder);
  if (site === undefined) {
    send(response, 500, ".txt", diagnostics.map(({ message }) => `site.yaml: ${message}`).join("\n"));
    return;
  }
  const backend = {
    name: "gitea",
    repo: deskRepository,
    branch: deskBranch,
    base_url: `${origin}${deskAddress}`,
    api_root: `${origin}${apiAddress}`,
  };
  const shownPath = `${shownAddress.slice(1)}articles/{{dirname}}/{{filename}}.{{extension}}`;
  const config = deskConfig({ ...site, url: origin + basePathOf(site.url) }, backend, shownPath);
  const user = { backendName: backend.name };
  send(response, 200, ".json", JSON.stringify({ config, timezone: site.timezone, user }));
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  api: RepositoryApi,
  key: string,
): Promise<void> {
  const refuse = (status: number, message: string) =>
    send(response, status, ".json", JSON.stringify({ message }));
  if (isFromElsewhere(request)) return refuse(403, "Only the desk itself may do this.");
  // Neither a page elsewhere nor another user of this machine knows the key.
  if (!isSameText(request.headers.authorization ?? "", `token ${key}`)) {
    return refuse(401, "This is not the desk's key. Open the address that npm run desk printed.");
  }
  try {
    const text = request.method === "POST" ? await bodyOf(request) : undefined;
    if (text === null) return refuse(413, "That is too much to save at once.");
    const answer = await api.answer(
      request.method ?? "",
      path,
      text === undefined ? undefined : JSON.parse(text),
    );
    if ("content" in answer) return send(response, 200, extname(answer.file), answer.content);
    send(response, answer.status, ".json", JSON.stringify(answer.json));
  } catch (error) {
    if (!(error instanceof ZodError || error instanceof SyntaxError)) throw error;
    refuse(400, "The desk does not understand this request.");
  }
}

function isSameText(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)];
  return first.length === second.length && timingSafeEqual(first, second);
}

/** https://fetch.spec.whatwg.org/#origin-header, https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return true;
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`;
}

/** The text of a request, or null where it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > bodyLimitBytes) return null;
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString("utf8");
}
