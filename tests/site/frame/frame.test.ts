import { describe, expect, test } from "vitest";
import { frameOf } from "../../../src/site/frame/frame.ts";
import { siteOf } from "../../site-values.ts";

const site = siteOf("language: ko");

describe("what every page has", () => {
  const frame = frameOf(
    { address: "/tag/항구/", heading: "항구 </script>", path: [{ name: "태그", href: "/tags/" }] },
    site,
  );

  test("is a title with the publication's, and an address of its own", () => {
    expect(frame.title).toBe("항구 </script> – The Small Paper");
    expect(frame.canonical).toBe("https://small.example/tag/%ED%95%AD%EA%B5%AC/");
  });

  test("is a breadcrumb from the front page, for readers and for search engines", () => {
    expect(frame.breadcrumb).toEqual([
      { name: "홈", href: "/" },
      { name: "태그", href: "/tags/" },
      { name: "항구 </script>", href: "/tag/항구/" },
    ]);
    expect(frame.jsonLd).not.toContain("</script>");
    expect(JSON.parse(frame.jsonLd)["@graph"]).toMatchObject([
      {
        "@type": "BreadcrumbList",
        itemListElement: [
          { position: 1, name: "홈", item: "https://small.example/" },
          { position: 2, name: "태그", item: "https://small.example/tags/" },
          { position: 3, name: "항구 </script>", item: "https://small.example/tag/%ED%95%AD%EA%B5%AC/" },
        ],
      },
    ]);
  });

  test("is in its own language, with words in the nearest language Dateline has", () => {
    const words = (language: string) => {
      const { direction, texts } = frameOf({ address: "/a/", heading: "A", language }, site);
      return [direction, texts.home];
    };
    expect(words("ar")).toEqual(["rtl", "الرئيسية"]);
    expect(words("en-GB")).toEqual(["ltr", "Home"]);
    // Dateline has no Hebrew: the words are those of the site.
    expect(words("he")).toEqual(["rtl", "홈"]);
  });
});

test("the front page has the publication's title alone, and no breadcrumb", () => {
  const frame = frameOf({ address: "/", heading: "The Small Paper" }, site);
  expect(frame).toMatchObject({ title: "The Small Paper", breadcrumb: [] });
  expect(frame.jsonLd).not.toContain("BreadcrumbList");
});

test("a page may be known by the address of its original elsewhere", () => {
  const canonical = "https://agency.example/1";
  expect(frameOf({ address: "/a/", heading: "A", canonical }, site).canonical).toBe(canonical);
});
