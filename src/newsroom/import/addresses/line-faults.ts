/** What `npm run check` would say of lines that are added to redirects.txt, found without all of them in memory as rules. */
import type { Diagnostic } from "../../../content/diagnostics/diagnostic.ts";
import type { OldAddress } from "../../../content/names/old-address.ts";
import { decoded, outputFileOf } from "../../../content/values/address.ts";
import { ruleFinder } from "../../../site/redirects/matching.ts";
import { writtenRules } from "../../../site/redirects/placed-rules.ts";
import { readRedirects, type WrittenRule } from "../../../site/redirects/redirects-file.ts";
import { ruleConflicts, type Standing } from "../../../site/redirects/rule-conflicts.ts";

export type RedirectLine = {
  readonly from: OldAddress;
  /** Decoded; absent where what was there is gone. */
  readonly to?: string | undefined;
  /** As it is written. */
  readonly text: string;
};

/** So many lines are rules at a time. */
const atOnce = 10_000;

/**
 * The faults of lines. A line whose rule has nothing to do with any other, as nearly all of an archive's have not, is looked at
 * among some of its like alone.
 *
 * @param written the rules that stand in the file
 * @param lines in the order in which they are written
 */
export function lineFaults<Line extends RedirectLine>(
  written: readonly WrittenRule[],
  lines: readonly Line[],
  standing: Standing,
): ReadonlyMap<Line, Diagnostic> {
  const isAlone = aloneAmong([...written, ...lines], standing);
  const bound = lines.filter((line) => !isAlone(line));
  const faults = new Map(faultsAmong(written, bound, standing));
  let some: Line[] = [];
  const tell = () => {
    for (const [line, fault] of faultsAmong([], some, standing)) faults.set(line, fault);
    some = [];
  };
  for (const line of lines) {
    if (!isAlone(line)) continue;
    some.push(line);
    if (some.length === atOnce) tell();
  }
  tell();
  return faults;
}

/**
 * Makes the function that tells whether a line leads to a page, so that no other leads on from there, and is the only one that answers
 * for its address, which no other leads to.
 */
function aloneAmong(
  rules: readonly Pick<RedirectLine, "from" | "to">[],
  { isThere }: Standing,
): (line: RedirectLine) => boolean {
  const isThrough = ({ to }: Pick<RedirectLine, "to">) => to === undefined || isThere(to);
  const seen = new Set<string>();
  const twice = new Set<string>();
  const asked = new Set<string>();
  const askedMuch = new Set<string>();
  for (const { from } of rules) {
    const key = questionKey(from);
    (seen.has(key) ? twice : seen).add(key);
    if (from.query.length > 0) asked.add(pathKey(from.path));
    if (from.query.length > 1) askedMuch.add(pathKey(from.path));
  }
  const targets = new Set(rules.flatMap((rule) => (isThrough(rule) ? [] : pathKey(rule.to ?? ""))));
  const wideOf = ruleFinder(rules.filter(({ from }) => from.isPrefix));
  return (line) => {
    const { path, query, isPrefix } = line.from;
    if (isPrefix || !isThrough(line) || wideOf(line.from) !== undefined || twice.has(questionKey(line.from)))
      return false;
    const key = pathKey(path);
    if (targets.has(key)) return false;
    return query.length === 0 ? !asked.has(key) : !askedMuch.has(key) && !seen.has(key);
  };
}

/** The same for addresses that some file systems and CDNs take for one. */
function pathKey(path: string): string {
  return outputFileOf(decoded(path))
    .toLowerCase()
    .replace(/(?:^|\/)index\.html$/, "");
}

function questionKey({ path, query }: OldAddress): string {
  return query.length === 0 ? pathKey(path) : `${pathKey(path)}?${JSON.stringify(query)}`;
}

function faultsAmong<Line extends RedirectLine>(
  written: readonly WrittenRule[],
  lines: readonly Line[],
  standing: Standing,
): ReadonlyMap<Line, Diagnostic> {
  const faults = new Map<Line, Diagnostic>();
  const added = readRedirects(lines.map((line) => `${line.text}\n`).join(""));
  const tell = (fault: Diagnostic) => {
    const line = lines[(fault.line ?? 0) - 1];
    if (line !== undefined) faults.set(line, fault);
  };
  added.diagnostics.forEach(tell);
  const ours = added.rules.map((rule) => ({ ...rule, place: { ...rule.place, file: ownName } }));
  const all = [...written, ...ours].sort((a, b) => Number(a.from.isPrefix) - Number(b.from.isPrefix));
  ruleConflicts(writtenRules(all), standing)
    .filter(({ file }) => file === ownName)
    .forEach(tell);
  return faults;
}

/** Tells lines that are to be added from those that stand there. */
const ownName = "added";
