import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decisionOf, nextPublishOf, nextPublishText } from "../../../src/site/stories/next-publish.ts";
import { standingOf } from "../../../src/site/stories/publishing.ts";
import { articleOf, articlesOf, siteOf } from "../../site-values.ts";

const site = siteOf("timezone: Asia/Hong_Kong");

/** The text of the file for articles at a moment. */
function published(now: string, ...values: Parameters<typeof articlesOf>[1]): string {
  return nextPublishText(nextPublishOf(articlesOf(site, values), Date.parse(now)));
}

describe("the next moment to build the site", () => {
  test("is that of the first story to come, in the zone of the site", () => {
    expect(
      published(
        "2026-11-24T00:00Z",
        ["later", "2026-12-02"],
        ["next", "2026-12-01 00:30Z"],
        ["out", "2026-11-01"],
      ),
    ).toBe('{"next": "2026-12-01T08:30:00+08:00"}\n');
  });

  test("is that of the first story to go", () => {
    expect(
      published(
        "2026-11-24T00:00Z",
        ["a", "2026-11-01", "expires: 2026-11-30 09:00"],
        ["b", "2026-11-01", "expires: 2026-11-29 09:00"],
        ["c", "2026-12-02"],
      ),
    ).toBe('{"next": "2026-11-29T09:00:00+08:00"}\n');
  });

  test("of a story that comes and goes is first the one, then the other, then none", () => {
    const story = ["a", "2026-12-01 08:00", "expires: 2026-12-01 20:00"] as const;
    expect(published("2026-11-30T23:59:59Z", story)).toBe('{"next": "2026-12-01T08:00:00+08:00"}\n');
    expect(published("2026-12-01T00:00:00Z", story)).toBe('{"next": "2026-12-01T20:00:00+08:00"}\n');
    expect(published("2026-12-01T11:59:59Z", story)).toBe('{"next": "2026-12-01T20:00:00+08:00"}\n');
    expect(published("2026-12-01T12:00:00Z", story)).toBe('{"next": null}\n');
  });

  test("is that at which a story leaves its place on the front page, unless it has expired by then", () => {
    const lead = ["a", "2026-12-01 08:00", "priority: {place: 1, until: 2026-12-02 08:00}"] as const;
    expect(published("2026-11-30T00:00Z", lead)).toBe('{"next": "2026-12-01T08:00:00+08:00"}\n');
    expect(published("2026-12-01T00:00Z", lead)).toBe('{"next": "2026-12-02T08:00:00+08:00"}\n');
    expect(published("2026-12-02T00:00Z", lead)).toBe('{"next": null}\n');
    expect(published("2026-12-01T00:00Z", [...lead, "expires: 2026-12-01 20:00"])).toBe(
      '{"next": "2026-12-01T20:00:00+08:00"}\n',
    );
    expect(published("2026-12-01T13:00Z", [...lead, "expires: 2026-12-01 20:00"])).toBe('{"next": null}\n');
    expect(published("2026-12-01T00:00Z", [...lead, "expires: 2026-12-03 20:00"])).toBe(
      '{"next": "2026-12-02T08:00:00+08:00"}\n',
    );
    expect(published("2026-12-02T00:00Z", [...lead, "expires: 2026-12-03 20:00"])).toBe(
      '{"next": "2026-12-03T20:00:00+08:00"}\n',
    );
    expect(published("2026-12-01T00:00Z", ["b", "2026-11-01", "priority: 1"])).toBe('{"next": null}\n');
  });

  test("is never that of a draft", () => {
    expect(
      published(
        "2026-11-24T00:00Z",
        ["a", "2026-12-01", "draft: true"],
        ["b", "2026-11-01", "expires: 2026-12-01", "draft: true"],
      ),
    ).toBe('{"next": null}\n');
    expect(published("2026-11-24T00:00Z")).toBe('{"next": null}\n');
  });

  test("tells a story that is due from one that expires", () => {
    const at = (lines: readonly string[], date: string) =>
      nextPublishOf([articleOf("A", date, lines, site)], Date.parse("2026-11-24T00:00Z"))?.what;
    expect(at(["expires: 2026-12-02"], "2026-12-01")).toBe("due");
    expect(at(["expires: 2026-12-02"], "2026-11-01")).toBe("expires");
  });

  test("of a clock that is put back is the first time it shows the hour", () => {
    const berlin = siteOf("timezone: Europe/Berlin");
    const story = articleOf("A", "2026-10-25 02:30", [], berlin);
    expect(nextPublishText(nextPublishOf([story], Date.parse("2026-10-24T00:00Z")))).toBe(
      '{"next": "2026-10-25T02:30:00+02:00"}\n',
    );
  });

  test("is the first at which any story changes its standing, whatever the stories", () => {
    const hour = fc.integer({ min: 0, max: 20 });
    const story = fc.record({
      date: hour,
      runs: fc.option(fc.integer({ min: 1, max: 9 })),
      draft: fc.boolean(),
    });
    const start = Date.parse("2026-11-24T00:00Z");
    const momentOf = (hours: number) => new Date(start + hours * 3_600_000).toISOString().slice(0, 16);
    fc.assert(
      fc.property(fc.array(story, { maxLength: 6 }), hour, (stories, nowHour) => {
        const articles = stories.map(({ date, runs, draft }, index) =>
          articleOf(
            `S${index}`,
            `${momentOf(date)}Z`,
            [`draft: ${draft}`, ...(runs === null ? [] : [`expires: ${momentOf(date + runs)}Z`])],
            site,
          ),
        );
        const standings = (hours: number) =>
          articles.map((article) => standingOf(article, start + hours * 3_600_000)).join();
        let expected: number | undefined;
        for (let hours = nowHour + 1; hours < 40 && expected === undefined; hours += 1) {
          if (standings(hours) !== standings(nowHour)) expected = start + hours * 3_600_000;
        }
        expect(nextPublishOf(articles, start + nowHour * 3_600_000)?.moment.epochMs).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a published site", () => {
  const next = '{"next": "2026-12-01T08:30:00+08:00"}\n';
  const moment = Date.parse("2026-12-01T00:30:00Z");

  test("has to be built at the moment it names, and not before", () => {
    expect(decisionOf(next, moment - 1)).toEqual({ kind: "not due" });
    expect(decisionOf(next, moment)).toEqual({ kind: "due" });
    expect(decisionOf(next, moment + 86_400_000)).toEqual({ kind: "due" });
  });

  test("that waits for nothing has not to be built", () => {
    expect(decisionOf('{"next": null}', moment)).toEqual({ kind: "not due" });
  });

  test.for([
    "",
    "<!doctype html>",
    "null",
    "[]",
    "{}",
    '{"next": 5}',
    '{"next": true}',
    '{"next": "soon"}',
    '{"next": "2026-12-01"}',
    '{"next": "2026-13-01T00:00:00Z"}',
    '{"next": "2026-12-01T08:30:00"}',
    '{"next": "2026-12-01T08:30:00+08:00"',
  ])("that answers %j is not built over and over", (text) => {
    expect(decisionOf(text, moment).kind).toBe("unknown");
  });
});
