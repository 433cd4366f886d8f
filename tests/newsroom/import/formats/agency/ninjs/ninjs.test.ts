import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ninjs } from "../../../../../../src/newsroom/import/formats/agency/ninjs/ninjs.ts";
import { entriesOf, sourceOf } from "../../read-format.ts";

const read = async (value: unknown, site = {}) => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return entriesOf(ninjs, await sourceOf("items.json", text), site);
};

/** Version 1: a key for each form of a text. */
const first = {
  uri: "urn:harbour:1",
  type: "text",
  pubstatus: "usable",
  version: "2",
  firstcreated: "2026-11-20T08:30:00+08:00",
  versioncreated: "2026-11-20T09:30:00+08:00",
  language: "en",
  urgency: 3,
  headline: "Tunnel opens",
  byline: "By Mei Tan",
  located: "Geneva",
  body_text: "plain",
  body_xhtml: "<p>GENEVA, Switzerland (HW) -- The first cars.</p>",
  description_text: "Nine years.",
  copyrightholder: "Harbour Wire",
  ednote: "Updates with cars",
  usageterms: "No archive",
  genre: [{ name: "Report" }],
  subject: [
    { name: "tunnel", code: "medtop:20000100" },
    { name: "economy", code: "medtop:04000000" },
  ],
  place: [{ name: "Geneva", rel: "mentions" }],
  person: [{ name: "Jo Doe" }],
  associations: {
    main: {
      uri: "urn:harbour:p1",
      type: "picture",
      headline: "A tunnel",
      description_text: "The mouth",
      byline: "A. Photographer",
      renditions: {
        thumb: { href: "https://cdn.example/thumb.jpg", width: 5000 },
        small: { href: "https://cdn.example/small.jpg", width: 200 },
        main: { href: "https://cdn.example/main.jpg", width: 1600 },
      },
    },
    film: {
      uri: "urn:harbour:v1",
      type: "video",
      renditions: { main: { href: "https://cdn.example/v.mp4" } },
    },
  },
};

/** Version 3: lists of values with roles, and keys in other letters. */
const third = {
  uri: "urn:harbour:3",
  standard: { name: "ninjs", version: "3.0" },
  type: "text",
  pubStatus: "usable",
  representationType: "full",
  versionCreated: "2026-11-20T08:30:00Z",
  embargoedUntil: "2030-01-01T00:00:00Z",
  language: "sv",
  headlines: [
    { role: "short", value: "Tunnel" },
    { role: "main", value: "Tunneln <b>öppnar</b>" },
  ],
  descriptions: [{ role: "summary", contentType: "text/plain", value: "Nio år." }],
  bodies: [
    { role: "ttnitf", contentType: "application/xml", value: "<X/>" },
    { role: "text", contentType: "text/plain", value: "plain" },
    { role: "html5", contentType: "text/html", value: "<h1>Tunneln öppnar</h1><p>Bilar.</p>" },
  ],
  by: "Mei Tan/TT",
  infoSources: [{ name: "TT" }],
  subjects: [{ name: "Krig", literal: "16000000" }],
  associations: [
    {
      name: "a1",
      type: "picture",
      by: "Karl/TT",
      descriptions: [{ value: "Tunneln" }],
      renditions: [
        { name: "r1", title: "Watermark", href: "https://cdn.example/w.jpg", width: 900 },
        { name: "r0", title: "Hires", href: "https://cdn.example/h.jpg", width: 800 },
      ],
    },
    { name: "a2", type: "picture", renditions: [{ name: "r0", href: "https://cdn.example/2.jpg" }] },
  ],
};

