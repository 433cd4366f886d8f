/** The addresses in HTML, changed: made whole where it leaves its page, or led to where they shall lead. */

/**
 * In HTML that comes from the Markdown renderer or from a template, every `"` of a text or a value is written
 * `&quot;`: one that stands for itself bounds an attribute's value, so that this finds attributes and nothing else.
 */
const addressAttribute = /\s(href|src|srcset)="([^"]*)"/g;

/** The HTML with the addresses of its links and pictures resolved against the page's own (a whole web address). */
export function withAbsoluteAddresses(html: string, page: string): string {
  return html.replace(addressAttribute, (_, name: string, value: string) => {
    const whole = name === "srcset" ? absoluteCandidates(value, page) : absolute(value, page);
    return ` ${name}="${whole}"`;
  });
}

/** The HTML with the links that `leadTo` knows leading to what it gives, percent-encoded both. */
export function withLinks(html: string, leadTo: (href: string) => string | undefined): string {
  return html.replace(addressAttribute, (attribute, name: string, value: string) => {
    const target = name === "href" ? leadTo(unescaped(value)) : undefined;
    return target === undefined ? attribute : ` href="${escaped(target)}"`;
  });
}

/** https://html.spec.whatwg.org/multipage/images.html#srcset-attribute */
function absoluteCandidates(srcset: string, page: string): string {
  return srcset.replace(/(^|,\s+)(\S+)/g, (_, before: string, address: string) => {
    return before + absolute(address, page);
  });
}

function absolute(value: string, page: string): string {
  const address = unescaped(value);
  return URL.canParse(address, page) ? escaped(new URL(address, page).href) : value;
}

function unescaped(value: string): string {
  return value
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

function escaped(address: string): string {
  return address.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
