import { describe, expect, test } from "vitest";
import { answerFinder, requestFor } from "../../../src/site/redirects/matching.ts";
import { readRedirects } from "../../../src/site/redirects/redirects-file.ts";

/** What the lines of a redirects.txt answer: the status and where it leads. */
function answersOf(...lines: readonly string[]): (address: string) => string {
  const { rules, diagnostics } = readRedirects(lines.join("\n"));
  expect(diagnostics).toEqual([]);
  const find = answerFinder(rules);
  return (address) => {
    const answer = find(requestFor(address));
    if (answer === undefined) return "none";
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
});
