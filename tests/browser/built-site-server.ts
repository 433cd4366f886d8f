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
 * @param onSent called with each address and the bytes that went over the network for it
 */
export async function serveBuiltSite(
  folder: string,
  onSent: (address: string, bytes: number) => void = () => {},
): Promise<BuiltSiteServer> {
  const headers = parseHeaders(await readFile(join(folder, "_headers"), "utf8"));
  const redirects = parseRedirects(await readFile(join(folder, "_redirects"), "utf8"));
  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? "/", "http://localhost").pathname;
    for (const rule of headers) if (rule.matches(address)) response.setHeader(rule.name, rule.value);
    const path = decodeURIComponent(address.endsWith("/") ? `${address}index.html` : address);
    const content = await readFile(join(folder, path)).catch(() => undefined);
    const redirect = redirects.get(address);
    if (content === undefined && redirect !== undefined) {
      response.writeHead(redirect.status, { Location: redirect.to }).end();
      return;
    }
    const body = content ?? (await readFile(join(folder, "404.html")));
    const type = content === undefined ? ".html" : extname(path);
    if (!response.hasHeader("Content-Type")) {
      response.setHeader("Content-Type", mediaTypes.get(type) ?? "application/octet-stream");
    }
    const isCompressed = compressed.has(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    if (isCompressed) response.setHeader("Content-Encoding", "gzip");
    const sent = isCompressed ? await promisify(gzip)(body) : body;
    response.writeHead(content === undefined ? 404 : 200).end(sent);
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

function parseRedirects(text: string): Map<string, { to: string; status: number }> {
  const rules = text.split("\n").filter((line) => line !== "");
  return new Map(
    rules.map((rule) => {
      const [from = "", to = "", status = ""] = rule.split(" ");
      return [from, { to, status: Number(status) }];
    }),
  );
}
