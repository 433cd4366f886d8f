/** Writing XML: templates in which every text is escaped, so that only what the template itself says is markup. */
import { escapeUTF8 } from "entities";

/** A piece of XML, as it stands in a document. */
export class Xml {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What stands in a template: text, pieces of XML, nothing, or some of these one after the other. */
export type XmlPart = string | Xml | false | undefined | readonly XmlPart[];

/**
 * The tag of templates: ``xml`<title lang="${language}">${title}</title>` ``. Texts, in elements as in attributes,
 * must be such as XML can hold (`xmlText`); what XML reserves is written as the references that it defines itself
 * (https://www.w3.org/TR/xml/#sec-predefined-ent).
 */
export function xml(literals: TemplateStringsArray, ...parts: readonly XmlPart[]): Xml {
  return new Xml(literals.reduce((text, literal, index) => text + written(parts[index - 1]) + literal));
}

function written(part: XmlPart): string {
  if (typeof part === "string") return escapeUTF8(part);
  if (part === undefined || part === false) return "";
  return part instanceof Xml ? part.toString() : part.map(written).join("");
}
