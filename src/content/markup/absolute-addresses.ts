/** The addresses in HTML, changed: made whole where it leaves its page, or led to where they shall lead. */
import { escapeAttribute } from "entities";
import { Parser } from "htmlparser2";

/** The HTML with the addresses of its links and pictures resolved against the page's own (a whole web address). */
export function withAbsoluteAddresses(html: string, page: string): string {
  if (!mayHoldOthers.test(html)) return html;
  return withAttributes(html, (name, value) => {
    if (name === "href" || name === "src") return absolute(value, page);
    return name === "srcset" ? changedCandidates(value, (address) => absolute(address, page)) : value;
  });
}

/** Agency copy has few links, and those lead to other sites: without this, parsing it is most of what an entry of a feed costs. */
const mayHoldOthers = /\bsrcset\b|\b(?:href|src)\s*=\s*(?!"(?:https?:\/\/|mailto:|tel:))/i;

/** Attributes that hold one address (HTML standard, index of attributes). */
const addressAttributes: ReadonlySet<string> = new Set([
  "action",
  "cite",
  "data",
  "formaction",
  "href",
  "poster",
  "src",
]);

/**
 * The HTML of a page whose addresses are within its site, as readers of a site below a path get it: `/about/` becomes
 * `/news/about/`. To be applied once, where a page is finished.
 *
 * @param basePath percent-encoded, without a slash at its end; empty where there is none
 */
export function withBasePath(html: string, basePath: string): string {
  if (basePath === "") return html;
  const below = (address: string) => (/^\/(?!\/)/.test(address) ? basePath + address : address);
  return withAttributes(html, (name, value) => {
    if (addressAttributes.has(name)) return below(value);
    return name === "srcset" ? changedCandidates(value, below) : value;
  });
}

/** The HTML with the links that `leadTo` knows leading to what it gives, percent-encoded both. */
export function withLinks(html: string, leadTo: (href: string) => string | undefined): string {
  return withAttributes(html, (name, value) => (name === "href" ? (leadTo(value) ?? value) : value));
}

/** The HTML with the values of its attributes as `change` gives them; all else stays as it is written. */
function withAttributes(html: string, change: (name: string, value: string) => string): string {
  const pieces: string[] = [];
  let done = 0;
  const parser = new Parser({
    onattribute(name, value) {
      const changed = change(name, value);
      if (changed === value) return;
      pieces.push(html.slice(done, parser.startIndex), `${name}="${escapeAttribute(changed)}"`);
      done = parser.endIndex;
    },
  });
  parser.end(html);
  return pieces.join("") + html.slice(done);
}

/** https://html.spec.whatwg.org/multipage/images.html#srcset-attribute */
function changedCandidates(srcset: string, change: (address: string) => string): string {
  return srcset.replace(/(^|,\s+)(\S+)/g, (_, before: string, address: string) => before + change(address));
}

function absolute(address: string, page: string): string {
  return URL.canParse(address, page) ? new URL(address, page).href : address;
}
