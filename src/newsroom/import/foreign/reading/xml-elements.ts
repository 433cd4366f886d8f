/** XML of elsewhere: read strictly, in one go, of which only the elements asked for are kept. */
import { decodeHTMLStrict } from "entities";
import { SaxesParser, type SaxesTagNS } from "saxes";
import { type Diagnostic, errorAt, type Place } from "../../../../content/diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../../../content/diagnostics/diagnostic-codes.ts";
import type { ForeignFault } from "../foreign-item.ts";

export type XmlElement = {
  /** As it is written, prefix and all: `wp:post_id`. */
  readonly name: string;
  readonly local: string;
  /** Of its namespace; empty where it has none. */
  readonly uri: string;
  /** By their names as they are written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** Where it ends to open. */
  readonly place: Place;
};

type OpenElement = XmlElement & { readonly children: (XmlElement | string)[] };

/** In characters: no element, text, comment or document type of an archive is longer. */
const longestPart = 16 * 1024 * 1024;
const deepestNesting = 256;

/**
 * Gives each element that is wanted as soon as it has ended, with all that is in it. At the first fault, one of kind "fault" is
 * given, and nothing after it. Document types are not fetched, and those that declare entities are refused: an entity can
 * stand for a file of this machine, or for more text than there is room for. The names that HTML has for characters
 * (`&nbsp;`) are read, which many documents use without declaring them.
 *
 * @param file its name in places
 * @param isWanted by the names of the elements from the root to this one: `["rss", "channel", "item"]`
 */
export async function* xmlElements(
  file: string,
  chunks: AsyncIterable<string> | Iterable<string>,
  isWanted: (path: readonly string[]) => boolean,
): AsyncGenerator<XmlElement | ForeignFault, void> {
  const reading = new Reading(file, isWanted);
  try {
    for await (const chunk of chunks) {
      reading.read(chunk);
      yield* reading.taken();
    }
    reading.end();
  } catch (error) {
    const refusal = isUndecodable(error) ? reading.undecodable() : error;
    if (!(refusal instanceof Refusal)) throw error;
    yield* reading.taken();
    yield { kind: "fault", diagnostic: refusal.diagnostic, stops: true };
  }
}

/** Ends the reading of a document, wherever it is. */
class Refusal extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

class Reading {
  readonly #file: string;
  readonly #isWanted: (path: readonly string[]) => boolean;
  readonly #parser = new SaxesParser({ xmlns: true, resolvePrefix });
  readonly #path: string[] = [];
  /** The wanted element that is open, and those in it that are. */
  readonly #open: OpenElement[] = [];
  #taken: XmlElement[] = [];
  #sinceLastEvent = 0;

  constructor(file: string, isWanted: (path: readonly string[]) => boolean) {
    this.#file = file;
    this.#isWanted = isWanted;
    this.#parser.ENTITIES = namedCharacters((text) => this.#bareAmpersand(text));
    this.#parser.on("doctype", (text) => {
      this.#sinceLastEvent = 0;
      if (!/<!ENTITY/i.test(text)) return;
      throw this.#refusal(
        "xml-entity",
        "the file declares entities, which may stand for anything; take them out",
      );
    });
    this.#parser.on("opentag", (tag) => this.#opened(tag));
    this.#parser.on("text", (text) => this.#text(text));
    this.#parser.on("cdata", (text) => this.#text(text));
    this.#parser.on("closetag", () => this.#closed());
    this.#parser.on("error", ({ message }) => {
      const what = message.replace(/^(?:\d+:\d+: )?/, "").replace(/\.$/, "");
      throw this.#refusal(
        "broken-xml",
        `this is not XML as it must be: ${what}; mend the file, or export it again`,
      );
    });
  }

  read(chunk: string): void {
    this.#sinceLastEvent += chunk.length;
    this.#parser.write(chunk);
    if (this.#sinceLastEvent <= longestPart) return;
    throw this.#refusal(
      "too-large",
      `more than ${longestPart} characters come one after the other without a tag`,
    );
  }

  end(): void {
    this.#parser.close();
  }

  undecodable(): Refusal {
    const message = "what follows is not in the encoding that the file names; save it as UTF-8";
    return this.#refusal("invalid-utf8", message);
  }

  taken(): readonly XmlElement[] {
    const taken = this.#taken;
    this.#taken = [];
    return taken;
  }

  #opened({ name, local, uri, attributes }: SaxesTagNS): void {
    this.#sinceLastEvent = 0;
    this.#path.push(name);
    if (this.#path.length > deepestNesting) {
      throw this.#refusal("too-large", `elements stand more than ${deepestNesting} deep in each other`);
    }
    if (this.#open.length === 0 && !this.#isWanted(this.#path)) return;
    const values = Object.values(attributes).map((attribute) => [attribute.name, attribute.value] as const);
    const element = { name, local, uri, attributes: new Map(values), children: [], place: this.#place() };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  #text(text: string): void {
    this.#sinceLastEvent = 0;
    const children = this.#open.at(-1)?.children;
    const last = children?.at(-1);
    if (typeof last === "string") children?.splice(-1, 1, last + text);
    else children?.push(text);
  }

  #closed(): void {
    this.#sinceLastEvent = 0;
    this.#path.pop();
    const element = this.#open.pop();
    if (element !== undefined && this.#open.length === 0) this.#taken.push(element);
  }

  /** An ampersand that stands for itself: the parser sees it where the next semicolon is, which may be far off. */
  #bareAmpersand(text: string): Refusal {
    const line = this.#parser.line - (text.match(/\n/g)?.length ?? 0);
    const message =
      'an ampersand ("&") stands here that must be written as "&amp;"; mend the file, or export it again';
    return new Refusal(errorAt({ file: this.#file, line }, "broken-xml", message));
  }

  #refusal(code: DiagnosticCode, message: string): Refusal {
    return new Refusal(errorAt(this.#place(), code, message));
  }

  #place(): Place {
    return { file: this.#file, line: this.#parser.line, column: this.#parser.columnIndex + 1 };
  }
}

/** A prefix that nothing is said of harms nobody. */
function resolvePrefix(prefix: string): string | undefined {
  return prefix === "" ? undefined : `unbound:${prefix}`;
}

/** The parser asks it for the text of each name. @param refuse what it takes for a name and cannot be one */
function namedCharacters(refuse: (text: string) => Refusal): Record<string, string> {
  const get = (_: unknown, name: string | symbol) => {
    if (typeof name !== "string") return undefined;
    if (!/^[\w.:-]{1,64}$/.test(name)) throw refuse(name);
    const decoded = decodeHTMLStrict(`&${name};`);
    return decoded === `&${name};` ? undefined : decoded;
  };
  return new Proxy<Record<string, string>>({}, { get });
}

function isUndecodable(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA";
}

/** The first element of a local name among the children. */
export function childOf(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return childrenOf(element, local)[0];
}

export function childrenOf(element: XmlElement | undefined, local: string): readonly XmlElement[] {
  return elementsIn(element).filter((child) => child.local === local);
}

export function elementsIn(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== "string");
}

/** All text in an element, its own and that of the elements in it. */
export function textIn(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === "string" ? child : textIn(child)))
    .join("");
}
