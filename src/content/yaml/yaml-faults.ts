/** What the parser of YAML complains of, in words an author understands, at the place to look at. */
import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from "yaml";
import type { DiagnosticCode } from "../diagnostics/diagnostic-codes.ts";

export type YamlFault = {
  /** In the YAML text. */
  readonly offset: number;
  readonly code: DiagnosticCode;
  readonly message: string;
};

/** Explains one error or warning of the parser about a text. */
export function yamlFault(error: YAMLError, document: Document, text: string): YamlFault {
  const reported = Math.min(error.pos[0], text.length);
  // What is unclosed is told of where it ends, or at the line after it.
  if (error.code === "MISSING_CHAR" && error.message.includes("quote")) {
    const isQuoted = (node: Node) => isScalar(node) && node.type?.startsWith("QUOTE");
    const offset = lastStart(document, (node) => isQuoted(node) && (node.range?.[1] ?? 0) >= reported);
    return {
      offset: offset ?? reported,
      code: "unclosed-quote",
      message: "a quotation mark is opened here and never closed",
    };
  }
  if (error.code === "BAD_INDENT" && error.message.startsWith("Flow ")) {
    const isList = (node: Node) => isCollection(node) && node.flow && (node.range?.[0] ?? 0) < reported;
    const offset = lastStart(document, isList) ?? reported;
    const closing = text[offset] === "{" ? "}" : "]";
    const message = `what opens here with "${text[offset]}" is not closed on its lines; add "${closing}" after its last word`;
    return { offset, code: "yaml-syntax", message };
  }
  const [code, message] = explained(error, text, reported);
  return { offset: reported, code, message };
}

function explained(error: YAMLError, text: string, offset: number): [code: DiagnosticCode, message: string] {
  if (error.code === "DUPLICATE_KEY") {
    return ["duplicate-key", "this key stands here twice; keep one of them"];
  }
  if (error.code === "TAB_AS_INDENT") return ["tab-in-yaml", "YAML does not allow tabs here; use spaces"];
  const advice = adviceOn(error, text, offset);
  return [
    "yaml-syntax",
    advice === undefined ? `this is not valid YAML: ${error.message}` : `YAML cannot read this; ${advice}`,
  ];
}

/** What has most likely to be done, where that can be told. */
function adviceOn(error: YAMLError, text: string, offset: number): string | undefined {
  switch (error.code) {
    case "BLOCK_AS_IMPLICIT_KEY":
      return 'put quotation marks around a text that holds ": "';
    case "MULTILINE_IMPLICIT_KEY":
    case "MISSING_CHAR": {
      const [, key] = /^[ \t]*([\w-]+):\S/.exec(lineAround(text, offset)) ?? [];
      if (key !== undefined) return `put a space after "${key}:"`;
      return 'every line needs a key and ": " before its value; a text of several lines must be indented';
    }
    case "RESOURCE_EXHAUSTION":
      return `take out brackets and dashes: there are ${error.message}`;
    case "BAD_SCALAR_START":
      return `put quotation marks around a text that starts with "${text[offset]}"`;
    case "UNEXPECTED_TOKEN": {
      const before = text.slice(0, offset).trimEnd().at(-1);
      if (before !== '"' && before !== "'") return undefined;
      const other = before === '"' ? "'" : '"';
      return `the text goes on after its closing quotation mark; put ${other} before and after the whole text`;
    }
    default:
      return undefined;
  }
}

function lineAround(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end < 0 ? undefined : end);
}

/** Where the last of some values begins. */
function lastStart(document: Document, isMeant: (node: Node) => unknown): number | undefined {
  let start: number | undefined;
  visit(document, {
    Node(_, node) {
      if (isMeant(node)) start = node.range?.[0];
    },
  });
  return start;
}
