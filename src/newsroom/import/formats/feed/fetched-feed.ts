/** A feed from the web: fetched once, within bounds. */
import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TextDecoder } from "@exodus/bytes/encoding.js";
import { isWebAddress } from "../../../../content/yaml/schema-parts.ts";
import { type ForeignSource, headBytes } from "../../foreign/foreign-source.ts";
import { encodingOf } from "../../foreign/reading/xml-decoding.ts";
import { largestFeed } from "./feed.ts";

const mostRedirects = 5;

/**
 * The bytes of a feed, in the encoding that its XML declaration names, or UTF-8.
 *
 * @param patience milliseconds until it is given up
 * @throws `FeedNotFetched`
 */
export async function fetchedFeed(address: string, patience = 30_000): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await followed(address, signal);
    const bytes = await bytesOf(response);
    const [, charset] = /charset\s*=\s*"?([\w.:-]+)/i.exec(response.headers.get("content-type") ?? "") ?? [];
    return inUtf8(bytes, charset);
  } catch (error) {
    if (error instanceof FeedNotFetched) throw error;
    throw new FeedNotFetched(
      signal.aborted ? `no answer came within ${patience / 1000} seconds` : reason(error),
    );
  }
}

/**
 * A feed as a source that is read like any other; its file is removed when the program ends.
 *
 * @throws `FeedNotFetched`
 */
export async function fetchedSource(address: string): Promise<ForeignSource> {
  const bytes = await fetchedFeed(address);
  const folder = await mkdtemp(join(tmpdir(), "dateline-feed-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "feed");
  await writeFile(path, bytes);
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString("utf8");
  return { name: address, path, address, isFolder: false, head, files: [] };
}

/** Why a feed cannot be had, in words. */
export class FeedNotFetched extends Error {}

async function followed(address: string, signal: AbortSignal): Promise<Response> {
  let at = address;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await fetch(at, {
      signal,
      redirect: "manual",
      headers: {
        accept:
          "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
      },
    });
    const location = response.headers.get("location");
    if (response.ok) return response;
    if (response.status < 300 || response.status > 399 || location === null) {
      throw new FeedNotFetched(`the server answers ${response.status}`);
    }
    await response.body?.cancel();
    if (!URL.canParse(location, at))
      throw new FeedNotFetched(`it leads to "${location}", which is no address`);
    at = new URL(location, at).href;
    if (!isWebAddress(at)) throw new FeedNotFetched(`it leads to ${at}, which is not on the web`);
  }
  throw new FeedNotFetched(`it leads on more than ${mostRedirects} times`);
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    if (!(piece instanceof Uint8Array)) continue;
    length += piece.length;
    if (length > largestFeed) throw new FeedNotFetched(`it has more than ${largestFeed / 1024 / 1024} MB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What a server says of the encoding counts for more than what the document says (RFC 7303, 3), but for its mark. */
function inUtf8(bytes: Uint8Array, charset: string | undefined): Uint8Array {
  const isMarked = /^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)/.test(
    Buffer.from(bytes.subarray(0, 3)).toString("latin1"),
  );
  if (charset === undefined || isMarked || encodingOf(bytes).toLowerCase() === charset.toLowerCase())
    return bytes;
  try {
    return Buffer.from(`\uFEFF${new TextDecoder(charset).decode(bytes)}`);
  } catch {
    return bytes;
  }
}

/** https://nodejs.org/api/errors.html: what is behind "fetch failed". */
function reason(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (["ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"].includes(code)) {
    return "there is no such server, or this machine is offline";
  }
  if (code === "ECONNREFUSED") return "the server takes no connections";
  return cause instanceof Error ? cause.message : String(error);
}
