import { expect, test } from "vitest";
import { pageRecords } from "../../../src/search/making/page-records.ts";
import { planSite } from "../../../src/site/plan/plan.ts";
import { readSite } from "../../../src/site/settings/site.ts";

test("of a page that is no article the search knows its words, and not those of what stands around them", () => {
  const { site } = readSite("title: The Paper\nurl: https://small.example\n");
  if (site === undefined) throw new Error("the settings cannot be read");
  const ownPages = [
    {
      file: "pages/about.md",
      address: "/about/",
      title: "About",
      description: "Who we are.",
      isDraft: false,
    },
    { file: "pages/ko.md", address: "/ko/", title: "소개", language: "ko", isDraft: false },
    { file: "pages/bare.html", address: "/bare/", title: "Bare", isDraft: false },
    { file: "pages/lost.md", address: "/lost/", title: "Lost", isDraft: false },
  ];
  const plan = planSite(site, [], { nowMs: 0, drafts: false }, { ownPages });
  const page =
    "<head><title>T</title></head><body><nav>Menu</nav><main><nav>Home</nav><h1>About</h1>\n<p>We <b>are</b> R&amp;D &lt;1&gt;.</p><script>x()</script></main><footer>End</footer></body>";
  const html = new Map([
    ["/about/", page],
    ["/bare/", "<!doctype html><title>Bare</title><p>Who we are.</p>"],
    ["/ko/", "<html><p>우리는 신문입니다.</p></html>"],
  ]);
  const [about, korean, bare, ...others] = pageRecords(plan, html);
  expect(others).toEqual([]);
  expect(about).toMatchObject({ address: "/about/", title: "About", language: "en", day: 0 });
  expect(String(about?.body)).toBe("We are R&amp;D &lt;1&gt;.");
  expect(about?.metas).toEqual([{ name: "summary", value: "Who we are." }]);
  expect(String(korean?.body)).toBe("우리는 신문입니다.");
  expect(String(bare?.body)).toBe("Who we are.");
  expect(korean?.metas).toEqual([
    { name: "language", value: "ko" },
    { name: "direction", value: "ltr" },
  ]);
});
