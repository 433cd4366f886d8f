/** What an export of Ghost holds: its tables, as far as they have to do with texts. */
import { z } from "zod";

const id = z.union([z.string(), z.number()]).transform(String);
const text = z.string().nullish();
const flag = z.union([z.boolean(), z.number()]).nullish().transform(Boolean);
/** Exports before version 1 write milliseconds. */
const moment = z.union([z.string(), z.number()]).nullish();
const order = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);

export const postSchema = z.looseObject({
  id,
  title: text,
  slug: text,
  html: text,
  lexical: text,
  mobiledoc: text,
  markdown: text,
  status: text,
  visibility: text,
  type: text,
  page: flag,
  published_at: moment,
  created_at: moment,
  updated_at: moment,
  custom_excerpt: text,
  feature_image: text,
  image: text,
  meta_description: text,
  locale: text,
  author_id: id.nullish(),
});

export type GhostPost = z.infer<typeof postSchema>;

const tagSchema = z.looseObject({ id, name: z.string(), slug: text, visibility: text, description: text });
export type GhostTag = z.infer<typeof tagSchema>;

const userSchema = z.looseObject({ id, name: z.string(), slug: text, bio: text, website: text });
export type GhostUser = z.infer<typeof userSchema>;

const rows = z
  .array(z.unknown())
  .nullish()
  .transform((value) => value ?? []);

/** A table whose rows join two others. Those that lack one of them join nothing. */
function rowsOf<Schema extends z.ZodType>(schema: Schema) {
  return rows.transform((values) => values.flatMap((value) => schema.safeParse(value).data ?? []));
}

/** Tables by their names. Posts are checked one by one: one that is at fault keeps none of the others from being read. */
export const tablesSchema = z.looseObject({
  posts: z.array(z.unknown()),
  tags: rowsOf(tagSchema),
  users: rowsOf(userSchema),
  posts_tags: rowsOf(z.looseObject({ post_id: id, tag_id: id, sort_order: order })),
  posts_authors: rowsOf(z.looseObject({ post_id: id, author_id: id, sort_order: order })),
  posts_meta: rowsOf(
    z.looseObject({
      post_id: id,
      meta_description: text,
      og_description: text,
      feature_image_alt: text,
      feature_image_caption: text,
      email_only: flag,
    }),
  ),
  settings: rowsOf(z.looseObject({ key: z.string(), value: z.unknown().optional() })),
});

export type GhostTables = z.infer<typeof tablesSchema>;

/** Tables that are read, or say only what belongs to what. */
export const readTables: ReadonlySet<string> = new Set([
  "posts",
  "tags",
  "users",
  "posts_tags",
  "posts_authors",
  "posts_meta",
  "settings",
]);

/** The path of the tables in an export: `{"db": [{"data": …}]}` of all versions, or `{"data": …}`. */
export function pathOfTables(value: unknown): readonly (string | number)[] | undefined {
  const hasPosts = (data: unknown) => z.object({ posts: z.array(z.unknown()) }).safeParse(data).success;
  const shape = z.object({ db: z.array(z.unknown()).optional(), data: z.unknown().optional() });
  const outer = shape.safeParse(value).data;
  if (hasPosts(outer?.data)) return ["data"];
  if (outer?.db !== undefined && hasPosts(shape.safeParse(outer.db[0]).data?.data)) return ["db", 0, "data"];
  return hasPosts(value) ? [] : undefined;
}
