/** Ghost's export: one JSON file with the tables of its database. */
import { readFile, stat } from "node:fs/promises";
import { decodeText } from "../../../../content/article/article-text.ts";
import { type Diagnostic, errorAt, type Place } from "../../../../content/diagnostics/diagnostic.ts";
import { valueAt } from "../../../../content/yaml/checked.ts";
import type { ForeignFormat } from "../../foreign/foreign-format.ts";
import type { ForeignEntry, ForeignFile } from "../../foreign/foreign-item.ts";
import type { ForeignSource } from "../../foreign/foreign-source.ts";
import { isJsonFault, jsonSource } from "../../foreign/reading/json-source.ts";
import { noteOf } from "../../foreign/reading/note-of.ts";
import { plainTextOf } from "../../foreign/reading/plain-text.ts";
import {
  type GhostPost,
  type GhostTables,
  pathOfTables,
  postSchema,
  readTables,
  tablesSchema,
} from "./ghost-export.ts";
import { nameOf, storyOf, whyNotPublic } from "./ghost-stories.ts";
import { isInternal, joined } from "./ghost-tables.ts";
import { UsedTerms } from "./ghost-terms.ts";

export const ghost: ForeignFormat = {
  name: "ghost",
  title: "a Ghost export",
  shape: "the JSON file of Ghost's Settings → Export; html, lexical and mobiledoc are read",
  isWhole: true,
  // Posts come long before the first 64 KB end, or the tables before them are named there.
  recognizes: ({ head, isFolder }) =>
    !isFolder &&
    /^\s*\{\s*"(?:db|meta|data)"/.test(head) &&
    /"(?:posts|exported_on|posts_tags)"\s*:/.test(head),
  read,
};

/** In bytes: the file is held as a whole. An export of a hundred thousand posts has less. */
const largest = 256 * 1024 * 1024;

async function* read(source: ForeignSource): AsyncGenerator<ForeignEntry> {
  const file = source.name;
  const found = await tablesIn(source);
  if ("diagnostic" in found) {
    yield { kind: "fault", diagnostic: found.diagnostic, stops: true };
    return;
  }
  const { tables, placeOfPost } = found;
  const joint = joined(tables);
  yield {
    kind: "site",
    title: plainTextOf(joint.setting("title")),
    language: joint.setting("locale", "lang", "default_locale", "defaultLang"),
    feeds: ["/rss/"],
    listings: ["/"],
  };
  const posts: GhostPost[] = [];
  for (const [index, row] of tables.posts.entries()) {
    const post = postSchema.safeParse(row);
    if (post.success) posts.push(post.data);
    else {
      const [issue] = post.error.issues;
      const message = `this is no post as Ghost writes it: "${issue?.path.join(".") ?? ""}" ${issue?.message ?? ""}; export again, or mend it`;
      yield {
        kind: "fault",
        diagnostic: errorAt(placeOfPost(index, issue?.path ?? []), "wrong-type", message),
        stops: false,
      };
    }
  }
  const terms = new UsedTerms();
  for (const post of posts) {
    const thing = { id: nameOf(post), place: { file } };
    const reason = whyNotPublic(post, joint);
    const made = reason === undefined ? storyOf(post, joint, file) : undefined;
    if (made === undefined) {
      yield noteOf(
        thing,
        reason === undefined
          ? { code: "no-copy", message: "it has no text" }
          : { code: "not-published", message: reason },
      );
      continue;
    }
    terms.add(post, joint);
    yield made.story;
    yield* filesOf(post, file);
    for (const part of made.lost) yield noteOf(thing, part);
  }
  yield* terms.entries();
  for (const tag of tables.tags.filter(isInternal)) {
    const message = "Ghost kept it for its themes, and no reader saw it";
    yield noteOf({ id: `tag "${tag.name}"`, place: { file } }, { code: "other-kind", message });
  }
  const others = Object.entries(tables).filter(
    ([name, rows]) => !readTables.has(name) && Array.isArray(rows) && rows.length > 0,
  );
  if (others.length > 0) {
    const counts = others.map(([name, rows]) => `${name} (${Array.isArray(rows) ? rows.length : 0})`);
    const message = `what else the export holds is no part of a publication: ${counts.join(", ")}`;
    yield noteOf({ id: "other tables", place: { file } }, { code: "other-kind", message });
  }
}

type Found = {
  readonly tables: GhostTables;
  readonly placeOfPost: (index: number, path: readonly PropertyKey[]) => Place;
};

async function tablesIn({
  name: file,
  path,
}: ForeignSource): Promise<Found | { readonly diagnostic: Diagnostic }> {
  if ((await stat(path)).size > largest) {
    const message = `the file is larger than ${largest / 1024 / 1024} MB; export fewer posts at once`;
    return { diagnostic: errorAt({ file }, "too-large", message) };
  }
  const text = decodeText(file, await readFile(path));
  const source = typeof text === "string" ? jsonSource(file, text) : text;
  if (isJsonFault(source)) return { diagnostic: source };
  const at = pathOfTables(source.value);
  const tables = tablesSchema.safeParse(at === undefined ? undefined : valueAt(source.value, at));
  if (at === undefined || !tables.success) {
    const message = 'this is no export of Ghost: it has no "posts"; take the file of Settings → Export';
    return { diagnostic: errorAt({ file }, "wrong-type", message) };
  }
  return {
    tables: tables.data,
    placeOfPost: (index, inner) => source.placeOf([...at, "posts", index, ...inner]),
  };
}

/** Sounds, videos and documents that a text names: the export tells of them nowhere else. */
function filesOf(post: GhostPost, file: string): ForeignFile[] {
  const texts = [post.html, post.lexical, post.mobiledoc, post.markdown].join("\n");
  const sources = new Set(Array.from(texts.matchAll(uploaded), ([, path = ""]) => path));
  return Array.from(sources, (src) => ({
    kind: "file",
    id: `file ${src}`,
    place: { file },
    src,
    belongsTo: nameOf(post),
  }));
}

const uploaded = /(?:__GHOST_URL__|["'(])(\/content\/(?:files|media)\/[^"'\s)<>\\?#]+)/g;
