import { describe, expect, test } from "vitest";
import { entriesIn, item, meta, notesIn, storiesIn, storyIn, term, wxr } from "../wxr-files.ts";

describe("what plugins say of a post", () => {
  test("describes it where it has no excerpt", async () => {
    expect((await storyIn(item({}, meta("rank_math_description", "A &amp; B")))).description).toBe("A & B");
    expect((await storyIn(item({}, meta("_aioseo_description", "#post_title")))).description).toBeUndefined();
  });

  test("is listed where it differs from what readers see", async () => {
    const seo = [
      meta("_yoast_wpseo_metadesc", "Ferries!"),
      meta("_yoast_wpseo_title", "Ferry news"),
      meta("rank_math_title", "%title%"),
    ];
    const entries = await entriesIn(wxr(item({ "excerpt:encoded": "It runs." }, ...seo)));
    expect(storiesIn(entries)[0]?.description).toBe("It runs.");
    expect(notesIn(entries).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'unusable-value: the title for search engines has no place here; it was "Ferry news"',
      'unusable-value: the excerpt is its description; the one for search engines was "Ferries!"',
    ]);
  });

  test("names its language where that is not the site's", async () => {
    expect((await storyIn(item({}, term("language", "ko", "한국어")))).language).toBe("ko");
    expect((await storyIn(item({}, meta("_wpml_import_language_code", "pt_br")))).language).toBe("pt-BR");
    expect((await storyIn(item({}, term("language", "en", "English")))).language).toBeUndefined();
  });

  test("names where it was taken from", async () => {
    const feed = [
      meta("syndication_source", "City Wire"),
      meta("syndication_permalink", "https://wire.example/1"),
    ];
    expect((await storyIn(item({}, ...feed))).source).toEqual({
      name: "City Wire",
      url: "https://wire.example/1",
    });
    const unsafe = [meta("dt_original_site_name", "Wire"), meta("dt_original_post_url", "javascript:x()")];
    expect((await storyIn(item({}, ...unsafe))).source).toEqual({ name: "Wire" });
  });

  test("names a picture elsewhere", async () => {
    const story = await storyIn(
      item({}, meta("fifu_image_url", "https://cdn.example/a.jpg"), meta("fifu_image_alt", "A ferry")),
    );
    expect(story.image).toEqual({ src: "https://cdn.example/a.jpg", alt: "A ferry" });
  });

  test("corrects it: published corrections, the oldest first", async () => {
    const correction = (status: string, gmt: string, text: string) =>
      item(
        {
          "wp:post_type": "newspack_correction",
          "wp:status": status,
          "wp:post_date_gmt": gmt,
          "content:encoded": text,
        },
        meta("newspack_correction-post-id", "7"),
      );
    const story = await storyIn(
      correction("publish", "2026-03-04 10:00:00", "It is <em>two</em> ferries."),
      item({}),
      correction("publish", "2026-03-03 10:00:00", "It is the east pier."),
      correction("draft", "2026-03-05 10:00:00", "Not yet."),
    );
    expect(story.corrections).toEqual([
      { date: "2026-03-03T10:00:00Z", text: "It is the east pier." },
      { date: "2026-03-04T10:00:00Z", text: "It is two ferries." },
    ]);
  });
});

describe("a date", () => {
  const dateIn = async (values: Record<string, string>) => (await storyIn(item(values))).date;
  const none = "0000-00-00 00:00:00";

  test("is that in GMT, else what clocks showed, else that of the feed", async () => {
    expect(await dateIn({})).toBe("2026-03-01T10:30:00Z");
    expect(await dateIn({ "wp:post_date_gmt": none })).toBe("2026-03-01T18:30:00");
    const rss = { "wp:post_date_gmt": "", "wp:post_date": "", pubDate: "Sun, 01 Mar 2026 18:30:00 +0800" };
    expect(await dateIn(rss)).toBe("2026-03-01T10:30:00Z");
    expect(await dateIn({ ...rss, pubDate: "soon" })).toBeUndefined();
  });

  test("may have the forms of ISO 8601, which other tools write; what has none is kept to be told", async () => {
    const gmt = (text: string) => dateIn({ "wp:post_date_gmt": text });
    expect(await gmt("2026-03-01T10:30:00")).toBe("2026-03-01T10:30:00Z");
    expect(await gmt("2026-03-01T18:30:00.000+0800")).toBe("2026-03-01T18:30:00+08:00");
    expect(await gmt("2026-03-01 10:30")).toBe("2026-03-01T10:30Z");
    expect(await gmt("2026-03-01")).toBe("2026-03-01T00:00:00Z");
    const odd = "Sun Mar 01 2026 10:30:00 GMT+0000";
    expect(await dateIn({ "wp:post_date_gmt": "", "wp:post_date": odd, pubDate: "" })).toBe(odd);
  });
});

describe("an address", () => {
  test("that was made elsewhere, or holds no slug, has no former ones", async () => {
    const story = await storyIn(
      item(
        { link: "https://post.example/?p=7", guid: "https://old.example/?p=7" },
        meta("_wp_old_slug", "x"),
      ),
    );
    expect(story.address).toBe("https://post.example/?p=7");
    expect(story.oldAddresses).toEqual([]);
  });

  test("of a text in pages is that of each page", async () => {
    const story = await storyIn(item({ "content:encoded": "a<!--nextpage-->b<!--nextpage-->c" }));
    expect(story.oldAddresses).toEqual([
      "https://post.example/?p=7",
      "https://post.example/2026/03/ferry/2/",
      "https://post.example/2026/03/ferry/3/",
    ]);
  });
});
