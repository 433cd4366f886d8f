/** Serves an output folder as the CDN does: compressed, by its `_headers`, its `_redirects` and its 404 page. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export type BuiltSiteServer = { readonly origin: string; readonly close: () => Promise<void> };

const mediaTypes = new Map([
  [".avif", "image/avif"],
  [".css", "text/css"],
  [".gif", "image/gif"],
  [".html", "text/html; charset=utf-8"],
  [".ico", "image/vnd.microsoft.icon"],
  [".js", "text/javascript"],
  [".json", "application/json"],
  [".jpg", "image/jpeg"],
  [".png", "image/png"],
  [".svg", "image/svg+xml"],
  [".txt", "text/plain; charset=utf-8"],
  [".webp", "image/webp"],
  [".woff2", "font/woff2"],
  [".xml", "application/xml"],
]);

/** Endings of files that CDNs compress on the way. */
const compressed: ReadonlySet<string> = new Set([".css", ".html", ".js", ".json", ".txt", ".xml"]);

/**
 * Starts a server on this machine, on a free port.
 *
 * @param basePath where the folder is served, as hosts do that give a project a path
 *
 * @param onSent called with each address and the bytes that went over the network for it
 */
export async function serveBuiltSite(
  folder: string,
  onSent: (address: string, bytes: number) => void = () => {},
  basePath = "",
): Promise<BuiltSiteServer> {
  const headers = parseHeaders(await readFile(join(folder, "_headers"), "utf8"));
  const redirects = parseRedirects(await readFile(join(folder, "_redirects"), "utf8"));
  const server = createServer(async (request, response) => {
    const { pathname: address, searchParams } = new URL(request.url ?? "/", "http://localhost");
    for (const rule of headers) if (rule.matches(address)) response.setHeader(rule.name, rule.value);
    if (!address.startsWith(`${basePath}/`)) return void response.writeHead(404).end("Outside of the site.");
    const within = address.slice(basePath.length);
    const path = decodeURIComponent(within.endsWith("/") ? `${within}index.html` : within);
    const redirect = redirects.find((rule) => rule.fits(address, searchParams));
    const content = redirect?.isForced
      ? undefined
      : await readFile(join(folder, path)).catch(() => undefined);
    const isGone = redirect?.status === 410;
    if (content === undefined && redirect !== undefined && !isGone) {
      const to = redirect.to.replace(":splat", address.slice(redirect.prefixLength));
      response.writeHead(redirect.status, { Location: to }).end();
      return;
    }
    const body =
      content ?? (await readFile(join(folder, isGone ? redirect.to.slice(basePath.length) : "404.html")));
    const type = content === undefined ? ".html" : extname(path);
    if (!response.hasHeader("Content-Type")) {
      response.setHeader("Content-Type", mediaTypes.get(type) ?? "application/octet-stream");
    }
    const isCompressed = compressed.has(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    if (isCompressed) response.setHeader("Content-Encoding", "gzip");
    const sent = isCompressed ? await promisify(gzip)(body) : body;
    response.writeHead(content !== undefined ? 200 : isGone ? 410 : 404).end(sent);
    onSent(address, sent.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type HeaderLine = {
  readonly matches: (address: string) => boolean;
  readonly name: string;
  readonly value: string;
};

/** https://docs.netlify.com/manage/routing/headers/ */
function parseHeaders(text: string): HeaderLine[] {
  const lines: HeaderLine[] = [];
  let path = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("#") || line.trim() === "") continue;
    if (!line.startsWith(" ")) {
      path = line;
      continue;
    }
    const colon = line.indexOf(":");
    const pattern = path;
    lines.push({
      matches: (address) => {
        const [before = "", after] = pattern.split("*");
        return after === undefined
          ? address === pattern
          : address.startsWith(before) && address.endsWith(after);
      },
      name: line.slice(0, colon).trim(),
      value: line.slice(colon + 1).trim(),
    });
  }
  return lines;
}

type RedirectLine = {
  readonly fits: (address: string, query: URLSearchParams) => boolean;
  readonly prefixLength: number;
  readonly to: string;
  readonly status: number;
  /** Whether it comes before a file at its path. */
  readonly isForced: boolean;
};

/** https://docs.netlify.com/manage/routing/redirects/redirect-options/ */
function parseRedirects(text: string): RedirectLine[] {
  const rules = text.split("\n").filter((line) => line !== "");
  return rules.map((rule) => {
    const parts = rule.split(" ");
    const [from = ""] = parts;
    const [to = "", status = ""] = parts.slice(-2);
    const parameters = parts.slice(1, -2).map((pair) => pair.split("=").map(decodeURIComponent));
    const start = from.replace(/\*$/, "");
    return {
      fits: (address, query) =>
        (start === from ? address === from : address.startsWith(start)) &&
        parameters.every(([name = "", value = ""]) => query.get(name) === value),
      prefixLength: start.length,
      to,
      status: Number(status.replace("!", "")),
      isForced: status.endsWith("!"),
    };
  });
}
