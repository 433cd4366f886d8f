/** The lines in which agencies name writers: "By MEI TAN and Jo Doe, Agency News". */
import { singleLine } from "../../../../content/yaml/schema-parts.ts";
import { holdsEmail } from "../../foreign/reading/plain-text.ts";

/** "Da" and "Di" in capitals begin names. */
const opening = /^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|da|di|[Dd]oor|[Aa]v|[Aa]f|[Tt]ekst)\s*:?\s+/u;
const between = /\s+(?:and|und|et|y|e|og|och|en|&)\s+|\s*[,;/|]\s*|\s+[–—-]\s+/iu;

/** What stands beside names: what somebody is, or where. */
const noName =
  /\b(?:agency|agence|agentur|press|presse|news|staff|reporter|correspondent|writer|editor|bureau|network|desk|media|korrespondent|redaktion)\b/iu;

/**
 * The names in a byline, without titles and agencies.
 *
 * @param source the agency: no writer of its own
 */
export function namesIn(byline: string, source: string | undefined): string[] {
  const own = source?.toLowerCase();
  return singleLine(byline)
    .replace(opening, "")
    .split(between)
    .map((part) => part.replace(/\([^()]*\)/g, "").trim())
    .filter((part) => part !== "" && part.toLowerCase() !== own && isName(part));
}

/** Names have capitals, where their script has them, or are written without spaces at all. */
function isName(part: string): boolean {
  if (noName.test(part) || holdsEmail(part) || /\d/.test(part)) return false;
  const isOfAgency = /^\p{Ll}+$/u.test(part) || /^\p{Lu}{2,5}$/u.test(part);
  return !isOfAgency && /\p{L}/u.test(part);
}
