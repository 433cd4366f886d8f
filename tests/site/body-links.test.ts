import { describe, expect, test } from "vitest";
import { articleText, run, siteFolder } from "../site-folder.ts";

/** What a check says of an article with this body, beside another at /2026/11/target/. */
async function checked(body: string): Promise<{ exitCode: number; lines: string[] }> {
  const folder = await siteFolder({
    "articles/target.md": articleText("Target", "2026-11-20", ["aliases: [/old/]", "tags: [경제]"]),
    "articles/linking.md": articleText("Linking", "2026-11-21", [], body),
  });
  const { exitCode, stdout } = await run("check", "--site", folder, "--now", "2026-11-24");
  return { exitCode, lines: stdout.split("\n").filter((line) => line.startsWith("articles/")) };
}

describe("links in the body of an article", () => {
  test("may lead to any page of the site, to old addresses, to files, and to other sites", async () => {
    const links = [
      "/2026/11/target/",
      "/2026/11/target/#words",
      "../target/",
      "#here",
      "https://small.example/2026/11/target/?from=here",
      "/old/",
      "/tag/경제/",
      "/tag/%EA%B2%BD%EC%A0%9C/",
      "/feed.xml",
      "https://elsewhere.example/gone/",
      "mailto:desk@small.example",
      "https://[",
    ];
    const body = links.map((link) => `[words](${link})`).join("\n");
    expect(await checked(body)).toEqual({ exitCode: 0, lines: [] });
  });

  test("are told with line and column where they lead to no page, which stops no build", async () => {
    const body = [
      "One [word](/2026/11/gone/) and",
      "[two](../nowhere/#part) on two lines.",
      "",
      "- [a Korean tag](/tag/항만/) and [target](/2026/11/target)",
      "- [the site by its address](https://small.example/gone.html)",
    ].join("\n");
    expect(await checked(body)).toEqual({
      exitCode: 0,
      lines: [
        'articles/linking.md:6:12 warning broken-link: the link "/2026/11/gone/" leads to no page of this site; correct it',
        'articles/linking.md:7:7 warning broken-link: the link "../nowhere/#part" leads to no page of this site; correct it',
        'articles/linking.md:9:18 warning broken-link: the link "/tag/항만/" leads to no page of this site; correct it',
        'articles/linking.md:9:41 warning broken-link: the link "/2026/11/target" leads to no page of this site; did you mean "/2026/11/target/"?',
        'articles/linking.md:10:29 warning broken-link: the link "https://small.example/gone.html" leads to no page of this site; correct it',
      ],
    });
  });
});
