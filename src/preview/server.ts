/** The preview's web server: what the CDN would send, with the production headers, and news of changes. */
import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname } from "node:path";
import { pipeline } from "node:stream/promises";
import mime from "mime";
import { decoded, previewSegment } from "../content/values/address.ts";
import { decorated, previewEvents } from "./decoration.ts";
import type { PreviewSite } from "./preview-site.ts";

/** Names this machine has for itself. Any other means that a foreign page talks to the preview through its own name. */
const ownHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

export type PreviewServer = {
  /** The port that is listened on. */
  readonly port: number;
  /** Tells every open page that something has changed. */
  readonly announce: () => void;
  readonly close: () => Promise<void>;
};

export type PreviewServerOptions = {
  readonly site: PreviewSite;
  /** 0 for any that is free. */
  readonly port: number;
  /** Called where a request cannot be answered. */
  readonly onFailure: (error: unknown) => void;
  readonly desk?: Desk | undefined;
};

/** What is served below `/desk/`. */
export type Desk = {
  /** Where one enters: its address on this server, with the key. */
  readonly entrance: string;
  /** Answers a request, or gives false for the preview to answer it. `address`: decoded. */
  readonly answer: (
    request: IncomingMessage,
    response: ServerResponse,
    address: string,
    site: PreviewSite,
  ) => Promise<boolean>;
};

/** Starts the server, on this machine alone. @throws where the port is taken */
export async function startPreviewServer(options: PreviewServerOptions): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  let changes = 0;
  // A restarted server must not be taken for the one before it.
  const version = () => `${process.pid}-${changes}`;
  const server = createServer((request, response) => {
    answer(request, response, options, version, listeners).catch((error: unknown) => {
      options.onFailure(error);
      if (!response.headersSent) send(response, 500, ".txt", "The preview failed; see the terminal.");
    });
  });
  const port = await listen(server, options.port);
  return {
    port,
    announce: () => {
      changes += 1;
      for (const listener of listeners) listener.write(`data: ${version()}\n\n`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { site, desk }: PreviewServerOptions,
  version: () => string,
  listeners: Set<ServerResponse>,
): Promise<void> {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (!ownHosts.has(host)) return send(response, 403, ".txt", "The preview is for this machine alone.");
  const asked = addressOfRequest(request.url ?? "/");
  if (asked === undefined) return send(response, 400, ".txt", "This address cannot be read.");
  const within = placeIn(asked.address, decoded(site.basePath), desk !== undefined);
  if (within === undefined) {
    response.setHeader("Location", `${site.basePath}/`);
    return send(response, 302, ".txt", "");
  }
  const { address, isOutside } = within;
  for (const [name, value] of Object.entries(site.headersOf(address))) response.setHeader(name, value);
  response.setHeader("Cache-Control", "no-store");
  if (desk !== undefined && (await desk.answer(request, response, address, site))) return;
  if (address === previewEvents) return keepTelling(response, version, listeners);
  const found = await (isOutside ? site.nothing : site.find(address, asked.search));
  switch (found.kind) {
    case "page": {
      const diagnostics = [...(found.faults ?? []), ...site.diagnostics];
      return send(response, found.status, ".html", decorated(found.html, version(), diagnostics));
    }
    case "file":
      return send(response, 200, extname(address), found.content);
    case "copy":
      response.setHeader("Content-Type", mediaTypeOf(extname(found.file)));
      return pipeline(createReadStream(found.file), response).catch((error: unknown) => {
        // The browser has stopped loading, as it may.
        if (!(error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE"))
          throw error;
      });
    case "redirect":
      response.setHeader("Location", found.to.startsWith("/") ? site.basePath + found.to : found.to);
      return send(response, found.status, ".txt", "");
  }
}

/**
 * Where a request leads within a site below a path; undefined for the entrances of one that is asked for without it. What is
 * the preview's and the desk's own lies at the root.
 */
function placeIn(
  path: string,
  basePath: string,
  hasDesk: boolean,
): { address: string; isOutside?: boolean } | undefined {
  if (basePath === "" || path.startsWith(`/${previewSegment}/`)) return { address: path };
  if (path.startsWith(`${basePath}/`)) return { address: path.slice(basePath.length) };
  if (hasDesk && /^\/desk(?:\/|$)/.test(path)) return { address: path };
  return path === "/" || path === basePath ? undefined : { address: path, isOutside: true };
}

function keepTelling(response: ServerResponse, version: () => string, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write(`data: ${version()}\n\n`);
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

/** Sends a whole answer, its type by the extension unless it is set already. */
export function send(
  response: ServerResponse,
  status: number,
  extension: string,
  content: string | Uint8Array,
): void {
  if (!response.hasHeader("Content-Type")) {
    response.setHeader("Content-Type", mediaTypeOf(extension));
  }
  response.writeHead(status);
  response.end(content);
}

/** https://www.iana.org/assignments/media-types. Texts are in UTF-8. */
function mediaTypeOf(extension: string): string {
  const type = mime.getType(extension) ?? "application/octet-stream";
  return type.startsWith("text/") ? `${type}; charset=utf-8` : type;
}

/** The path, decoded, and what follows it. */
function addressOfRequest(url: string): { address: string; search: string } | undefined {
  try {
    const { pathname, search } = new URL(url, "http://localhost");
    return { address: decodeURIComponent(pathname), search };
  } catch {
    return undefined;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
