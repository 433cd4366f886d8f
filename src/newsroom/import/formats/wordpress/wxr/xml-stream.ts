/** XML of any length, read piece by piece: strictly, without document types, and within bounds. */
import { createReadStream } from "node:fs";
import { TextDecoder } from "@exodus/bytes/encoding.js";
import { decodeHTMLStrict } from "entities";
import { SaxesParser } from "saxes";
import { type Diagnostic, errorAt, type Place } from "../../../../../content/diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../../../../content/diagnostics/diagnostic-codes.ts";
import { reasonOf } from "../../../../../content/diagnostics/system-reasons.ts";
import { encodingOf } from "../../../foreign/reading/xml-decoding.ts";

/** What is told of an XML file, and how what was made of it is taken away again. */
export type XmlTaker<Value> = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, place: () => Place) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  /** A character that XML forbids, and that stands in the text all the same. */
  readonly forbidden: (place: Place) => void;
  /** Why no more of the file may be read; asked after each tag. */
  readonly refusal: () => string | undefined;
  /** What has been made since this was last asked. */
  readonly taken: () => readonly Value[];
};

export type XmlFile = { readonly name: string; readonly path: string };

/** No text between two tags may be longer, in UTF-16 units: it is held as a whole. */
export const longestText = 32 * 1024 * 1024;
/** No real archive has tags that deep in tags. */
const deepestNesting = 100;
const bytesAtOnce = 256 * 1024;
/** Longer lines are not shown beside a message. */
const longestShownLine = 300;

/**
 * What a taker makes of a file, as soon as it is made, and at last a diagnostic where the file is not sound: then
 * everything before has been given. Of the file, only the piece at hand is in memory.
 */
export async function* readXml<Value>(
  { name, path }: XmlFile,
  taker: XmlTaker<Value>,
): AsyncGenerator<Value | XmlFault> {
  const parsing = new Parsing(name, taker);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: bytesAtOnce })) {
      if (!(piece instanceof Uint8Array)) continue;
      decoder ??= new TextDecoder(encodingOf(piece));
      parsing.write(decoder.decode(piece, { stream: true }));
      yield* taker.taken();
      if (parsing.fault !== undefined) break;
    }
    if (parsing.fault === undefined) parsing.end(decoder?.decode() ?? "");
  } catch (error) {
    const message = `the file cannot be read: ${reasonOf(error)}`;
    yield { kind: "xml-fault", diagnostic: errorAt({ file: name }, "unreadable-file", message) };
    return;
  }
  yield* taker.taken();
  if (parsing.fault !== undefined) yield { kind: "xml-fault", diagnostic: parsing.fault };
}

export type XmlFault = { readonly kind: "xml-fault"; readonly diagnostic: Diagnostic };

/** A parser with what it has found wrong. */
class Parsing {
  fault: Diagnostic | undefined;
  readonly #file: string;
  readonly #taker: XmlTaker<unknown>;
  readonly #parser = new SaxesParser();
  #depth = 0;
  #piece = "";
  #held = "";
  #closing: string | undefined;
  #reference = "";
  /** Where the piece begins, and where the last tag or text ended, in UTF-16 units from the start of the file. */
  #pieceStart = 0;
  #lastEvent = 0;
  #isAtEnd = false;

