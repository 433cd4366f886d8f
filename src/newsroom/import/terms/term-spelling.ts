/** Spellings of one term. */
import { cleanLine } from "../foreign/clean-text.ts";

/** Characters of the longest name: what is longer is no name, and is cut. */
const longestName = 120;

/** A name as it may be written: one line, without what nobody sees. */
export function cleanName(name: string): string {
  return cleanLine(name.replace(/[\p{Bidi_Control}\u200B\u2060\uFEFF]/gu, ""), longestName);
}

/**
 * The same for spellings that differ by letter case, hyphens and spaces, accents of Latin letters or the kind of apostrophe.
 * Signs that make another word of it stay: C, C++ and C# differ.
 */
export function spellingKey(name: string): string {
  return name
    .normalize("NFD")
    .replace(/(\p{sc=Latin})[\u0300-\u036f]+/gu, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\p{Pd}_'’ʼ‘`´]/gu, "");
}
