/** redirects.txt: old addresses and where they lead, a line each. */
import { type Diagnostic, errorAt, type Place, placesIn } from "../../content/diagnostics/diagnostic.ts";
import { isOldAddress, readOldAddress } from "../../content/names/old-address.ts";
import { anySite } from "../../content/values/address.ts";
import { digestOf } from "../../content/values/digest.ts";
import { isWebAddress } from "../../content/yaml/schema-parts.ts";
import type { Rule } from "./rule.ts";

export const redirectsFile = "redirects.txt";

/** A rule, and where people have written it. */
export type WrittenRule = Rule & { readonly written: string; readonly place: Place };

export type RedirectsReading = {
  /** In the order of the file. */
  readonly rules: readonly WrittenRule[];
  /** Of the text; absent where there is none. */
  readonly digest?: string;
  readonly diagnostics: readonly Diagnostic[];
};

export const noRedirects: RedirectsReading = { rules: [], diagnostics: [] };

type Word = { readonly text: string; readonly offset: number };

/** Reads lines `FROM TO`, `FROM TO 301`, `FROM TO 302` and `FROM 410`; what follows a # at the beginning of a word is a comment. */
export function readRedirects(text: string): RedirectsReading {
  const placeOf = placesIn(redirectsFile, text);
  const rules: WrittenRule[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const line of text.matchAll(/.+/g)) {
    const words = wordsOf(line[0], line.index);
    const [first] = words;
    if (first === undefined) continue;
    const reading = ruleOf(first, words.slice(1));
    if ("message" in reading) {
      diagnostics.push(errorAt(placeOf(reading.word.offset), "bad-redirect", reading.message));
    } else rules.push({ ...reading, written: first.text, place: placeOf(first.offset) });
  }
  return { rules, digest: digestOf(text), diagnostics };
}

function wordsOf(line: string, start: number): Word[] {
  const words = [...line.matchAll(/[^\s\uFEFF]+/g)];
  const comment = words.findIndex(([text]) => text.startsWith("#"));
  return (comment === -1 ? words : words.slice(0, comment)).map(({ 0: text, index }) => ({
    text,
    offset: start + index,
  }));
}

type Fault = { readonly word: Word; readonly message: string };

function ruleOf(first: Word, others: readonly Word[]): Rule | Fault {
  const from = readOldAddress(first.text);
  if (!isOldAddress(from)) return { word: first, message: `the address "${first.text}" ${from}` };
  const [second, third, more] = others;
  if (second === undefined) {
    const message = `"${first.text}" leads nowhere; write behind it where it leads, or 410 for what is gone`;
    return { word: first, message };
  }
  if (second.text === "410") {
    return third === undefined ? { from, status: 410 } : { word: third, message: tooMuch(third) };
  }
  const to = targetIn(second.text, from.isPrefix);
  if (typeof to !== "string") return { word: second, message: to.fault };
  if (third !== undefined && third.text !== "301" && third.text !== "302") {
    const message = `"${third.text}" may be 301, for good, or 302, for now; without it, 301 holds`;
    return { word: third, message };
  }
  if (more !== undefined) return { word: more, message: tooMuch(more) };
  return { from, to, status: third?.text === "302" ? 302 : 301 };
}

function tooMuch({ text }: Word): string {
  return `"${text}" is too much on this line; write a space in an address as %20, and a # before a comment`;
}

/** Where a rule leads, percent-encoded. */
function targetIn(text: string, mayHoldSplat: boolean): string | { readonly fault: string } {
  const [, afterSplat] = text.split(":splat");
  if (afterSplat !== undefined && (!mayHoldSplat || text.split(":splat").length > 2)) {
    return {
      fault: `"${text}" may hold ":splat" once, and where the old address ends in /*, as what stands there`,
    };
  }
  if (text.includes("*")) return { fault: `"${text}" may not hold "*"; write :splat for what stands there` };
  if (isWebAddress(text)) return new URL(text).href;
  if (/^\/(?!\/)/.test(text)) {
    const { pathname, search, hash } = new URL(anySite + text);
    return pathname + search + hash;
  }
  return /^[^/=]+=/.test(text)
    ? { fault: `"${text}" belongs to the old address; write it there behind a question mark: /?${text}` }
    : {
        fault: `"${text}" must be an address of the site such as /about/, or a whole one with https://; or 410`,
      };
}