  constructor(file: string, taker: XmlTaker<unknown>) {
    this.#file = file;
    this.#taker = taker;
    const parser = this.#parser;
    parser.ENTITIES = new Proxy<Record<string, string>>(
      {},
      { get: (_, name) => this.#characterOf(String(name)) },
    );
    parser.on("error", (error) => this.#tellOf(error.message.replace(/^(?:undefined:)?\d+:\d+: /, "")));
    parser.on("doctype", () => this.stop("xml-entity", documentType));
    parser.on("opentag", ({ name, attributes }) => {
      this.#goOn(() => {
        this.#depth += 1;
        if (this.#depth > deepestNesting) this.stop("too-large", tooDeep);
        taker.open(name, attributes, () => this.#place());
      });
    });
    parser.on("closetag", ({ name }) => {
      this.#goOn(() => {
        this.#depth -= 1;
        // The parser closes what is open before it says that a tag closes something else.
        this.#closing = name;
      });
    });
    for (const event of ["text", "cdata"] as const) {
      parser.on(event, (text: string) => this.#goOn(() => taker.text(text)));
    }
  }

  write(text: string): void {
    const whole = this.#held + text;
    // The parser would hold it back itself, and then count its places from another beginning.
    this.#held = whole.endsWith("\r") ? "\r" : "";
    this.#piece = this.#held === "" ? whole : whole.slice(0, -1);
    this.#parser.write(this.#piece);
    this.#closeLast();
    this.#pieceStart += this.#piece.length;
    if (this.#pieceStart - this.#lastEvent > longestText) this.stop("too-large", tooLong);
  }

  end(text: string): void {
    this.write(text);
    if (this.fault !== undefined) return;
    this.#isAtEnd = true;
    this.#parser.close();
  }

  stop(code: DiagnosticCode, message: string): void {
    this.fault ??= errorAt(this.#place(), code, message);
  }

  #goOn(tell: () => void): void {
    this.#lastEvent = this.#parser.position;
    if (this.fault !== undefined) return;
    this.#closeLast();
    tell();
    const refusal = this.#taker.refusal();
    if (refusal !== undefined) this.stop("too-large", refusal);
  }

  /** The names that HTML has for characters are read, too: many files use them. */
  #characterOf(name: string): string | undefined {
    this.#reference = name;
    const character = name.length > 40 ? "" : decodeHTMLStrict(`&${name};`);
    return character === "" || character === `&${name};` ? undefined : character;
  }

  #closeLast(): void {
    const name = this.#closing;
    this.#closing = undefined;
    if (name !== undefined && this.fault === undefined) this.#taker.close(name);
  }

  #tellOf(message: string): void {
    if (this.fault !== undefined) return;
    if (/entity name|undefined entity/.test(message)) {
      this.fault = errorAt(this.#placeOfReference(), "broken-xml", `${noReference}; ${advice}`);
      return;
    }
    if (message === "disallowed character.") this.#taker.forbidden(this.#place());
    // Plugins of WordPress often write empty lines before it. Other text before it is told of by itself.
    else if (message !== "an XML declaration must be at the start of the document.") {
      this.stop("broken-xml", this.#isAtEnd ? cutOff(message) : `${message.replace(/\.$/, "")}; ${advice}`);
    }
  }

  /** Where the name begins that the parser has asked for last: it reads on to the next semicolon. */
  #placeOfReference(): Place {
    const lines = this.#reference.split("\n").length - 1;
    const { line, column, ...place } = this.#place();
    if (lines > 0 || line === undefined || column === undefined)
      return { file: this.#file, line: (line ?? 1) - lines };
    return { ...place, line, column: Math.max(1, column - this.#reference.length - 1) };
  }

  /** Where the parser is. */
  #place(): Place {
    const { line, columnIndex, position } = this.#parser;
    const start = position - columnIndex - this.#pieceStart;
    const end = this.#piece.indexOf("\n", start);
    const place = { file: this.#file, line, column: Math.max(1, columnIndex) };
    if (start < 0 || end === -1 || end - start > longestShownLine) return place;
    return { ...place, sourceLine: this.#piece.slice(start, end).replace(/\r$/, "") };
  }
}

const noReference = 'this "&" begins no reference of a character, and stands for itself only as "&amp;"';
const advice =
  "the file is no sound XML here; export it anew, or mend this place, or take what comes before it by --partial";
const documentType =
  "the file has a document type (<!DOCTYPE …>), which could make it read other files or grow without end, and which no export has; take it out";
const tooDeep = `tags stand in tags more than ${deepestNesting} deep, as in no export`;
const tooLong = `a text is longer than ${longestText / 1024 / 1024} MB; take out what was put into it, such as a picture`;

function cutOff(message: string): string {
  return `the file ends before its time (${message.replace(/\.$/, "")}): the export was cut off; export it anew, in parts if it is large, or take what is there by --partial`;
}
