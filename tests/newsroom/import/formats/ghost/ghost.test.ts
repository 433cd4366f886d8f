import { describe, expect, test } from "vitest";
import { ghost } from "../../../../../src/newsroom/import/formats/ghost/ghost.ts";
import { entriesOf, sourceOf } from "../read-format.ts";

/** A small paper as Ghost 5 exports it, with what a paper has: two posts to show, and all that is none. */
const tables = {
  posts: [
    {
      id: "p1",
      title: "Harbour tunnel opens &amp; closes",
      slug: "harbour-tunnel",
      html: '<p>The first cars. <a href="__GHOST_URL__/about/">About</a> <a href="__GHOST_URL__/content/files/2025/plan.pdf">Plan</a></p>',
      lexical: null,
      mobiledoc: null,
      type: "post",
      status: "published",
      visibility: "public",
      featured: 1,
      published_at: "2026-11-20T08:30:00.000Z",
      created_at: "2026-11-19T08:30:00.000Z",
      updated_at: "2026-11-21T10:00:00.000Z",
      custom_excerpt: "Nine years\nin the making.",
      feature_image: "__GHOST_URL__/content/images/2026/11/tunnel.jpg",
      codeinjection_head: "<script>alert(1)</script>",
      canonical_url: "https://elsewhere.example/tunnel",
    },
    {
      id: "p2",
      title: "초안",
      slug: "draft",
      html: null,
      lexical:
        '{"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"경제","format":1}]}]}}',
      type: "post",
      status: "draft",
      visibility: "public",
      published_at: null,
      created_at: "2026-11-22 01:02:03",
      updated_at: "2026-11-23 01:02:03",
    },
    {
      id: "p3",
      title: "Tomorrow",
      slug: "tomorrow",
      html: "<p>Later.</p>",
      type: "post",
      status: "scheduled",
      visibility: "public",
      published_at: "2030-01-01T00:00:00.000Z",
    },
    {
      id: "p4",
      title: "About",
      slug: "about",
      html: "<p>Who we are.</p>",
      type: "page",
      status: "published",
      visibility: "public",
      published_at: "2020-01-01T00:00:00.000Z",
    },
    {
      id: "p5",
      title: "For members",
      slug: "members",
      html: "<p>x</p>",
      status: "published",
      visibility: "paid",
    },
    { id: "p6", title: "A mail", slug: "mail", html: "<p>x</p>", status: "sent", visibility: "public" },
    { id: "p7", title: "Nothing", slug: "nothing", html: "", status: "published", visibility: "public" },
  ],
  tags: [
    { id: "t1", name: "Transport", slug: "transport", visibility: "public", description: "Roads & rails" },
    { id: "t2", name: "Asia", slug: "asia", visibility: "public" },
    { id: "t3", name: "#long-read", slug: "hash-long-read", visibility: "internal" },
    { id: "t4", name: "Unused", slug: "unused", visibility: "public" },
  ],
  posts_tags: [
    { post_id: "p1", tag_id: "t1", sort_order: 2 },
    { post_id: "p1", tag_id: "t3", sort_order: 0 },
    { post_id: "p1", tag_id: "t2", sort_order: 1 },
    { post_id: "p3", tag_id: "t2", sort_order: 0 },
    { post_id: "p4", tag_id: "t1", sort_order: 0 },
    { post_id: "p4", tag_id: "t2", sort_order: 1 },
    { post_id: "p5", tag_id: "t4", sort_order: 0 },
  ],
  users: [
    {
      id: "u1",
      name: "Mei Tan",
      slug: "mei",
      email: "mei@private.example",
      password: "$2a$secret",
      bio: "Reporter",
    },
    { id: "u2", name: "second@private.example", slug: "second", email: "second@private.example" },
    { id: "u3", name: "Never Wrote", slug: "never", email: "never@private.example" },
  ],
  posts_authors: [
    { post_id: "p1", author_id: "u2", sort_order: 1 },
    { post_id: "p1", author_id: "u1", sort_order: 0 },
  ],
  posts_meta: [
    {
      post_id: "p1",
      feature_image_alt: "The mouth of the tunnel",
      feature_image_caption:
        'Photo by <a href="https://u.example/">Jo Doe</a> / <a href="https://u.example/">Unsplash</a>',
      meta_title: "Tunnel!",
      meta_description: "Not this one",
    },
  ],
  settings: [
    { key: "title", value: "The Harbour" },
    { key: "locale", value: "en-GB" },
    { key: "stripe_secret_key", value: "sk_live_secret" },
  ],
  members: [{ id: "m1", email: "reader@private.example" }],
};

