/** The front matter of an article: its schema, and from it the type and the JSON Schema for editors. */
import { z } from "zod";
import { articleKinds } from "../names/article-kinds.ts";
import { focuses } from "../values/picture.ts";
import {
  choiceOf,
  language,
  line,
  moment,
  ofKind,
  oldAddress,
  siteAddress,
  slug,
  webAddress,
} from "../yaml/schema-parts.ts";

const agency = ofKind("source", line);

const placeFault = "must be a place from 1 to 5";
const place = z.int().min(1, placeFault).max(5, placeFault);

export const frontMatterSchema = z.strictObject({
  title: line.describe("The headline."),
  date: moment.optional().describe("2026-11-20 or 2026-11-20 08:30, in the site's time zone."),
  categories: z
    .array(ofKind("category", line))
    .min(1)
    .describe("At least one; where site.yaml lists categories, from that list."),
  kind: choiceOf(articleKinds)
    .optional()
    .describe("What readers are told of it, in lists too; a report has none."),
  series: line.optional().describe("The series it is a part of; parts stand in the order of their dates."),
  tags: z.array(ofKind("tag", line)).default([]).describe("Any words readers may look for."),
  description: ofKind("long", line).optional().describe("One or two sentences for lists and search engines."),
  dateline: ofKind("dateline", line)
    .optional()
    .describe("The place the report comes from, such as HONG KONG."),
  authors: z.array(ofKind("author", line)).default([]).describe("The people in the byline."),
  source: z
    .union([agency, z.strictObject({ name: agency, url: webAddress.optional() })], {
      error: "must be the agency's name, or {name: …, url: …}",
    })
    .optional()
    .describe("The agency the copy comes from."),
  image: z
    .strictObject({
      src: ofKind("picture", line).describe("The picture's file, relative to the article."),
      alt: line.describe("What the picture shows, for those who do not see it."),
      caption: ofKind("long", line).optional(),
      credit: line.optional(),
      focus: choiceOf(focuses)
        .optional()
        .describe("Where the part lies that lists must show, which cut pictures to one shape; else center."),
    })
    .optional(),
  updated: moment.optional().describe("When the story was last changed for its readers."),
  corrections: z
    .array(z.strictObject({ date: moment, text: ofKind("long", line) }))
    .default([])
    .describe("What was wrong and what is right."),
  draft: z.boolean().default(false).describe("true keeps the article out of the published site."),
  expires: moment.optional().describe("When the story is taken down: written as its date is, and after it."),
  priority: z
    .union(
      [
        place,
        z.strictObject({
          place: place.describe("1 leads, 2 to 5 stand beside it."),
          until: moment
            .optional()
            .describe("When it steps back; else it stays until another takes its place."),
        }),
      ],
      { error: `${placeFault}, or {place: …, until: …}` },
    )
    .optional()
    .describe(
      "Its place on the front page: 1 leads, 2 to 5 stand beside it. Without it, the newest stories do.",
    ),
  slug: slug.optional().describe("The last part of the address; else the file's name."),
  permalink: siteAddress.optional().describe("The whole address; else the pattern in site.yaml."),
  aliases: z.array(oldAddress).default([]).describe("Old addresses that lead here."),
  language: language.optional().describe("Where it differs from the site's: ko, ar, pt-BR."),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/**
 * Front matter without the keys that are at fault, for finding what else is wrong; undefined where nothing is sound.
 *
 * @param value what the YAML holds
 */
export function soundFrontMatter(value: unknown, faultyKeys: ReadonlySet<string>): FrontMatter | undefined {
  if (typeof value !== "object" || value === null || faultyKeys.size === 0) return undefined;
  const sound = Object.fromEntries(Object.entries(value).filter(([key]) => !faultyKeys.has(key)));
  const standIns = {
    title: "…",
    categories: ["…"],
    ...(faultyKeys.has("date") ? { date: "2000-01-01" } : {}),
  };
  const result = frontMatterSchema.safeParse({ ...standIns, ...sound });
  if (!result.success) return undefined;
  return faultyKeys.has("categories") ? { ...result.data, categories: [] } : result.data;
}

/** The JSON Schema of front matter as authors write it, in the draft that editors of YAML know. */
export function frontMatterJsonSchema(): object {
  return z.toJSONSchema(frontMatterSchema, { io: "input", target: "draft-7" });
}