describe("an item of ninjs", () => {
  test("of version 1 becomes a story with everything that an agency says", async () => {
    const { stories, notes, faults } = await read(first);
    expect(faults).toEqual([]);
    expect(stories).toMatchObject([
      {
        id: "urn:harbour:1",
        place: { file: "items.json", line: 1 },
        title: "Tunnel opens",
        date: "2026-11-20T08:30:00+08:00",
        updated: "2026-11-20T09:30:00+08:00",
        description: "Nine years.",
        dateline: "GENEVA, Switzerland (HW)",
        categories: ["economy"],
        tags: ["tunnel", "Geneva", "Jo Doe"],
        authors: ["Mei Tan"],
        source: { name: "Harbour Wire" },
        image: { src: "https://cdn.example/main.jpg", caption: "The mouth", credit: "A. Photographer" },
        isDraft: false,
        language: "en",
      },
    ]);
    expect(stories[0]?.address).toBeUndefined();
    expect(stories[0]?.body()).toEqual({ form: "html", text: "<p>The first cars.</p>" });
    expect(notes.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'unknown-key: no place in an article for its ednote: "Updates with cars"',
      'unknown-key: no place in an article for its usageterms: "No archive"',
      'unknown-key: no place in an article for its other keys: "genre"',
    ]);
  });

  test("of version 3 waits for its embargo, and shows its second picture below its text", async () => {
    const { stories } = await read(third);
    expect(stories).toMatchObject([
      {
        title: "Tunneln öppnar",
        date: "2030-01-01T00:00:00.000Z".replace(".000", ""),
        description: "Nio år.",
        categories: ["Krig"],
        authors: ["Mei Tan"],
        source: { name: "TT" },
        image: { src: "https://cdn.example/h.jpg", caption: "Tunneln", credit: "Karl/TT" },
        language: "sv",
      },
    ]);
    expect(stories[0]?.body().text).toBe(
      '<p>Bilar.</p>\n<figure><img src="https://cdn.example/2.jpg" alt=""/></figure>',
    );
  });

  test("as Superdesk writes it has services and authors of its own", async () => {
    const { stories } = await read({
      guid: "urn:sd:1",
      type: "text",
      versioncreated: "2026-11-20T08:30:00+0000",
      headline: "A",
      body_html: "<p>x</p>",
      service: [{ code: "n", name: "National" }],
      authors: [
        { name: "Mei Tan", role: "writer" },
        { name: "Ed", role: "editor" },
      ],
      keywords: ["sea"],
      source: "AAP",
    });
    expect(stories).toMatchObject([
      {
        categories: ["National"],
        tags: ["sea"],
        authors: ["Mei Tan"],
        source: { name: "AAP" },
        date: "2026-11-20T08:30:00Z",
      },
    ]);
  });

  test("with a text in NITF alone has that", async () => {
    const { stories } = await read({
      uri: "urn:1",
      versioncreated: "2026-11-20T08:30:00Z",
      headline: "A",
      bodies: [
        {
          contentType: "application/nitf+xml",
          value: '<?xml version="1.0"?>\n<nitf><body><body.content><p>x</p></body.content></body></nitf>',
        },
      ],
    });
    expect(stories[0]?.body()).toMatchObject({ form: "html", text: "<p>x</p>" });
  });

  test("is looked for in the site's list of categories by all its subjects", async () => {
    const { stories } = await read(first, { terms: { category: { terms: [], byName: new Map() } } });
    expect(stories[0]?.categories).toEqual(["economy", "tunnel"]);
  });

  test.for([
    ["canceled", { pubstatus: "canceled" }, "not-published"],
    ["withheld", { pubStatus: "withheld" }, "not-published"],
    ["a picture", { type: "picture" }, "other-kind"],
    ["an event", { type: "event" }, "other-kind"],
    ["without a text", { body_xhtml: "", body_text: " " }, "no-copy"],
  ] as const)("that is %s is not imported, and listed", async ([, keys, code]) => {
    const { pubstatus: _, ...rest } = first;
    const { stories, notes } = await read({ ...rest, ...keys });
    expect(stories).toEqual([]);
    expect(notes).toMatchObject([{ code, item: "urn:harbour:1" }]);
  });

  test("of which the agency gave a part alone is a draft", async () => {
    const { stories, notes } = await read({ ...third, representationType: "partial" });
    expect(stories).toMatchObject([{ isDraft: true }]);
    expect(notes).toMatchObject([{ code: "summary-only" }]);
  });
});

