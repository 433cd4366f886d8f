import fc from "fast-check";
import { expect, test } from "vitest";
import { isOldAddress, readOldAddress } from "../../../../src/content/names/old-address.ts";
import { lineFaults, type RedirectLine } from "../../../../src/newsroom/import/addresses/line-faults.ts";
import { standingAfter } from "../../../../src/newsroom/import/addresses/standing-after.ts";
import { writtenRules } from "../../../../src/site/redirects/placed-rules.ts";
import { readRedirects } from "../../../../src/site/redirects/redirects-file.ts";
import { ruleConflicts } from "../../../../src/site/redirects/rule-conflicts.ts";
import { surveyed } from "./surveyed.ts";

/** A site with /2019/03/ice/ and /category/asia/; /tag/waiting/ may come. */
const standing = standingAfter({
  stories: surveyed({ date: "2019-03-03", slug: "ice" }),
  addresses: new Map([[0, { address: "/2019/03/ice/" }]]),
  standing: new Map(),
  terms: new Set(["/category/asia/", "/tag/waiting/"]),
  listings: new Set(["/category/asia/"]),
  files: [],
});

function lineOf([from, to]: readonly [string, string]): RedirectLine[] {
  const address = readOldAddress(from);
  if (!isOldAddress(address)) return [];
  return [{ from: address, to: to === "410" ? undefined : to, text: `${from} ${to}` }];
}

/** What `npm run check` says of the lines below those that stand there: the code of each line's fault. */
function checked(above: string, lines: readonly RedirectLine[]): (string | undefined)[] {
  const rules = [
    ...readRedirects(above).rules.map((rule) => ({ ...rule, place: { file: "above" } })),
    ...readRedirects(lines.map(({ text }) => `${text}\n`).join("")).rules,
  ].sort((a, b) => Number(a.from.isPrefix) - Number(b.from.isPrefix));
  const faults = ruleConflicts(writtenRules(rules), standing).filter(({ file }) => file !== "above");
  return lines.map((_, index) => faults.find(({ line }) => line === index + 1)?.code);
}

const places = [
  "/",
  "/a/",
  "/a",
  "/A/",
  "/a/index.html",
  "/b.html",
  "/c/d/",
  "/2019/03/ice/",
  "/category/asia/",
];
const froms = fc.constantFrom(
  ...places,
  ...[
    "/?p=7",
    "/?p=8",
    "/?p=7&x=1",
    "/a/?p=7",
    "/b.html?p=7",
    "/tag/waiting/",
    "/a/*",
    "/c/*",
    "/c/d/*",
    "/*",
  ],
);
const targets = fc.constantFrom(...places, "/nowhere/", "410");
const given = fc.array(fc.tuple(froms, targets), { maxLength: 7 });

test("faults of lines are those that check finds, however few lines are looked at together", () => {
  let found = 0;
  fc.assert(
    fc.property(given, fc.array(fc.tuple(froms, targets), { maxLength: 2 }), (pairs, above) => {
      const lines = pairs.flatMap(lineOf);
      const text = above.map(([from, to]) => `${from} ${to}\n`).join("");
      const faults = lineFaults(readRedirects(text).rules, lines, standing);
      const expected = checked(text, lines);
      found += expected.filter((code) => code !== undefined).length;
      expect(lines.map((line) => faults.get(line)?.code)).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
  expect(found).toBeGreaterThan(1000);
});
