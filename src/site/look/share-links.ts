/** Where readers may share an article: addresses of others, which need no script. */
import { z } from "zod";

export const shareTargets = [
  "link",
  "mail",
  "facebook",
  "x",
  "bluesky",
  "mastodon",
  "whatsapp",
  "telegram",
  "linkedin",
  "reddit",
] as const;
export type ShareTarget = (typeof shareTargets)[number];

export const shareSchema = z
  .array(z.enum(shareTargets, { error: `must be one of ${shareTargets.join(", ")}` }))
  .default(["link", "mail"])
  .describe(`Where readers may share articles: ${shareTargets.join(", ")}; [] for nowhere.`);

export type Shared = { readonly title: string; readonly url: string };

type Sharing = {
  /** Of who has one in every language. */
  readonly name?: string;
  readonly address: (shared: Shared) => string;
};

/** The platforms' own addresses, each as its documentation has it. */
const sharings: Readonly<Record<ShareTarget, Sharing>> = {
  link: { address: ({ url }) => url },
  mail: { address: ({ title, url }) => `mailto:?${query({ subject: title, body: url })}` },
  facebook: {
    name: "Facebook",
    address: ({ url }) => `https://www.facebook.com/sharer/sharer.php?${query({ u: url })}`,
  },
  x: { name: "X", address: ({ title, url }) => `https://x.com/intent/post?${query({ text: title, url })}` },
  bluesky: {
    name: "Bluesky",
    address: (shared) => `https://bsky.app/intent/compose?${query({ text: words(shared) })}`,
  },
  // Readers are at home on many servers: the project's own page asks them for theirs.
  mastodon: {
    name: "Mastodon",
    address: (shared) => `https://share.joinmastodon.org/#${query({ text: words(shared) })}`,
  },
  whatsapp: {
    name: "WhatsApp",
    address: (shared) => `https://wa.me/?${query({ text: words(shared) })}`,
  },
  telegram: {
    name: "Telegram",
    address: ({ title, url }) => `https://t.me/share/url?${query({ url, text: title })}`,
  },
  linkedin: {
    name: "LinkedIn",
    address: ({ url }) => `https://www.linkedin.com/sharing/share-offsite/?${query({ url })}`,
  },
  reddit: {
    name: "Reddit",
    address: ({ title, url }) => `https://www.reddit.com/submit?${query({ url, title })}`,
  },
};

/** The link by which an article is shared; its name undefined where that is a word of the language. */
export function shareLink(target: ShareTarget, shared: Shared): { name: string | undefined; href: string } {
  const { name, address } = sharings[target];
  return { name, href: address(shared) };
}

/** Spaces as %20, which programs for mail want (RFC 6068 §5). */
function query(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join("&");
}

function words({ title, url }: Shared): string {
  return `${title} ${url}`;
}
