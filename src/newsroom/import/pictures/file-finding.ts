/** Where a file of an archive lies on this machine: in the archive itself, among the uploads, or fetched. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { reasonOf } from "../../../content/diagnostics/system-reasons.ts";
import { decoded } from "../../../content/values/address.ts";
import { hexDigest } from "../../../content/values/digest.ts";
import { isWebAddress } from "../../../content/yaml/schema-parts.ts";
import type { OldSite } from "../addresses/placing/old-site.ts";
import type { ForeignFile } from "../foreign/foreign-item.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { KeptDownloads } from "./fetching/kept-downloads.ts";
import { type FileKind, fileKind, kindBytes } from "./file-kind.ts";
import type { MediaFolder } from "./media-folder.ts";
import { sourceCandidates } from "./source-candidates.ts";

export type FileSources = {
  /** Files the archive tells of. */
  readonly files: readonly ForeignFile[];
  readonly old: OldSite;
  /** The web address of the archive's site, as far as it is known. */
  readonly siteUrl?: string | undefined;
  readonly media?: MediaFolder | undefined;
  readonly downloads?: KeptDownloads | undefined;
  /** Takes what texts have inside of them (`data:`); made where it is absent. */
  readonly workFolder: string;
};

export type FoundFile = {
  /** On this machine. */
  readonly path: string;
  /** The address or path it was found under. */
  readonly src: string;
  readonly bytes: number;
  readonly kind: FileKind | undefined;
};

/** Why there is no such file, in words. */
export type FileFault = { readonly fault: string };

/** Larger files no CDN takes: https://developers.cloudflare.com/pages/platform/limits/#file-size */
const limitBytes = 25 * 1024 * 1024;

/** A text may hold pictures of so many letters in itself. */
const embeddedLimit = 20_000_000;

export class FileFinding {
  readonly #sources: FileSources;
  readonly #bySrc = new Map<string, string | undefined>();
  readonly #paths: ReadonlySet<string>;

  constructor(sources: FileSources) {
    this.#sources = sources;
    for (const { src, path } of sources.files) this.#bySrc.set(this.#keyOf(src), path && resolve(path));
    this.#paths = new Set([...this.#bySrc.values()].filter((path) => path !== undefined));
  }

  /**
   * Looks for a file that a story names, or that the archive tells of.
   *
   * @param story whose address and file a relative path starts from
   */
  async find(src: string, story?: Pick<SurveyedStory, "address" | "place">): Promise<FoundFile | FileFault> {
    if (/^data:/i.test(src)) return this.#embedded(src);
    const base = this.#baseOf(story);
    const candidates = this.#candidates(src, base);
    for (const one of candidates) {
      const path = this.#inArchive(one, base, story) ?? this.#sources.media?.fileOf(resolvedFrom(one, base));
      if (path !== undefined) return examined(path, resolvedFrom(one, base));
    }
    return this.#fetched(candidates.map((one) => resolvedFrom(one, base)));
  }

  /** What the file is known by wherever it is named: each of its copies has one of these names, too. */
  keysOf(src: string, story?: Pick<SurveyedStory, "address">): string[] {
    const base = this.#baseOf(story);
    return this.#candidates(src, base).map((one) => this.#keyOf(resolvedFrom(one, base)));
  }

  #candidates(src: string, base: string | undefined): string[] {
    return sourceCandidates(src, (one) => this.#bySrc.has(this.#keyOf(resolvedFrom(one, base))));
  }

  #baseOf(story: Pick<SurveyedStory, "address"> | undefined): string | undefined {
    const { siteUrl } = this.#sources;
    const address = story?.address ?? "/";
    return URL.canParse(address, siteUrl) ? new URL(address, siteUrl).href : siteUrl;
  }

  #keyOf(src: string): string {
    return decoded(this.#sources.old.within(src) ?? src).normalize("NFC");
  }

  #inArchive(
    src: string,
    base: string | undefined,
    story: Pick<SurveyedStory, "place"> | undefined,
  ): string | undefined {
    const known = [src, resolvedFrom(src, base)].map((one) => this.#bySrc.get(this.#keyOf(one)));
    const path = known.find((one) => one !== undefined);
    if (path !== undefined || story === undefined || src.includes("\0")) return path;
    const beside = resolve(dirname(story.place.file), decoded(src));
    return this.#paths.has(beside) ? beside : undefined;
  }

  async #fetched(candidates: readonly string[]): Promise<FoundFile | FileFault> {
    const { downloads, media } = this.#sources;
    if (downloads === undefined) {
      return { fault: media === undefined ? "the archive does not hold it" : "it is not among the uploads" };
    }
    let first: FileFault = { fault: "it has no address of the web" };
    for (const [index, address] of candidates.filter(isWebAddress).entries()) {
      const got = await downloads.fetch(address);
      if ("path" in got) return examined(got.path, address);
      if (index === 0) first = got;
    }
    return first;
  }

  /** https://www.rfc-editor.org/rfc/rfc2397 */
  async #embedded(src: string): Promise<FoundFile | FileFault> {
    const [, coding = "", data = ""] = /^data:([^,]{0,100}),(.*)$/is.exec(src.slice(0, embeddedLimit)) ?? [];
    if (src.length > embeddedLimit) return { fault: "it is larger than may be" };
    const bytes = /;base64$/i.test(coding.trim())
      ? Buffer.from(decoded(data), "base64")
      : Buffer.from(decoded(data), "latin1");
    const { workFolder } = this.#sources;
    const path = join(workFolder, hexDigest(bytes, 40));
    await mkdir(workFolder, { recursive: true });
    await writeFile(path, bytes);
    return examined(path, "");
  }
}

function resolvedFrom(src: string, base: string | undefined): string {
  return base !== undefined && URL.canParse(src, base) ? new URL(src, base).href : src;
}

async function examined(path: string, src: string): Promise<FoundFile | FileFault> {
  try {
    const { size } = await stat(path);
    if (size > limitBytes) return { fault: `it is larger than ${limitBytes / 1024 / 1024} MiB` };
    return { path, src, bytes: size, kind: fileKind(await headOf(path)) };
  } catch (error) {
    return { fault: `it cannot be read: ${reasonOf(error)}` };
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(kindBytes), 0, kindBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The digest of a file, by which copies are known. */
export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

export function isFileFault(found: FoundFile | FileFault): found is FileFault {
  return "fault" in found;
}
