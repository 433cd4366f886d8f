/** Who wrote a story: by WordPress itself, and by the plugins that know of several writers and of guests. */

import { holdsEmail, plainText } from "../../../foreign/reading/plain-text.ts";
import type { Knowledge, People, Person } from "../wxr/knowledge.ts";
import type { WxrItem } from "../wxr/wxr-records.ts";

/** The names of a byline, in order, each once; none where the archive knows the writer by an e-mail address alone. */
export function bylineOf(item: WxrItem, { people }: Knowledge): string[] {
  const ways = [writtenByline, coAuthors, molonguiAuthors, namedInField, creator];
  for (const way of ways) {
    const names = way(item, people).filter((name) => name !== "" && !holdsEmail(name));
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
}

type Way = (item: WxrItem, people: People) => string[];

/** Of Newspack: "By [Author id=5]Jane Doe[/Author] and [Author id=9]John Roe[/Author] in Hong Kong". */
const writtenByline: Way = (item) => {
  const byline = item.meta.get("_newspack_byline")?.[0] ?? "";
  if (!["1", "true"].includes(item.meta.get("_newspack_byline_active")?.[0] ?? "")) return [];
  const named = [...byline.matchAll(/\[Author\s[^[\]]*\]([^[]*)\[\/Author\]/gi)].map(([, name = ""]) =>
    plainText(name),
  );
  return named.length > 0 ? named : [withoutBy(plainText(byline))];
};

/** Of Co-Authors Plus, PublishPress Authors and Bylines: terms, whose order the archive has lost but for the first. */
const coAuthors: Way = (item, people) => {
  const terms = item.terms.filter(({ domain }) => domain === "author" || domain === "byline");
  const first = people.byLogin.get(item.field("dc:creator"))?.name;
  const names = terms.map((term) => coAuthor(term, people)?.name ?? plainText(term.name));
  return names.sort((a, b) => Number(b === first) - Number(a === first));
};

/** A term's person: of a guest it names the slug, of a user the login. */
export function coAuthor(
  { slug, name }: { readonly slug: string; readonly name: string },
  { byLogin, guests }: People,
): Person | undefined {
  return guests.get(slug.replace(/^cap-/, "")) ?? guests.get(name) ?? byLogin.get(name);
}

/** Of Molongui Authorship: `user-5`, `guest-12`. */
const molonguiAuthors: Way = (item, { byId, guestsById }) =>
  (item.meta.get("_molongui_author") ?? []).flatMap((reference) => {
    const [, kind, id = ""] = /^(user|guest)-(\d+)$/.exec(reference) ?? [];
    const person = (kind === "user" ? byId : guestsById).get(id);
    return person === undefined ? [] : [person.name];
  });

/** Custom fields that themes and plugins take for the name of a writer. */
export const bylineFields = ["largo_byline_text", "guest-author", "guest_author", "byline"] as const;

const namedInField: Way = (item) =>
  bylineFields
    .flatMap((key) => (item.meta.get(key) ?? []).map((value) => withoutBy(plainText(value))))
    .slice(0, 1);

const creator: Way = (item, { byLogin }) => {
  const login = item.field("dc:creator").trim();
  return [byLogin.get(login)?.name ?? plainText(login)];
};

function withoutBy(byline: string): string {
  return byline.replace(/^by:?\s+/i, "");
}
