import { describe, expect, test } from "vitest";
import { articleText, run, siteFolder, smallSite } from "../../site-folder.ts";

/** What a check says of an article with this body, beside another at /2026/11/target/. */
async function checked(body: string): Promise<{ exitCode: number; lines: string[] }> {
  const folder = await siteFolder({
    "site.yaml": `${smallSite}style: {lines-in-paragraph: off}\n`,
    "articles/target.md": articleText(
      "Target",
      "2026-11-20",
      ["aliases: [/old/]", "tags: [경제]", "corrections: [{date: 2026-11-21, text: Words.}]"],
      "Words.[^1]\n\n[^1]: Note.",
    ),
    "articles/2025/ferry story.md": articleText("Ferry", "2026-11-19"),
    "articles/linking.md": articleText("Linking", "2026-11-21", [], body),
  });
  const { exitCode, stdout } = await run("check", "--site", folder, "--now", "2026-11-24");
  return { exitCode, lines: stdout.split("\n").filter((line) => line.startsWith("articles/")) };
}

describe("links in the body of an article", () => {
  test("may lead to any page of the site, to old addresses, to files, and to other sites", async () => {
    const links = [
      "/2026/11/target/",
      "/2026/11/target/#fn1",
      "/2026/11/target/#fnref1",
      "/2026/11/target/#correction-2026-11-21",
      "/2026/11/target/#:~:text=Words",
      "../target/",
      "#content",
      "#top",
      "#",
      "/old/#anything",
      "https://small.example/2026/11/target/?from=here",
      "/old/",
      "/tag/경제/",
      "/tag/%EA%B2%BD%EC%A0%9C/",
      "/tags/#letter-ㄱ",
      "/feed.xml",
      "/tag/경제/feed.json",
      "/corrections/feed.xml",
      "/404.html",
      "/sitemap.xml",
      "/robots.txt",
      "/.well-known/next-publish.json",
      "/410.html",
      "/assets/some-name.css",
      "target.md",
      "./target.md#fn1",
      "target.markdown/../target.md?from=here",
      "/articles/target.md",
      "2025/ferry%20story.md",
      "<2025/ferry story.md>",
      "https://elsewhere.example/gone/",
      "mailto:desk@small.example",
    ];
    const body = links.map((link) => `[words](${link})`).join("\n\n");
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
        'articles/linking.md:6:12 warning broken-link: the link "/2026/11/gone/" leads to no page or file of this site; correct it',
        'articles/linking.md:7:7 warning broken-link: the link "../nowhere/#part" leads to no page or file of this site; correct it',
        'articles/linking.md:9:18 warning broken-link: the link "/tag/항만/" leads to no page or file of this site; correct it',
        'articles/linking.md:9:41 warning broken-link: the link "/2026/11/target" leads to no page of this site; did you mean "/2026/11/target/"?',
        'articles/linking.md:10:29 warning broken-link: the link "https://small.example/gone.html" leads to no page or file of this site; correct it',
      ],
    });
  });

  test("are told where they lead to no file and to no part of an article", async () => {
    const body = [
      "[a](/tag/nothing/feed.xml) [b](/2026/11/photo.jpg) [c](v1.2)",
      "[d](#here) [e](/2026/11/target/#fn2) [f](target.md#여기)",
      "[g](ferry.md) [h](<2026/ferry story.md>) [i](/articles/2026/gone.md#x)",
    ].join("\n\n");
    const { lines } = await checked(body);
    const told = lines.map((line) =>
      line.replace(/^articles\/linking\.md:\d+:\d+ warning broken-link: the link /, ""),
    );
    const noFile = "leads to no page or file of this site; correct it";
    const noPart = (part: string) =>
      `leads to no part of its page: nothing there has the id "${part}"; take "#${part}" out`;
    expect(told).toEqual([
      `"/tag/nothing/feed.xml" ${noFile}`,
      `"/2026/11/photo.jpg" ${noFile}`,
      `"v1.2" ${noFile}`,
      `"#here" ${noPart("here")}`,
      `"/2026/11/target/#fn2" ${noPart("fn2")}`,
      `"target.md#여기" ${noPart("여기")}`,
      '"ferry.md" leads to no article; there is no article file "articles/ferry.md"',
      '"2026/ferry story.md" leads to no article; did you mean "2025/ferry story.md"?',
      '"/articles/2026/gone.md#x" leads to no article; there is no article file "articles/2026/gone.md"',
    ]);
  });
});
