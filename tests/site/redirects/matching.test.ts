import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerOf, requestFor, ruleFinder } from "../../../src/site/redirects/matching.ts";
import { readRedirects } from "../../../src/site/redirects/redirects-file.ts";

/** What the lines of a redirects.txt answer: the status and where it leads. */
function answersOf(...lines: readonly string[]): (address: string) => string {
  const { rules, diagnostics } = readRedirects(lines.join("\n"));
  expect(diagnostics).toEqual([]);
  const find = ruleFinder(rules);
  return (address) => {
    const request = requestFor(address);
    const rule = find(request);
    if (rule === undefined) return "none";
    const answer = answerOf(rule, request);
    return answer.status === 410 ? "410" : `${answer.status} ${answer.to}`;
  };
}

describe("a request is answered by the first rule that fits", () => {
  test("by its very address, encoded or not, whatever its query", () => {
    const answer = answersOf("/Old /new/", "/경제/ /economy/ 302");
    expect(answer("/Old")).toBe("301 /new/");
    expect(answer("/Old?from=mail")).toBe("301 /new/");
    expect(answer("/%ea%b2%bd%ec%a0%9c/")).toBe("302 /economy/");
    expect(answer("/old")).toBe("none");
    expect(answer("/Old/")).toBe("none");
  });

  test("by parameters of its query, in any order and beside others", () => {
    const answer = answersOf("/?p=1&lang=ko /ko/one/", "/?p=1 /one/", "/?p=2 410");
    expect(answer("/?p=1")).toBe("301 /one/");
    expect(answer("/?utm=x&lang=ko&p=1")).toBe("301 /ko/one/");
    expect(answer("/?p=2")).toBe("410");
    expect(answer("/?p=12")).toBe("none");
    expect(answer("/")).toBe("none");
  });

  test("by a beginning, whose rest can be led along", () => {
    const answer = answersOf(
      "/blog/special/ /a/",
      "/blog/old/* 410",
      "/blog/* /news/:splat",
      "/shop/* https://shop.example/?at=:splat",
    );
    expect(answer("/blog/special/")).toBe("301 /a/");
    expect(answer("/blog/old/x/y")).toBe("410");
    expect(answer("/blog/2019/%EA%B2%BD/?p=1")).toBe("301 /news/2019/%EA%B2%BD/");
    expect(answer("/blog/")).toBe("301 /news/");
    expect(answer("/blog")).toBe("none");
    expect(answer("/shop/a/b")).toBe("301 https://shop.example/?at=a/b");
  });

  test("as one would find it who looks at each in turn, whatever the rules are", () => {
    const query = fc
      .subarray(["a=1", "a=2", "b=1", "c=1"])
      .map((pairs) => (pairs.length ? `?${pairs.join("&")}` : ""));
    const path = fc.constantFrom("/", "/x", "/x/", "/x/y/", "/x/y/z");
    const from = fc
      .tuple(path, fc.boolean(), query)
      .map(([at, isWide, asked]) => (isWide && at.endsWith("/") ? `${at}*${asked}` : at + asked));
    const request = fc.tuple(path, query).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(from, { maxLength: 12 }), request, (lines, asked) => {
        const { rules } = readRedirects(lines.map((line) => `${line} 410`).join("\n"));
        const { path: at, query: pairs } = requestFor(asked);
        const first = rules.find(
          (rule) =>
            (rule.from.isPrefix ? at.startsWith(rule.from.path) : at === rule.from.path) &&
            rule.from.query.every(([name, value]) =>
              pairs.some((pair) => pair[0] === name && pair[1] === value),
            ),
        );
        expect(ruleFinder(rules)(requestFor(asked))).toBe(first);
      }),
    );
  });

  test("and in as many steps where there are 50,000 for one path: else this would take minutes", () => {
    const count = 50_000;
    const lines = Array.from({ length: count }, (_, index) => `/?p=${index}&lang=en /a/${index}/`);
    const answer = answersOf(...lines);
    for (let index = 0; index < count; index += 1) {
      if (answer(`/?lang=en&p=${index}&utm=x`) !== `301 /a/${index}/`)
        throw new Error(`${index} is not found`);
    }
    expect(answer("/?p=1")).toBe("none");
  });
});
