/** Signatures of bodies, kept from one check of named files to the next: to make them all is to render all articles. */
import { join } from "node:path";
import type { Article } from "../../../content/article/article.ts";
import { wordsOf } from "../../../newsroom/review/house-style.ts";
import { type Signature, signatureOf } from "../../../newsroom/review/near-duplicates.ts";
import { readCached, writeCached } from "../../disk/cache-file.ts";
import { codeVersion } from "../../disk/project.js";

/** In the file each is its body's digest, its length in bytes, and that many. */
const digestBytes = 22;
const headBytes = digestBytes + 1;

/** So few of all signatures are not worth writing the file for. */
const fewSignatures = 1 / 100;

export class KnownSignatures {
  readonly #file: string;
  readonly #kind: string;
  /** By the digest of the body. */
  readonly #known: Map<string, Signature>;
  #unkept = 0;

  private constructor(file: string, kind: string, known: Map<string, Signature>) {
    this.#file = file;
    this.#kind = kind;
    this.#known = known;
  }

  static async open(siteFolder: string): Promise<KnownSignatures> {
    const file = join(siteFolder, ".cache/signatures");
    const kind = `signatures-${await codeVersion()}`;
    return new KnownSignatures(file, kind, unpacked(await readCached(file, kind)));
  }

  of = (article: Article): Signature => {
    const { digest } = article.bodyHtml;
    const known = this.#known.get(digest);
    if (known !== undefined) return known;
    const signature = signatureOf(wordsOf(article));
    this.#known.set(digest, signature);
    this.#unkept += 1;
    return signature;
  };

  /** Leaves the signatures of some articles to the next process; where few are new, the file stays as it is. */
  async keep(articles: readonly Article[]): Promise<void> {
    if (this.#unkept <= this.#known.size * fewSignatures) return;
    const wanted = new Set(articles.map(({ bodyHtml }) => bodyHtml.digest));
    await writeCached(
      this.#file,
      this.#kind,
      packed([...this.#known].filter(([digest]) => wanted.has(digest))),
    );
  }
}

function packed(signatures: readonly (readonly [digest: string, signature: Signature])[]): Uint8Array {
  return Buffer.concat(
    signatures.flatMap(([digest, { buffer, byteOffset, byteLength }]) => [
      Buffer.from(digest, "latin1"),
      Uint8Array.of(byteLength),
      new Uint8Array(buffer, byteOffset, byteLength),
    ]),
  );
}

/** @param bytes whose form the kind of the file vouches for */
function unpacked(bytes: Buffer = Buffer.of()): Map<string, Signature> {
  const found = new Map<string, Signature>();
  for (let start = 0; start < bytes.length; ) {
    const first = start + headBytes;
    const end = first + (bytes[first - 1] ?? 0);
    // Copied, since where it lies no number of four bytes may begin.
    found.set(
      bytes.toString("latin1", start, start + digestBytes),
      new Uint32Array(Uint8Array.from(bytes.subarray(first, end)).buffer),
    );
    start = end;
  }
  return found;
}