const exported = (data: object) =>
  JSON.stringify({ db: [{ meta: { exported_on: 1, version: "5.80.0" }, data }] });
const read = async (text: string) => entriesOf(ghost, await sourceOf("ghost.json", text));
const whole = await read(exported(tables));

describe("an export of Ghost", () => {
  test("is known as one in all the shapes it has had", async () => {
    const known = async (text: string) => ghost.recognizes(await sourceOf("a.json", text));
    expect(await known(exported(tables))).toBe(true);
    expect(await known('{"meta": {"exported_on": 1, "version": "000"}, "data": {"posts": []}}')).toBe(true);
    expect(await known('{"data": {"posts": [], "tags": []}}')).toBe(true);
    expect(await known('{"version": "https://jsonfeed.org/version/1.1", "items": []}')).toBe(false);
    expect(await known('{"uri": "urn:a", "headline": "b"}')).toBe(false);
  });

  test("becomes stories and pages, with everything a post has", () => {
    expect(whole.faults).toEqual([]);
    expect(whole.stories.map(({ kind, title }) => [kind, title])).toEqual([
      ["article", "Harbour tunnel opens & closes"],
      ["article", "초안"],
      ["article", "Tomorrow"],
      ["page", "About"],
    ]);
    expect(whole.stories[0]).toMatchObject({
      id: 'post "harbour-tunnel"',
      slug: "harbour-tunnel",
      date: "2026-11-20T08:30:00.000Z",
      updated: "2026-11-21T10:00:00.000Z",
      description: "Nine years in the making.",
      categories: ["Asia"],
      tags: ["Transport"],
      authors: ["Mei Tan"],
      image: {
        src: "/content/images/2026/11/tunnel.jpg",
        alt: "The mouth of the tunnel",
        caption: "Photo by Jo Doe / Unsplash",
      },
      isDraft: false,
      address: "/harbour-tunnel/",
      oldAddresses: ["/harbour-tunnel/amp/"],
    });
    expect(whole.stories[0]?.body()).toMatchObject({
      form: "html",
      text: '<p>The first cars. <a href="/about/">About</a> <a href="/content/files/2025/plan.pdf">Plan</a></p>',
    });
  });

  test("keeps drafts as drafts, by when they were begun, and what is scheduled for its day", () => {
    expect(whole.stories[1]).toMatchObject({ isDraft: true, date: "2026-11-22T01:02:03Z" });
    expect(whole.stories[1]?.address).toBeUndefined();
    expect(whole.stories[1]?.updated).toBeUndefined();
    expect(whole.stories[1]?.body()).toMatchObject({ text: "<p><strong>경제</strong></p>" });
    expect(whole.stories[2]).toMatchObject({ isDraft: false, date: "2030-01-01T00:00:00.000Z" });
    expect(whole.stories[2]?.address).toBeUndefined();
  });

  test("lists what readers never saw, or not all of them", () => {
    const told = whole.notes.map(({ code, item }) => `${code}: ${item}`);
    expect(told).toEqual([
      'unknown-key: post "harbour-tunnel"',
      'dropped-script: post "harbour-tunnel"',
      'not-published: post "members"',
      'not-published: post "mail"',
      'no-copy: post "nothing"',
      'other-kind: tag "#long-read"',
      "other-kind: other tables",
    ]);
    expect(whole.notes[0]?.message).toBe(
      "it says more than an article can: canonical_url, featured, meta_title",
    );
    expect(whole.notes.at(-1)?.message).toContain("members (1)");
  });

  test("lets no e-mail address, password or key through", () => {
    expect(whole.text).not.toMatch(/private\.example|secret|sk_live/);
    expect(whole.stories[0]?.authors).toEqual(["Mei Tan"]);
  });

  test("tells of the terms that its posts have, where their listings were, and of its files", () => {
    expect(whole.sites).toEqual([
      { kind: "site", title: "The Harbour", language: "en-GB", feeds: ["/rss/"], listings: ["/"] },
    ]);
    expect(whole.terms.map(({ termKind, name, oldAddresses }) => [termKind, name, oldAddresses])).toEqual([
      ["category", "Asia", []],
      ["category", "Transport", []],
      ["tag", "Transport", ["/tag/transport/"]],
      ["tag", "Asia", ["/tag/asia/"]],
      ["author", "Mei Tan", ["/author/mei/"]],
    ]);
    expect(whole.terms[2]).toMatchObject({ description: "Roads & rails" });
    expect(whole.files).toMatchObject([
      { src: "/content/files/2025/plan.pdf", belongsTo: 'post "harbour-tunnel"' },
    ]);
  });

  test("of version 0 has numbers, dates in milliseconds, one author, and a pattern of addresses", async () => {
    const { stories } = await read(
      JSON.stringify({
        meta: { exported_on: 1, version: "004" },
        data: {
          posts: [
            {
              id: 1,
              title: "Old",
              slug: "old",
              markdown: "*old*",
              html: "",
              image: "/content/images/old.png",
              page: 0,
              status: "published",
              author_id: 1,
              // 2014-01-01T00:30:00Z: the day before in New York
              published_at: 1388536200000,
            },
            {
              id: 2,
              title: "Me",
              slug: "me",
              markdown: "I.",
              page: 1,
              status: "published",
              published_at: 1388536200000,
            },
          ],
          users: [{ id: 1, name: "Jo", slug: "jo" }],
          tags: [{ id: 1, name: "Life", slug: "life" }],
          posts_tags: [{ post_id: 1, tag_id: 1 }],
          settings: [
            { key: "permalinks", value: "/:year/:month/:day/:slug/" },
            { key: "activeTimezone", value: "America/New_York" },
          ],
        },
      }),
    );
    expect(stories).toMatchObject([
      {
        kind: "article",
        date: "2014-01-01T00:30:00Z",
        categories: ["Life"],
        authors: ["Jo"],
        address: "/2013/12/31/old/",
        image: { src: "/content/images/old.png" },
      },
      { kind: "page", address: "/me/" },
    ]);
    expect(stories[0]?.body()).toMatchObject({ form: "markdown", text: "*old*" });
  });

  test("with a post that is none names its place, and the others are imported", async () => {
    const { stories, faults } = await read(
      '{"db": [{"data": {"posts": [\n  {"id": {}, "title": "A"},\n  {"id": 2, "title": "B", "html": "<p>b</p>", "status": "published"}\n]}}]}',
    );
    expect(stories.map(({ title }) => title)).toEqual(["B"]);
    expect(faults).toMatchObject([
      { stops: false, diagnostic: { file: "ghost.json", line: 2, column: 10, code: "wrong-type" } },
    ]);
  });

  test.for([
    ["is cut off", '{"db": [{"data": {"posts": [', "broken-json"],
    ["is another file", '{"data": {"orders": []}}', "wrong-type"],
    ["is no text", "\0\0\0", "binary-file"],
  ] as const)("that %s is told, and stops the import", async ([, text, code]) => {
    const { faults, stories } = await read(text);
    expect(stories).toEqual([]);
    expect(faults).toMatchObject([{ stops: true, diagnostic: { code } }]);
  });
});
