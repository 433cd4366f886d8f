/** Downloads that are kept: what was fetched once is not asked for again, by this run or a later one. */
import { mkdirSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hexDigest } from "../../../../content/values/digest.ts";
import { onDemandFor } from "../../../../content/values/on-demand.ts";
import { hostOf } from "../../addresses/placing/old-site.ts";
import { DownloadFault, type DownloadLimits, download } from "./download.ts";

export type KeepingOptions = {
  /** The folder they are kept in; made where it is absent. */
  readonly folder: string;
  /** Web addresses of the archive's own site. */
  readonly own: readonly string[];
  readonly limits?: DownloadLimits | undefined;
  /** Waits between two tries. */
  readonly wait?: ((ms: number) => Promise<unknown>) | undefined;
};

/** Where a file lies on this machine, or why it could not be fetched, in words. */
export type Fetched = { readonly path: string } | { readonly fault: string };

export type KeptDownloads = {
  readonly fetch: (address: string) => Promise<Fetched>;
};

const usualLimits: DownloadLimits = { bytes: 50_000_000, idleMs: 30_000, wholeMs: 600_000 };
const mostTries = 4;
const longestWaitMs = 60_000;

/** @throws what the file system says */
export function keptDownloads({
  folder,
  own,
  limits = usualLimits,
  wait = sleep,
}: KeepingOptions): KeptDownloads {
  mkdirSync(folder, { recursive: true });
  const hosts = new Set(own.filter((address) => URL.canParse(address)).map(hostOf));
  const isOwn = (url: URL) => hosts.has(hostOf(url.href));
  const fetchOnce = async (address: string): Promise<Fetched> => {
    const path = join(folder, hexDigest(address, 40));
    const isKept = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    if (isKept) return { path };
    for (let tries = 1; ; tries += 1) {
      try {
        await download(address, path, { limits, isOwn });
        return { path };
      } catch (error) {
        if (!(error instanceof DownloadFault)) throw error;
        if (!error.isPassing || tries === mostTries) return { fault: error.message };
        await wait(Math.min(longestWaitMs, 1000 * (error.waitSeconds ?? 4 ** (tries - 1))));
      }
    }
  };
  return { fetch: onDemandFor(fetchOnce) };
}
