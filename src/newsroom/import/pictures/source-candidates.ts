/** Where the original of a picture may be: systems show smaller copies of it, and services stand between. */

/** `photo-300x200.jpg`, and the one that WordPress made of a very large original. */
const copy = /(?:-\d{2,4}x\d{2,4}|-scaled)(?=\.[a-z]{3,4}$)/i;

/** Ghost's copies, below `/content/images/size/w600/` and `/size/w600h400/format/webp/`. */
const ghostCopy = /(?<=\/content\/images)\/size\/[wh\d]+(?:\/format\/\w+)?(?=\/)/;

/**
 * Addresses at which to look for a picture, the best first, each once: what WordPress made of a very large original, the
 * original, the copy that was named, and this with the query it had.
 *
 * @param src an address or a path, encoded
 * @param isKnown whether the archive tells of a file at an address: else nobody knows of the first
 */
export function sourceCandidates(src: string, isKnown: (src: string) => boolean): string[] {
  const direct = withoutService(src);
  const [named = ""] = direct.split(/[?#]/);
  const bare = named.replace(ghostCopy, "");
  const original = bare.replace(copy, "");
  const scaled = original.replace(/(?=\.[a-z]{3,4}$)/i, "-scaled");
  const candidates = [...[scaled, original].filter(isKnown), original, bare, named, direct];
  return [...new Set(candidates)];
}

/** WordPress.com's service for smaller pictures: https://i0.wp.com/paper.example/photo.jpg?resize=300 */
function withoutService(src: string): string {
  const inner = /^(?:https?:)?\/\/i\d\.wp\.com\/([^/?#]+\.[^/?#]+\/[^?#]*)/i.exec(src)?.[1];
  return inner === undefined ? src : `https://${inner}`;
}
