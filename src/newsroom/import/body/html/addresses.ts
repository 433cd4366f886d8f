/** The addresses that a body names. */
import { isPlainLink } from "../../../../content/markup/link-scheme.ts";

/** An address as it leads from a page; as it is written where nobody knows the page, or it is none. */
export function resolved(address: string, base: string | undefined): string {
  // As browsers read it: white space around and line ends within count for nothing.
  const plain = address.trim().replace(/[\t\n\r]/g, "");
  if (/^https?:\/\//i.test(plain) || base === undefined) return plain;
  return URL.canParse(plain, base) ? new URL(plain, base).href : plain;
}

/** As `resolved`, or undefined where it may not become a link, or leads nowhere. */
export function safeAddress(address: string, base: string | undefined): string | undefined {
  const plain = resolved(address, base);
  return plain !== "" && isPlainLink(plain) ? plain : undefined;
}

export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, "") : "";
}

const pictureEnding = /\.(?:avif|bmp|gif|jpe?g|jfif|png|svg|tiff?|webp)$/i;

/** Whether an address is a picture's own. */
export function isPictureAddress(address: string): boolean {
  const base = "https://site.example/";
  if (!URL.canParse(address, base)) return false;
  return pictureEnding.test(new URL(address, base).pathname);
}
