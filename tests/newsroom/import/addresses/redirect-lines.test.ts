import { describe, expect, test } from "vitest";
import { type Lead, leadGroups } from "../../../../src/newsroom/import/addresses/leads/leads.ts";
import { withLeads } from "../../../../src/newsroom/import/addresses/redirect-lines.ts";
import { standingAfter } from "../../../../src/newsroom/import/addresses/standing-after.ts";
import { writtenRules } from "../../../../src/site/redirects/placed-rules.ts";
import { readRedirects } from "../../../../src/site/redirects/redirects-file.ts";
import { ruleConflicts } from "../../../../src/site/redirects/rule-conflicts.ts";
import { surveyed } from "./surveyed.ts";

/** A site with /2019/03/ice/, /2019/03/경제/, /category/asia/ and /reports/a.pdf. */
const standing = standingAfter({
  stories: surveyed({ date: "2019-03-03", slug: "ice" }, { date: "2019-03-03", slug: "경제" }),
  addresses: new Map([
    [0, { address: "/2019/03/ice/" }],
    [1, { address: "/2019/03/경제/" }],
  ]),
  standing: new Map(),
  terms: new Set(["/category/asia/", "/tag/waiting/"]),
  listings: new Set(["/category/asia/"]),
  files: ["reports/a.pdf"],
});

function leads(...lines: readonly string[]): Lead[] {
  return lines.map((line) => {
    const [from = "", to = "", group = ""] = line.split(" ");
    return {
      from,
      to: to === "410" ? undefined : to,
      group: leadGroups.find((one) => one === group) ?? "stories",
      item: "post 1",
      place: { file: "archive.xml" },
    };
  });
}

/** The lines of redirects.txt, which `npm run check` finds nothing wrong with. */
function written(text: string, ...lines: readonly string[]): string[] {
  const result = withLeads(text, leads(...lines), standing);
  const { rules, diagnostics } = readRedirects(result.text);
  expect([...diagnostics, ...ruleConflicts(writtenRules(rules), standing)]).toEqual([]);
  expect(withLeads(result.text, leads(...lines), standing)).toMatchObject({ text: result.text, added: 0 });
  return result.text.split("\n");
}

