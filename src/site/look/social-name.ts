/** What a page of the publication elsewhere is called: by the service, where it is a known one. */

const services: ReadonlyMap<string, string> = new Map([
  ["bsky.app", "Bluesky"],
  ["facebook.com", "Facebook"],
  ["flipboard.com", "Flipboard"],
  ["github.com", "GitHub"],
  ["instagram.com", "Instagram"],
  ["linkedin.com", "LinkedIn"],
  ["reddit.com", "Reddit"],
  ["t.me", "Telegram"],
  ["threads.net", "Threads"],
  ["threads.com", "Threads"],
  ["tiktok.com", "TikTok"],
  ["twitter.com", "X"],
  ["whatsapp.com", "WhatsApp"],
  ["x.com", "X"],
  ["youtube.com", "YouTube"],
]);

/** The name of the service at an address, else its host. */
export function socialName(address: string): string {
  const { host } = new URL(address);
  const plain = host.replace(/^(?:www|m)\./, "");
  return services.get(plain) ?? plain;
}
