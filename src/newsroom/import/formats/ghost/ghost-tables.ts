/** The tables of an export, joined: what belongs to each post. */
import { grouped } from "../../../../content/values/grouped.ts";
import type { GhostPost, GhostTables, GhostTag, GhostUser } from "./ghost-export.ts";

export type JoinedTables = {
  /** Those readers saw, the first of them before the others. */
  readonly publicTagsOf: (post: GhostPost) => readonly GhostTag[];
  readonly authorsOf: (post: GhostPost) => readonly GhostUser[];
  readonly metaOf: (post: GhostPost) => GhostTables["posts_meta"][number] | undefined;
  /** A value of the settings, by the first of its names that has one. */
  readonly setting: (...names: readonly string[]) => string | undefined;
};

export function joined(tables: GhostTables): JoinedTables {
  const tags = new Map(tables.tags.map((tag) => [tag.id, tag]));
  const users = new Map(tables.users.map((user) => [user.id, user]));
  const tagsByPost = grouped(tables.posts_tags, ({ post_id }) => post_id);
  const authorsByPost = grouped(tables.posts_authors, ({ post_id }) => post_id);
  const metaByPost = new Map(tables.posts_meta.map((meta) => [meta.post_id, meta]));
  const settings = new Map(tables.settings.map(({ key, value }) => [key, value]));
  return {
    publicTagsOf: (post) =>
      inOrder(tagsByPost.get(post.id) ?? []).flatMap(({ tag_id }) => {
        const tag = tags.get(tag_id);
        return tag === undefined || isInternal(tag) ? [] : [tag];
      }),
    authorsOf: (post) => {
      const ids = inOrder(authorsByPost.get(post.id) ?? []).map(({ author_id }) => author_id);
      const known = ids.length === 0 && post.author_id ? [post.author_id] : ids;
      return known.flatMap((id) => users.get(id) ?? []);
    },
    metaOf: (post) => metaByPost.get(post.id),
    setting: (...names) => names.map((name) => settings.get(name)).find(isText),
  };
}

/** Ghost keeps tags whose names begin with "#" for its themes: no reader sees them. */
export function isInternal({ name, visibility }: GhostTag): boolean {
  return visibility === "internal" || name.startsWith("#");
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function inOrder<Row extends { readonly sort_order: number }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => a.sort_order - b.sort_order);
}
