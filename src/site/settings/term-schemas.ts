/** The lists of terms in site.yaml, as they are written. */
import { z } from "zod";
import { choiceOf, line, slug, webAddress } from "../../content/yaml/schema-parts.ts";

const termFields = {
  name: line,
  slug: slug.optional(),
  description: line.optional(),
  aliases: z
    .array(line)
    .default([])
    .describe(
      "Other names articles may use for it, and old addresses of its listing, which start with a slash.",
    ),
};

const policy = choiceOf(["index", "noindex", "noindex-news", "canonical"]);

export type SourcePolicy = z.infer<typeof policy>;

/** Tags and their slugs: `C++: cpp`. */
export const shortTags = z.record(
  line.refine((name) => !Object.hasOwn(termFields, name)),
  slug,
);

export const termListSchemas = {
  categories: z.array(z.strictObject(termFields)).min(1).optional(),
  tags: z
    .union(
      [
        shortTags,
        z
          .array(
            z.union([shortTags, z.strictObject(termFields)], {
              error: "must be {name: …} or a tag and its slug, such as C++: cpp",
            }),
          )
          .min(1),
      ],
      { error: "must be a list of tags such as {name: …}, or lines such as C++: cpp" },
    )
    .optional()
    .describe("Tags with a slug of their own, a description or other names. All other tags stay free."),
  authors: z
    .array(
      z.strictObject({
        ...termFields,
        url: webAddress.optional(),
        bio: line.optional(),
        picture: line.optional().describe("The picture's file, relative to the site folder."),
        links: z.array(webAddress).default([]).describe("The author elsewhere: whole addresses."),
      }),
    )
    .min(1)
    .optional(),
  sources: z
    .array(z.strictObject({ ...termFields, url: webAddress.optional(), policy: policy.optional() }))
    .min(1)
    .optional(),
};