describe("a file of ninjs", () => {
  const small = (uri: string, version: string) => ({
    uri,
    version,
    versioncreated: "2026-11-20",
    headline: version,
    body_text: "x",
  });

  test("may hold a list, of which the newest version of each item is imported", async () => {
    const { stories, notes } = await read([small("urn:a", "2"), small("urn:a", "10"), small("urn:b", "1")]);
    expect(stories.map(({ id, title }) => [id, title])).toEqual([
      ["urn:a", "10"],
      ["urn:b", "1"],
    ]);
    expect(notes).toMatchObject([{ code: "same-file", item: "urn:a" }]);
  });

  test("may be one of a folder, in which each version has its own", async () => {
    const folder = await mkdtemp(join(tmpdir(), "dateline-"));
    await writeFile(join(folder, "a2.json"), JSON.stringify(small("urn:a", "2")));
    await writeFile(join(folder, "b1.json"), JSON.stringify(small("urn:a", "1")));
    const source = {
      name: "wire/",
      path: folder,
      isFolder: true,
      head: "",
      files: ["a2.json", "b1.json", "readme.txt.gz", "sent/a.jpg"],
    };
    expect(ninjs.recognizes(source)).toBe(true);
    expect(ninjs.recognizes({ ...source, files: [...source.files, "c.xml"] })).toBe(false);
    const { stories, notes, files } = await entriesOf(ninjs, source);
    expect(stories).toMatchObject([{ title: "2", place: { file: "wire/a2.json" } }]);
    // Pictures that lie beside items are found by the paths that these name.
    expect(files).toEqual([
      {
        kind: "file",
        id: "sent/a.jpg",
        place: { file: "wire/sent/a.jpg" },
        src: "sent/a.jpg",
        path: join(folder, "sent/a.jpg"),
      },
    ]);
    expect(notes).toMatchObject([
      { code: "same-file", place: { file: "wire/b1.json" } },
      { code: "other-kind", item: "wire/", message: "1 file in it is no item and no picture" },
    ]);
  });

  test("may hold one item a line, of which one that is broken names its own", async () => {
    const lines = [small("urn:a", "1"), small("urn:b", "1")].map((item) => JSON.stringify(item));
    const { stories, faults } = await read(`${lines[0]}\n{"uri": x}\n\n${lines[1]}\n`);
    expect(stories.map(({ id, place }) => [id, place.line])).toEqual([
      ["urn:a", 1],
      ["urn:b", 4],
    ]);
    expect(faults).toMatchObject([{ diagnostic: { code: "broken-json", line: 2 } }]);
  });

  test("may hold a list in an object, as interfaces answer", async () => {
    expect((await read({ _items: [small("urn:a", "1")] })).stories).toHaveLength(1);
  });

  test("with an item that is none names its place, and the others are imported", async () => {
    const { stories, faults } = await read(
      '[\n{"headline": "A", "uri": 7},\n{"uri": "urn:b", "headline": "B", "body_text": "x"}\n]',
    );
    expect(stories.map(({ title }) => title)).toEqual(["B"]);
    expect(faults).toMatchObject([{ stops: false, diagnostic: { code: "wrong-type", line: 2, column: 26 } }]);
  });

  test("is known by what is in it", async () => {
    const known = async (value: unknown) =>
      ninjs.recognizes(await sourceOf("a.json", typeof value === "string" ? value : JSON.stringify(value)));
    expect(await known(first)).toBe(true);
    expect(await known([third])).toBe(true);
    expect(await known({ version: "https://jsonfeed.org/version/1", items: [] })).toBe(false);
    expect(await known({ db: [{ meta: { exported_on: 1 }, data: { posts: [] } }] })).toBe(false);
    expect(await known("<newsItem/>")).toBe(false);
  });
});
