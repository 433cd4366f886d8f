import { describe, expect, test } from "vitest";
import { entriesIn, item, meta, storiesIn, term, termsIn, user, wxr } from "../wxr-files.ts";

const guest = (id: string, slug: string, name: string, ...more: string[]) =>
  item(
    { "wp:post_type": "guest-author", "wp:post_id": id, "wp:post_name": `cap-${slug}`, title: name },
    meta("cap-display_name", name),
    meta("cap-user_login", slug),
    meta("cap-user_email", `${slug}@mail.example`),
    ...more,
  );

async function authorsOf(...more: string[]): Promise<readonly string[] | undefined> {
  const users = [user("2", "jane", "Jane Doe"), user("3", "john", "John Roe")];
  const entries = await entriesIn(wxr(...users, item({}, ...more), guest("40", "ann-lee", "Ann Lee")));
  return storiesIn(entries)[0]?.authors;
}

describe("the byline of a post", () => {
  test("is whoever made the post", async () => {
    expect(await authorsOf()).toEqual(["Jane Doe"]);
  });

  test("is all its authors, guests among them, whoever made it first", async () => {
    const terms = [
      term("author", "cap-ann-lee", "ann-lee"),
      term("author", "cap-john", "john"),
      term("author", "cap-jane", "jane"),
    ];
    expect(await authorsOf(...terms)).toEqual(["Jane Doe", "Ann Lee", "John Roe"]);
  });

  test("is the names of terms where nobody else has them", async () => {
    expect(await authorsOf(term("byline", "kim", "Kim Min-ji"))).toEqual(["Kim Min-ji"]);
  });

  test("is the names in a byline that was written", async () => {
    const written = "By [Author id=3]John Roe[/Author] and [Author id=9]Max Poe[/Author] in Hong Kong";
    expect(await authorsOf(meta("_newspack_byline", written), meta("_newspack_byline_active", "1"))).toEqual([
      "John Roe",
      "Max Poe",
    ]);
    expect(
      await authorsOf(meta("_newspack_byline", "By Staff"), meta("_newspack_byline_active", "1")),
    ).toEqual(["Staff"]);
    expect(await authorsOf(meta("_newspack_byline", written), meta("_newspack_byline_active", ""))).toEqual([
      "Jane Doe",
    ]);
  });

  test("is of users and guests by number, or a name in a field", async () => {
    expect(await authorsOf(meta("_molongui_author", "guest-40"), meta("_molongui_author", "user-3"))).toEqual(
      ["Ann Lee", "John Roe"],
    );
    expect(await authorsOf(meta("largo_byline_text", "By Max Poe"))).toEqual(["Max Poe"]);
  });
});

test("a guest is an author of the site with what is said of the person, but for e-mail addresses", async () => {
  const entries = await entriesIn(
    wxr(
      guest("40", "ann-lee", "Ann Lee", meta("cap-description", "Ann <b>covers</b> ports.")),
      guest("41", "kim", "Kim", meta("cap-description", "Write to kim@mail.example")),
    ),
  );
  expect(termsIn(entries)).toEqual([
    {
      kind: "term",
      termKind: "author",
      name: "Ann Lee",
      slug: "ann-lee",
      description: "Ann covers ports.",
      oldAddresses: ["https://post.example/author/ann-lee/"],
    },
    {
      kind: "term",
      termKind: "author",
      name: "Kim",
      slug: "kim",
      description: undefined,
      oldAddresses: ["https://post.example/author/kim/"],
    },
  ]);
});
