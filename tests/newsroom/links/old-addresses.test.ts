import { describe, expect, test } from "vitest";
import { type AddressAnswer, answerer } from "../../../src/newsroom/links/old-addresses.ts";
import { readRedirects } from "../../../src/site/redirects/redirects-file.ts";

const { rules } = readRedirects(
  [
    "/old/ /new/",
    "/?p=1 /new/",
    "/soon/ /new/#part 302",
    "/forum/* 410",
    "/blog/* /:splat",
    "/older/ /forum/x",
    "/shop/ https://shop.example/",
  ].join("\n"),
);
const files = new Set(["/", "/new/", "/경제/", "/a.pdf"]);

function answersOf(url: string): (address: string) => string {
  const answerOf = answerer({ url, rules, isThere: (address) => files.has(address) });
  return (address) => {
    const answer: AddressAnswer = answerOf(address);
    expect(answer.address).toBe(address);
    return [answer.status, answer.to].filter((part) => part !== undefined).join(" ");
  };
}

describe("an old address", () => {
  const answer = answersOf("https://news.example");

  test.for([
    ["/new/", "200"],
    ["/?utm=x", "200"],
    ["/a.pdf#page=2", "200"],
    ["https://news.example/%EA%B2%BD%EC%A0%9C/", "200"],
    ["/old/", "301 /new/"],
    ["http://www.before.example/?p=1", "301 /new/"],
    ["/soon/", "302 /new/#part"],
    ["/new", "301 /new/"],
    ["/forum/thread/7", "410"],
    ["/shop/", "301 https://shop.example/"],
    ["/never/", "lost"],
    ["/Old/", "lost"],
    ["old/", "lost"],
    ["https://[", "lost"],
  ])("%s answers %s", ([address = "", expected]) => {
    expect(answer(address)).toBe(expected);
  });

  test.for([
    ["/blog/new/", "301 /new/"],
    ["/blog/old/", "301 /new/"],
    ["/blog/never/", "lost /never/"],
    ["/older/", "410 /forum/x"],
  ])("that is led on is told by where that ends: %s answers %s", ([address = "", expected]) => {
    expect(answer(address)).toBe(expected);
  });

  test("of a site below a path is named with it or without, but not beside it on its own host", () => {
    const below = answersOf("https://house.example/paper");
    expect(below("https://house.example/paper/old/")).toBe("301 /new/");
    expect(below("https://house.example/paper")).toBe("200");
    expect(below("/paper/new/")).toBe("200");
    expect(below("/new/")).toBe("200");
    expect(below("https://before.example/new/")).toBe("200");
    expect(below("https://house.example/new/")).toBe("lost");
    expect(below("https://house.example/papers/new/")).toBe("lost");
  });
});
