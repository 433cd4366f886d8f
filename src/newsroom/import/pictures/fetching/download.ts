/** One file fetched from the web: of bounded size, in bounded time, and from no machine of a private network. */
import { lookup as lookUp } from "node:dns";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { reasonOf, systemRefusal } from "../../../../content/diagnostics/system-reasons.ts";
import { mayAsk } from "./private-network.ts";

export type DownloadLimits = {
  readonly bytes: number;
  /** So long may nothing come, and so long may the whole take. */
  readonly idleMs: number;
  readonly wholeMs: number;
};

export type DownloadOptions = {
  readonly limits: DownloadLimits;
  /** Whether an address is one of the archive's own site, which may be on a network of one's own. */
  readonly isOwn: (url: URL) => boolean;
};

/** Why nothing was fetched. `isPassing`: another try may fare better, in so many seconds where the server says. */
export class DownloadFault extends Error {
  readonly isPassing: boolean;
  readonly waitSeconds: number | undefined;
  constructor(message: string, isPassing = false, waitSeconds?: number) {
    super(message);
    this.isPassing = isPassing;
    this.waitSeconds = waitSeconds;
  }
}

const mostRedirects = 5;

/**
 * Fetches a file, all or nothing.
 *
 * @param path where it is put
 * @throws a `DownloadFault`, or what the file system says
 */
export async function download(address: string, path: string, options: DownloadOptions): Promise<void> {
  const { wholeMs, bytes } = options.limits;
  const signal = AbortSignal.timeout(wholeMs);
  const part = `${path}.part`;
  try {
    const response = await answerFrom(address, options, signal);
    if (Number(response.headers["content-length"] ?? 0) > bytes) {
      response.destroy();
      throw tooLarge(bytes);
    }
    await pipeline(response, upTo(bytes), createWriteStream(part), { signal });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    // What this machine refuses, such as to write to a full disk.
    if (systemRefusal(error) !== undefined) throw error;
    throw signal.aborted
      ? new DownloadFault(`it took longer than ${wholeMs / 1000} seconds`, true)
      : faultOf(error);
  }
}

/** The answer with the file itself, behind redirects. */
async function answerFrom(
  address: string,
  options: DownloadOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  let at = address;
  for (let step = 0; step <= mostRedirects; step += 1) {
    const response = await ask(at, options, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) return response;
    response.destroy();
    if (statusCode < 300 || statusCode > 399 || headers.location === undefined) {
      const isPassing = statusCode === 429 || statusCode >= 500;
      throw new DownloadFault(
        `the server answers ${statusCode}`,
        isPassing,
        Number(headers["retry-after"]) || undefined,
      );
    }
    if (!URL.canParse(headers.location, at)) throw new DownloadFault("it leads on to what is no address");
    at = new URL(headers.location, at).href;
  }
  throw new DownloadFault("it leads on and on, perhaps in a circle");
}

function ask(
  address: string,
  { limits, isOwn }: DownloadOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new DownloadFault("it is no address of the web");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const own = isOwn(url);
  // An address in numbers is never looked up.
  if (isIP(host) !== 0 && !mayAsk(host, own)) throw privateNetwork();
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      signal,
      lookup: guarded(own),
      timeout: limits.idleMs,
      headers: { accept: "*/*", "accept-encoding": "identity", "user-agent": "Dateline" },
    });
    const idle = new DownloadFault(`nothing came for ${limits.idleMs / 1000} seconds`, true);
    asked.on("timeout", () => asked.destroy(idle));
    asked.on("response", resolve).on("error", reject).end();
  });
}

/** Looks names up as ever, and refuses those that lead into a private network: at the moment of asking, so that none changes between. */
function guarded(isOwn: boolean): LookupFunction {
  return (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      const refused =
        error ?? (found.every(({ address }) => mayAsk(address, isOwn)) ? null : privateNetwork());
      const [first] = found ?? [];
      if (refused !== null || first === undefined) done(refused ?? privateNetwork(), []);
      else if (options.all === true) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}

function privateNetwork(): DownloadFault {
  return new DownloadFault("it is on a private network, where nothing is fetched from");
}

function upTo(limit: number): Transform {
  let count = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      if (count > limit) done(tooLarge(limit));
      else done(null, chunk);
    },
  });
}

function tooLarge(bytes: number): DownloadFault {
  return new DownloadFault(`it is larger than ${bytes / 1_000_000} MB`);
}

/** Errors of a connection: another try may fare better, but not where there is no such machine. */
function faultOf(error: unknown): DownloadFault {
  if (error instanceof DownloadFault) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOTFOUND") return new DownloadFault("there is no machine of that name");
  return new DownloadFault(`the connection failed: ${reasonOf(error)}`, true);
}
