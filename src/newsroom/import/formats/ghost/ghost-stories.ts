/** Posts and pages of Ghost as stories. */
import { DateTime } from "luxon";
import type { ForeignPicture, ForeignStory } from "../../foreign/foreign-item.ts";
import type { LostPart } from "../../foreign/import-notes.ts";
import { holdsEmail, plainTextOf } from "../../foreign/reading/plain-text.ts";
import { ghostBody, siteAddresses } from "./body/ghost-body.ts";
import type { GhostPost, GhostUser } from "./ghost-export.ts";
import type { JoinedTables } from "./ghost-tables.ts";

/** By which an archive of Ghost knows a post. */
export function nameOf(post: GhostPost): string {
  return `${isPage(post) ? "page" : "post"} "${post.slug ?? post.id}"`;
}

/** Why readers never saw a post, or not all of them. Undefined where it is to be imported. */
export function whyNotPublic(post: GhostPost, tables: JoinedTables): string | undefined {
  const { visibility, status } = post;
  if (visibility && visibility !== "public") {
    return `it is for members only (visibility "${visibility}"), and would be for everybody here; make it public in Ghost and export again, if that is meant`;
  }
  if (status === "sent" || tables.metaOf(post)?.email_only)
    return "it was sent as a mail and never published";
  if (status && !["published", "draft", "scheduled"].includes(status)) return `its status is "${status}"`;
  return undefined;
}

/** A post as a story, with what is lost of it beside its text; undefined where it has no text. */
export function storyOf(
  post: GhostPost,
  tables: JoinedTables,
  file: string,
): { readonly story: ForeignStory; readonly lost: readonly LostPart[] } | undefined {
  if (ghostBody(post) === undefined) return undefined;
  const isDraft = post.status === "draft";
  const [published, created, updated] = [post.published_at, post.created_at, post.updated_at].map(momentOf);
  const date = published ?? created;
  const [first, ...others] = tables.publicTagsOf(post).map(({ name }) => name);
  const meta = tables.metaOf(post);
  const address = post.status === "published" ? addressOf(post, tables) : undefined;
  const authors = tables.authorsOf(post);
  return {
    story: {
      kind: isPage(post) ? "page" : "article",
      id: nameOf(post),
      place: { file },
      title: plainTextOf(post.title) ?? "",
      slug: post.slug ?? undefined,
      date,
      updated: !isDraft && isLater(updated, date) ? updated : undefined,
      description: plainTextOf(
        post.custom_excerpt || meta?.meta_description || post.meta_description || meta?.og_description,
      ),
      categories: first === undefined ? [] : [first],
      tags: others,
      authors: authors.flatMap((user) => bylineOf(user) ?? []),
      image: leadPicture(post, tables),
      isDraft,
      language: post.locale || undefined,
      address,
      // Ghost had them until its version 5.
      oldAddresses: address === undefined || isPage(post) ? undefined : [`${address}amp/`],
      body: () => ghostBody(post) ?? { form: "html", text: "" },
    },
    lost: [...lostKeys(post, meta), ...lostScripts(post)],
  };
}

/** The name of an author; undefined where it is an e-mail address. */
export function bylineOf({ name }: GhostUser): string | undefined {
  return holdsEmail(name) ? undefined : plainTextOf(name);
}

export function isPage(post: GhostPost): boolean {
  return post.type === "page" || post.page;
}

/** The address of a post, by the pattern that exports before version 2 name; later ones lie below `/`. */
function addressOf(post: GhostPost, tables: JoinedTables): string | undefined {
  if (!post.slug) return undefined;
  const pattern = isPage(post) ? "/:slug/" : (tables.setting("permalinks") ?? "/:slug/");
  const zone = tables.setting("active_timezone", "activeTimezone", "timezone") ?? "utc";
  const day = DateTime.fromISO(momentOf(post.published_at) ?? "", { zone });
  const [author] = tables.authorsOf(post);
  const parts = new Map([
    ["slug", post.slug],
    ["id", post.id],
    ["author", author?.slug ?? "author"],
    ["primary_author", author?.slug ?? "author"],
    ["primary_tag", tables.publicTagsOf(post)[0]?.slug ?? "all"],
    ...(day.isValid
      ? ([
          ["year", day.toFormat("yyyy")],
          ["month", day.toFormat("MM")],
          ["day", day.toFormat("dd")],
        ] as const)
      : []),
  ]);
  return pattern.replace(/:([a-z_]+)/g, (whole, name: string) => parts.get(name) ?? whole);
}

/** In an ISO form with its offset; Ghost writes UTC. */
function momentOf(value: string | number | null | undefined): string | undefined {
  if (typeof value === "number") {
    const moment = DateTime.fromMillis(value, { zone: "utc" });
    return moment.isValid ? (moment.toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
  }
  const text = value?.trim() ?? "";
  if (text === "") return undefined;
  return /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(text)
    ? `${text.replace(" ", "T")}Z`
    : text;
}

/** Whether one is after another by a minute or more: less lies between two writes of one publication. */
function isLater(one: string | undefined, other: string | undefined): boolean {
  return Date.parse(one ?? "") - Date.parse(other ?? "") >= 60_000;
}

function leadPicture(post: GhostPost, tables: JoinedTables): ForeignPicture | undefined {
  const src = post.feature_image || post.image;
  if (!src) return undefined;
  const meta = tables.metaOf(post);
  return {
    src: siteAddresses(src),
    alt: plainTextOf(meta?.feature_image_alt),
    caption: plainTextOf(meta?.feature_image_caption),
  };
}

/** Keys that stand in the post, or in exports of later versions beside it, and have no place here. */
const placeless = [
  "canonical_url",
  "featured",
  "frontmatter",
  "meta_title",
  "og_image",
  "og_title",
  "og_description",
  "twitter_image",
  "twitter_title",
  "twitter_description",
] as const;

function lostKeys(post: GhostPost, meta: object | undefined): LostPart[] {
  const values: Readonly<Record<string, unknown>> = { ...post, ...meta };
  const found = placeless.filter((key) => Boolean(values[key]));
  if (found.length === 0) return [];
  return [{ code: "unknown-key", message: `it says more than an article can: ${found.join(", ")}` }];
}

function lostScripts(post: GhostPost): LostPart[] {
  const found = ["codeinjection_head", "codeinjection_foot"].filter((key) => Boolean(post[key]));
  if (found.length === 0) return [];
  return [
    { code: "dropped-script", message: `code that was put into its page is left out: ${found.join(", ")}` },
  ];
}
