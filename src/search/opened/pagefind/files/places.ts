/**
 * Where a word stands in an article: in CBOR each place takes one to three bytes; here it takes the bits that it needs in
 * an article of so many words.
 */
import { type BitReader, type BitWriter, usualBits } from "./bits.ts";
import type { CborReader, CborWriter } from "./cbor.ts";

/** Places of one weight, as Pagefind writes them: the first, then by how many words each comes after the one before. */
export type Places = { readonly weight: number; readonly steps: readonly number[] };

/** Instead of a weight, for places beside the text: in what a template of a site tells Pagefind of an article. */
export const beside = 0;

/** Places of words of one weight that follow each other: those of a heading, or of keywords. */
const nearBits = 3;

/** Reads the places of a word in an article from a piece of Pagefind's. @throws if there are none, or anything would be lost */
export function readPagefindPlaces(read: CborReader): Places[] {
  const groups: { readonly weight: number; readonly steps: number[] }[] = [];
  // A negative number stands before places of another weight.
  for (let left = read.list(); left > 0; left -= 1) {
    const value = read.number();
    const group = groups.at(-1);
    if (value < 0) groups.push({ weight: -value, steps: [] });
    else if (group === undefined) throw new Error("Pagefind gives a place no weight");
    else group.steps.push(value);
  }
  const others = Array.from({ length: read.list() }, () => read.number());
  if (others.length > 0) groups.push({ weight: beside, steps: others.map(besideStep) });
  if (groups.length === 0 || groups.some(({ steps }) => steps.length === 0))
    throw new Error("Pagefind gives a word no place in an article that has it");
  return groups;
}

/** Writes places again as Pagefind does. */
export function writePagefindPlaces(groups: readonly Places[], write: CborWriter): void {
  const inText = groups.filter(({ weight }) => weight !== beside);
  write.list(inText.reduce((sum, { steps }) => sum + 1 + steps.length, 0));
  for (const { weight, steps } of inText) {
    write.number(-weight);
    for (const step of steps) write.number(step);
  }
  const others = groups.flatMap(({ weight, steps }) => (weight === beside ? steps : []));
  write.list(others.length);
  for (const step of others) write.number(fieldOf(step) === undefined ? step / 2 : -(step + 1) / 2);
}

/** Those in another field have a negative number before them: they are the odd ones. */
function besideStep(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

/** The place of the field in the list of what Pagefind is told of articles, where a step beside the text leads into one. */
export function fieldOf(step: number): number | undefined {
  return step % 2 === 1 ? (step - 1) / 2 : undefined;
}

/** The step that leads into a field. */
export function stepInto(field: number): number {
  return field * 2 + 1;
}

/** @param words how many the article has @param weights those that have occurred; a new one is added */
export function writePlaces(
  groups: readonly Places[],
  words: number,
  weights: number[],
  bits: BitWriter,
): void {
  bits.small(groups.length - 1);
  for (const [at, { weight, steps }] of groups.entries()) {
    const known = weights.indexOf(weight);
    bits.small(known === -1 ? weights.length : known);
    if (known === -1) {
      weights.push(weight);
      bits.small(weight);
    }
    bits.small(steps.length - 1);
    for (const [place, step] of steps.entries()) bits.alike(step, bitsOf(at, place, steps.length, words));
  }
}

/** Reads what `writePlaces` wrote. @throws RangeError if there is no more of it */
export function readPlaces(bits: BitReader, words: number, weights: number[]): Places[] {
  return Array.from({ length: bits.small() + 1 }, (_, at) => {
    const known = bits.small();
    if (known === weights.length) weights.push(bits.small());
    const count = bits.small() + 1;
    const steps = Array.from({ length: count }, (_, place) => bits.alike(bitsOf(at, place, count, words)));
    return { weight: weights[known] ?? beside, steps };
  });
}

/** The text of an article comes first: words of it lie anywhere. What has other weights stands at its end, close together. */
function bitsOf(group: number, place: number, steps: number, words: number): number {
  if (group === 0) return usualBits(words, steps + 1);
  return place === 0 ? usualBits(words * 2, 1) : nearBits;
}
