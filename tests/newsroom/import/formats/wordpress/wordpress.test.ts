import { describe, expect, test } from "vitest";
import { wordPress } from "../../../../../src/newsroom/import/formats/wordpress/wordpress.ts";
import {
  attachment,
  category,
  cdata,
  entriesIn,
  filesIn,
  item,
  meta,
  notesIn,
  storiesIn,
  storyIn,
  term,
  termsIn,
  user,
  wxr,
} from "./wxr-files.ts";

const toldBy = (entries: Awaited<ReturnType<typeof entriesIn>>) =>
  notesIn(entries).map(({ item: name, code, message }) => `${name} ${code}: ${message}`);

describe("an export of WordPress", () => {
  test("is read where a tool has set it anew, with white space about its values", async () => {
    const spaced = wxr(item({})).replaceAll("<![CDATA[", "\n  <![CDATA[").replaceAll("]]></", "]]>\n  </");
    expect(storiesIn(await entriesIn(spaced))).toMatchObject([
      { id: "post 7", date: "2026-03-01T10:30:00Z", slug: "ferry" },
    ]);
  });

  test("is known by its name space, whatever its version", () => {
    const source = { name: "a.xml", path: "a.xml", isFolder: false, files: [] };
    expect(wordPress.recognizes({ ...source, head: wxr() })).toBe(true);
    expect(wordPress.recognizes({ ...source, head: wxr().replaceAll("1.2/", "1.0/") })).toBe(true);
    expect(wordPress.recognizes({ ...source, head: '<rss version="2.0"><channel>' })).toBe(false);
  });

  test("gives a post with all its values", async () => {
    const entries = await entriesIn(
      wxr(
        user("2", "jane", "Jane Doe"),
        category("3", "news", "News &amp; Views"),
        category("4", "harbour", "Harbour", "news"),
        item(
          {
            title: "The <em>ferry</em> runs &amp; runs&#8230; ",
            "excerpt:encoded": "It stopped\n in <b>May</b>.",
            "content:encoded": "One.\n\nTwo ]]> three.",
            "wp:post_modified_gmt": "2026-03-02 08:00:00",
          },
          term("category", "harbour", "Harbour"),
          term("category", "news", "News &amp; Views"),
          term("post_tag", "ferries", "ferries"),
          meta("_yoast_wpseo_primary_category", "3"),
          meta("_yoast_wpseo_metadesc", "%%excerpt%%"),
          meta("_thumbnail_id", "9"),
          meta("_wp_old_slug", "ferry-stops"),
          meta("_wp_old_date", "2026-02-28"),
        ),
        attachment(
          "9",
          "ferry.jpg",
          { "excerpt:encoded": "At the pier" },
          meta("_wp_attachment_image_alt", "A ferry"),
          meta("_media_credit", "John Roe"),
          meta("_navis_media_credit_org", "Reuters"),
        ),
      ),
    );
    const [story] = storiesIn(entries);
    expect(story).toMatchObject({
      kind: "article",
      id: "post 7",
      place: { file: "export.xml", sourceLine: "<item>" },
      title: "The ferry runs & runs…",
      slug: "ferry",
      date: "2026-03-01T10:30:00Z",
      updated: "2026-03-02T08:00:00Z",
      description: "It stopped in May.",
      categories: ["News & Views", "Harbour"],
      tags: ["ferries"],
      authors: ["Jane Doe"],
      image: {
        src: "https://post.example/wp-content/uploads/ferry.jpg",
        alt: "A ferry",
        caption: "At the pier",
        credit: "John Roe / Reuters",
      },
      address: "https://post.example/2026/03/ferry/",
    });
    expect(story?.oldAddresses).toEqual([
      "https://post.example/?p=7",
      "https://post.example/2026/03/ferry-stops/",
      "https://post.example/2026/02/ferry/",
    ]);
    expect(story?.isDraft).toBeUndefined();
    expect(story?.body().text).toBe("<p>One.</p>\n<p>Two ]]> three.</p>");
    expect(notesIn(entries)).toEqual([]);
  });

  test("tells of its site, its feeds, and its terms with their tree, their names once", async () => {
    const entries = await entriesIn(
      wxr(
        user("2", "Jane.D", "jane@mail.example"),
        category("3", "news", "News"),
        category("4", "harbour", "Harbour", "news"),
        "<wp:tag><wp:term_id>5</wp:term_id><wp:tag_slug>%ec%8b%a0</wp:tag_slug><wp:tag_name>신</wp:tag_name></wp:tag>",
        "<wp:term><wp:term_id>3</wp:term_id><wp:term_taxonomy>category</wp:term_taxonomy><wp:term_slug>news</wp:term_slug><wp:term_name>News</wp:term_name></wp:term>",
        item({}, term("category", "sea", "The sea"), term("category", "news", "News")),
      ),
    );
    expect(entries[0]).toMatchObject({
      kind: "site",
      url: "https://post.example/",
      title: "The Harbour Post",
      language: "en-US",
    });
    expect(entries[0]).toHaveProperty(
      "feeds",
      expect.arrayContaining(["https://post.example/feed/", "https://post.example/comments/feed/"]),
    );
    expect(
      termsIn(entries).map(({ termKind, name, slug, parent }) => [termKind, name, slug, parent]),
    ).toEqual([
      ["author", "Jane.D", "jane-d", undefined],
      ["category", "News", "news", undefined],
      ["category", "Harbour", "harbour", "News"],
      ["tag", "신", "신", undefined],
      ["category", "The sea", "sea", undefined],
    ]);
    expect(termsIn(entries).map(({ oldAddresses }) => oldAddresses)).toEqual([
      ["https://post.example/author/jane-d/", "https://post.example/?author=2"],
      ["https://post.example/category/news/", "https://post.example/?cat=3"],
      [
        "https://post.example/category/news/harbour/",
        "https://post.example/category/harbour/",
        "https://post.example/?cat=4",
      ],
      ["https://post.example/tag/%ec%8b%a0/", "https://post.example/?tag=%ec%8b%a0"],
      ["https://post.example/category/sea/"],
    ]);
  });

  test("has listings below what all its posts are below", async () => {
    const post = (id: string, link: string) => item({ "wp:post_id": id, link });
    const entries = await entriesIn(
      wxr(
        category("3", "news", "News"),
        post("1", "https://post.example/blog/2026/03/a/"),
        post("2", "https://post.example/blog/2026/04/b/"),
      ),
    );
    expect(termsIn(entries)[0]?.oldAddresses).toEqual([
      "https://post.example/blog/category/news/",
      "https://post.example/category/news/",
      "https://post.example/?cat=3",
    ]);
  });

  test("of a site below a path has its listings there, and the path once in their addresses", async () => {
    const entries = await entriesIn(
      wxr(category("3", "news", "News"), item({ link: "https://post.example/blog/2026/03/a/" })).replaceAll(
        "https://post.example</",
        "https://post.example/blog</",
      ),
    );
    expect(termsIn(entries)[0]?.oldAddresses).toEqual([
      "https://post.example/blog/category/news/",
      "https://post.example/blog/?cat=3",
    ]);
    expect(entries.find(({ kind }) => kind === "site")).toMatchObject({
      dateListings: "https://post.example/blog/",
    });
  });

  test("whose categories lead in a circle harms nobody", async () => {
    const entries = await entriesIn(wxr(category("3", "a", "A", "b"), category("4", "b", "B", "a")));
    expect(termsIn(entries).map(({ oldAddresses }) => oldAddresses?.[0])).toEqual([
      "https://post.example/category/b/a/",
      "https://post.example/category/a/b/",
    ]);
  });

  test("gives pages with their place in the tree, and files with their own pages", async () => {
    const entries = await entriesIn(
      wxr(
        item({ "wp:post_type": "page", "wp:post_id": "20", link: "https://post.example/about/team/" }),
        item({ "wp:post_type": "page", "wp:post_id": "21", link: "https://post.example/" }),
        attachment("30", "plan.pdf", {
          link: "https://post.example/about/team/plan/",
          "wp:post_parent": "20",
        }),
      ),
    );
    expect(
      storiesIn(entries).map(({ kind, id, address, oldAddresses }) => [kind, id, address, oldAddresses]),
    ).toEqual([
      [
        "page",
        "page 20",
        "https://post.example/about/team/",
        ["https://post.example/?page_id=20", "https://post.example/?p=20", "https://post.example/?p=7"],
      ],
      [
        "page",
        "page 21",
        undefined,
        ["https://post.example/?page_id=21", "https://post.example/?p=21", "https://post.example/?p=7"],
      ],
    ]);
    expect(filesIn(entries)).toMatchObject([
      {
        id: "attachment 30",
        src: "https://post.example/wp-content/uploads/plan.pdf",
        belongsTo: "page 20",
        oldAddresses: [
          "https://post.example/about/team/plan/",
          "https://post.example/?attachment_id=30",
          "https://post.example/?p=30",
        ],
      },
    ]);
  });

  test("keeps what is not out yet as it is: drafts without an address, later posts with their date", async () => {
    const none = "0000-00-00 00:00:00";
    const entries = await entriesIn(
      wxr(
        item({ "wp:status": "draft", link: "https://post.example/?p=7", "wp:post_date_gmt": none }),
        item({
          "wp:status": "pending",
          "wp:post_date_gmt": none,
          "wp:post_date": none,
          pubDate: "Mon, 30 Nov -0001 00:00:00 +0000",
        }),
        item({ "wp:status": "future", "wp:post_date_gmt": "2031-03-01 10:30:00" }),
        item({ "wp:status": "pitch" }),
      ),
    );
    expect(storiesIn(entries).map(({ date, isDraft, address }) => [date, isDraft, address])).toEqual([
      ["2026-03-01T18:30:00", true, undefined],
      [undefined, true, undefined],
      ["2031-03-01T10:30:00Z", undefined, undefined],
      ["2026-03-01T10:30:00Z", true, undefined],
    ]);
    expect(storiesIn(entries).flatMap(({ oldAddresses }) => oldAddresses)).toEqual([]);
    expect(toldBy(entries)).toEqual([
      'post 7 unusable-value: its status "pitch" is none of WordPress\' own; it is imported as a draft',
    ]);
  });

  test("leaves out and lists what is not for readers", async () => {
    const entries = await entriesIn(
      wxr(
        item({ "wp:status": "private", title: "One" }),
        item({ "wp:post_password": "secret", title: "Two" }),
        item({ "wp:status": "trash", title: "Three" }),
        item({ "wp:status": "auto-draft", title: "" }),
        item({ "wp:post_type": "podcast", title: "Five" }),
        item({ "wp:post_type": "revision", "wp:status": "inherit" }),
        item({ "wp:post_type": "nav_menu_item" }),
        item({ "wp:post_type": "nav_menu_item" }),
      ),
    );
    expect(storiesIn(entries)).toEqual([]);
    expect(toldBy(entries)).toEqual([
      'post 7 not-published: "One" is private',
      'post 7 not-published: "Two" is shown to those alone who know its password',
      'post 7 not-published: "Three" is in the trash',
      'post 7 not-published: "(no title)" was begun and never saved',
      'post 7 other-kind: "Five" is of the kind "podcast", which is neither post nor page; to import its like as articles, write "podcast: categories" below "keys" in --map',
      'revision (1) other-kind: what WordPress or a plugin keeps for itself as "revision": 1',
      'nav_menu_item (2) other-kind: what WordPress or a plugin keeps for itself as "nav_menu_item": 2',
    ]);
    expect(JSON.stringify(entries)).not.toContain("secret");
  });

  test("reads kinds, custom fields and taxonomies of its own as they are mapped", async () => {
    const post = item(
      { "wp:post_type": "podcast" },
      meta("place", "HONG KONG"),
      meta("writers", "Ann Lee"),
      meta("mood", "calm"),
      term("series", "ferries", "Ferries"),
    );
    const keys: [string, string | null][] = [
      ["podcast", "categories"],
      ["place", "dateline"],
      ["writers", "authors"],
      ["mood", null],
      ["series", "tags"],
    ];
    const entries = await entriesIn(wxr(post), keys);
    expect(storiesIn(entries)).toMatchObject([
      { categories: ["podcast"], dateline: "HONG KONG", authors: ["Ann Lee"], tags: ["Ferries"] },
    ]);
    expect(notesIn(entries)).toEqual([]);
    expect(await entriesIn(wxr(post), [["podcast", null], ...keys.slice(1)])).toMatchObject([
      { kind: "site" },
    ]);
  });

  test("tells once of custom fields and taxonomies that nothing is made of", async () => {
    const more = [
      meta("mood", "calm"),
      meta("_edit_lock", "1"),
      term("series", "x", "X"),
      term("post_format", "y", "Y"),
    ];
    const entries = await entriesIn(wxr(item({}, ...more), item({ "wp:post_id": "8" }, ...more)));
    expect(toldBy(entries)).toEqual([
      'custom field mood unknown-key: the custom field "mood" of stories: 2; to keep it, give --map the key of ours that it shall become',
      'taxonomy series unknown-key: terms of the taxonomy "series" in stories: 2; to keep it, give --map the key of ours that it shall become',
    ]);
  });

  test("tells of those that are mapped to what WordPress itself has, and of those of kinds that are mapped", async () => {
    const post = item({ "wp:post_type": "podcast" }, meta("kicker", "Ports"), meta("mood", "calm"));
    const entries = await entriesIn(wxr(post), [
      ["podcast", "categories"],
      ["kicker", "title"],
    ]);
    expect(toldBy(entries)).toEqual([
      'custom field kicker unknown-key: the custom field "kicker" of stories: 1; --map makes it "title", which WordPress itself has; it can become authors, categories, dateline, description, expires, language, source, tags',
      'custom field mood unknown-key: the custom field "mood" of stories: 1; to keep it, give --map the key of ours that it shall become',
    ]);
  });

  test("never lets comments through, nor those who wrote them, nor anybody's e-mail address", async () => {
    const comment =
      "<wp:comment><wp:comment_author>Max Reader</wp:comment_author><wp:comment_author_email>max@mail.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_content>First comment</wp:comment_content></wp:comment>";
    const entries = await entriesIn(
      wxr(
        user("2", "jane", "jane@mail.example"),
        user("3", "roe@mail.example", "John Roe"),
        "<wp:term><wp:term_taxonomy>author</wp:term_taxonomy><wp:term_slug>cap-jane</wp:term_slug><wp:term_name>jane</wp:term_name><wp:term_description>Jane jane@mail.example</wp:term_description></wp:term>",
        item({ "dc:creator": "ann@mail.example" }, comment, comment),
        item({ "dc:creator": "roe@mail.example" }),
      ),
    );
    expect(storiesIn(entries).map(({ authors }) => authors)).toEqual([[], ["John Roe"]]);
    expect(toldBy(entries)).toEqual([
      "post 7 unusable-value: whoever wrote it has no name in the archive; name the authors",
      "comments comments: comments, with all that names their writers: 2",
    ]);
    const all = JSON.stringify([entries, storiesIn(entries).map(({ body }) => body())]);
    expect(all).not.toMatch(/mail\.example|192\.0\.2|Max Reader|First comment/);
  });

  test("tells what was at the top of the front page, and which words are broken", async () => {
    const entries = await entriesIn(
      wxr(item({ "wp:is_sticky": "1", "content:encoded": "A\u{8}b\u{b}c \u{fffd}." })),
    );
    expect(storiesIn(entries)[0]?.body().text).toBe("<p>Abc \u{fffd}.</p>");
    expect(notesIn(entries)).toMatchObject([
      { code: "sticky", place: { line: 9 } },
      { code: "broken-characters", place: { line: 14, column: 28 } },
      { code: "broken-characters", place: { line: 9 } },
    ]);
  });

  test("of the oldest version names each term twice, and its writers by name", async () => {
    const old = item(
      { "dc:creator": "Jane Doe" },
      `<category>${cdata("News")}</category>`,
      term("category", "news", "News"),
      term("tag", "sea", "Sea"),
    );
    const entries = await entriesIn(wxr(old).replaceAll("1.2", "1.0"));
    expect(storiesIn(entries)).toMatchObject([
      { categories: ["News"], tags: ["Sea"], authors: ["Jane Doe"] },
    ]);
    const oldest = await storyIn(item({}, `<category>${cdata("News")}</category>`));
    expect(oldest.categories).toEqual(["News"]);
  });

  test("in several files is one archive, whatever stands in which", async () => {
    const entries = await entriesIn([
      wxr(item({ "content:encoded": '[gallery ids="9"]' }, meta("_thumbnail_id", "9"))),
      wxr(user("2", "jane", "Jane Doe"), attachment("9", "ferry.jpg", { "wp:post_parent": "7" })),
    ]);
    const [story] = storiesIn(entries);
    expect(story).toMatchObject({
      authors: ["Jane Doe"],
      image: { src: "https://post.example/wp-content/uploads/ferry.jpg" },
    });
    expect(story?.body().text).toContain("uploads/ferry.jpg");
    expect(filesIn(entries)[0]?.belongsTo).toBe("post 7");
  });

  test("tells of a picture that is not in it", async () => {
    const entries = await entriesIn(wxr(item({}, meta("_thumbnail_id", "9"))));
    expect(notesIn(entries)).toMatchObject([{ item: "post 7", code: "missing-picture" }]);
  });

  test("that is none is told, and nothing is imported", async () => {
    const entries = await entriesIn('<?xml version="1.0"?>\n<rss><channel><title>x</title></channel></rss>');
    expect(entries.filter(({ kind }) => kind === "fault")).toMatchObject([
      {
        stops: true,
        diagnostic: {
          file: "export.xml",
          code: "broken-xml",
          message: expect.stringContaining("no export of WordPress"),
        },
      },
    ]);
  });

  test("that is cut off gives what came before, and the line at which it ends", async () => {
    const whole = wxr(item({}), item({ "wp:post_id": "8" }));
    const entries = await entriesIn(whole.slice(0, whole.lastIndexOf("<wp:status>")));
    expect(storiesIn(entries).map(({ id }) => id)).toEqual(["post 7"]);
    expect(entries.at(-1)).toMatchObject({
      kind: "fault",
      stops: true,
      diagnostic: { line: 35, column: 1, code: "broken-xml" },
    });
  });
});

test("a post that is saved again within an hour, or with many others at once, was not updated", async () => {
  const saved = (id: string, modified: string) =>
    item({ "wp:post_id": id, "wp:post_modified_gmt": `2026-03-${modified}` });
  const entries = await entriesIn(
    wxr(
      saved("1", "01 11:29:59"),
      saved("2", "01 11:30:01"),
      ...["3", "4", "5", "6"].map((id) => saved(id, `05 09:00:0${id}`)),
    ),
  );
  expect(storiesIn(entries).map(({ updated }) => updated)).toEqual([
    undefined,
    "2026-03-01T11:30:01Z",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