describe("lines of redirects.txt", () => {
  test("are sorted in groups with a heading, what names one address first", () => {
    const lines = written(
      "",
      "/feed/* /feed.xml feeds",
      "/topics/asia/page/* /category/asia/ terms",
      "/topics/asia/page/old/* /category/asia/ terms",
      "/topics/asia/ /category/asia/ terms",
      "/old.php?id=7 /2019/03/ice/",
      "/?p=7 /2019/03/ice/",
      "/old.php /2019/03/경제/",
      "/gone/ 410 files",
      "/old.php?file=8 410 files",
    );
    expect(lines).toEqual([
      "# Stories that were elsewhere before the move here",
      "/?p=7 /2019/03/ice/",
      "/old.php?id=7 /2019/03/ice/",
      "",
      "# Listings as they were before the move here",
      "/topics/asia/ /category/asia/",
      "",
      "# Files, and the pages they had, before the move here",
      "/gone/ 410",
      "/old.php?file=8 410",
      "",
      "# Stories that were elsewhere before the move here",
      "/old.php /2019/03/경제/",
      "",
      "# Listings as they were before the move here",
      "/topics/asia/page/old/* /category/asia/",
      "/topics/asia/page/* /category/asia/",
      "",
      "# Feeds as they were before the move here",
      "/feed/* /feed.xml",
      "",
    ]);
  });

  test("are written as they are read, and encoded where else they would mean something different", () => {
    const lines = written(
      "",
      "/%ea%b2%bd%ec%a0%9c/ /2019/03/경제/",
      "/100%25/ /2019/03/ice/",
      "/a%20b/ /2019/03/ice/",
      "/a%23b/ /2019/03/ice/",
      "/a%3Fb/ /2019/03/ice/",
      "/a%E2%80%AEb/ /2019/03/ice/",
      "/broken-%E0%A4/ /2019/03/ice/",
    );
    expect(lines.slice(1, -1)).toEqual([
      "/경제/ /2019/03/경제/",
      "/100%25/ /2019/03/ice/",
      "/a%20b/ /2019/03/ice/",
      "/a%23b/ /2019/03/ice/",
      "/a%3Fb/ /2019/03/ice/",
      "/a%E2%80%AEb/ /2019/03/ice/",
      "/broken-%E0%A4/ /2019/03/ice/",
    ]);
  });

  test("are none for what finds its page without", () => {
    expect(
      written(
        "",
        "/2019/03/ice/ /2019/03/ice/",
        "/2019/03/ice /2019/03/ice/",
        "/2019/03/ice/index.html /2019/03/ice/",
      ),
    ).toEqual([""]);
  });

  test("that people wrote stay as they are, and answer for what they lead on", () => {
    const text = "# ours\n/?p=7   /2019/03/ice/  # by hand\n/forum/*  410\n";
    expect(
      written(text, "/?p=7 /category/asia/", "/forum/page/* /category/asia/ terms", "/?p=8 /2019/03/ice/"),
    ).toEqual([
      "# ours",
      "/?p=7   /2019/03/ice/  # by hand",
      "",
      "# Stories that were elsewhere before the move here",
      "/?p=8 /2019/03/ice/",
      "",
      "/forum/*  410",
      "",
    ]);
  });

  test("stand above what people wrote for many, and above its notes", () => {
    const text = "/a /latest/\n\n# the blog\n# all of it\n/blog/* /2019/:splat";
    expect(written(text, "/blog/x/ /2019/03/ice/", "/shop/* 410 files")).toEqual([
      "/a /latest/",
      "",
      "# Stories that were elsewhere before the move here",
      "/blog/x/ /2019/03/ice/",
      "",
      "# the blog",
      "# all of it",
      "/blog/* /2019/:splat",
      "",
      "# Files, and the pages they had, before the move here",
      "/shop/* 410",
      "",
    ]);
  });

  test("are not written where check would find them wrong, which is told", () => {
    const { text, notes } = withLeads(
      "",
      leads(
        "/reports/a.pdf /2019/03/ice/",
        "/tag/waiting/ /2019/03/ice/",
        "/category/asia/page/2/ /latest/",
        "/2019/* /latest/",
        "/x/ /snow/",
        "/y/ /2019/03/ice/",
        "/Y/ /2019/03/경제/",
        "/2019/03/* /latest/",
        "/2019/03/page/* /2019/03/ice/",
      ),
      standing,
    );
    expect(text.split("\n").filter((line) => line.startsWith("/"))).toEqual([
      "/Y/ /2019/03/경제/",
      "/2019/03/page/* /2019/03/ice/",
    ]);
    expect(notes.map(({ code, item, message }) => `${code} ${item}: ${message}`)).toEqual([
      'lost-address post 1: /category/asia/page/2/ cannot lead to /latest/: "/category/asia/page/2/" is reserved for Dateline\'s own pages',
      'lost-address post 1: /reports/a.pdf cannot lead to /2019/03/ice/: "/reports/a.pdf" is the address of reports/a.pdf',
      'lost-address post 1: /tag/waiting/ cannot lead to /2019/03/ice/: "/tag/waiting/" is reserved for Dateline\'s own pages',
      'lost-address post 1: /x/ cannot lead to /snow/: "/snow/" is no page or file of this site',
      'lost-address post 1: /y/ cannot lead to /2019/03/ice/: "/y/" is led from already',
      'lost-address post 1: /2019/03/* cannot lead to /latest/: "/2019/03/*" stands for articles/2019/03/ice.md, too, and some CDNs would lead away from there',
      'lost-address post 1: /2019/* cannot lead to /latest/: "/2019/*" stands for articles/2019/03/ice.md, too, and some CDNs would lead away from there',
    ]);
  });
});
