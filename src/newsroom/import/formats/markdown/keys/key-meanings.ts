/** What the keys of other systems' front matter mean. */

export type Meaning =
  | "title"
  | "date"
  | "publishDate"
  | "updated"
  | "description"
  | "dateline"
  | "categories"
  | "tags"
  | "keywords"
  | "authors"
  | "source"
  | "sourceUrl"
  | "image"
  | "imageAlt"
  | "imageCaption"
  | "imageCredit"
  | "corrections"
  | "draft"
  | "published"
  | "status"
  | "secret"
  | "expires"
  | "language"
  | "slug"
  | "address"
  | "aliases"
  | "redirect"
  | "table"
  | "nothing";

/** Keys by meaning, without hyphens, underscores and letter case; where several stand, the first has the say. */
const keysOf: Readonly<Record<Meaning, string>> = {
  title: "title headline posttitle",
  date: "date pubdate pubdatetime published_on publishedat publisheddate datepublished published_date created createdat createddate createdon dateCreated posted postdate",
  publishDate: "publishdate",
  updated:
    "updated update lastmod lastmodified lastmodifiedat modified modifiedat modifieddate moddatetime updatedat updateddate updatedon dateupdated datemodified lastupdated lastupdate edited editedat",
  description:
    "description excerpt summary lede lead standfirst dek deck subtitle subheadline subhead abstract teasertext tagline intro metadescription",
  dateline: "dateline",
  categories: "categories category section sections channel",
  tags: "tags tag topics topic labels series",
  keywords: "keywords",
  authors: "authors author byline writer writers creator contributors",
  source: "source agency originalsource sourcename",
  sourceUrl: "sourceurl sourcelink originalurl",
  image:
    "image featuredimage featureimage featured_img cover coverimage heroimage hero banner bannerimage headerimage headerimg header feature photo picture img images photos ogimage socialimage shareimage teaser postimage thumbnail thumb thumbnailimage",
  imageAlt: "imagealt alt coveralt heroimagealt coverimagealt thumbnailalt featuredimagealt imagedescription",
  imageCaption:
    "imagecaption caption covercaption heroimagecaption coverimagecaption featuredimagecaption photocaption",
  imageCredit:
    "imagecredit credit photocredit covercredit heroimagecredit coverimagecredit featuredimagecredit headerimgcredit photographer",
  corrections: "corrections",
  draft: "draft",
  published: "published publish",
  status: "status unlisted",
  secret: "private password protected",
  expires: "expirydate expires expiry expirationdate unpublishdate unpublished",
  language: "lang language locale",
  slug: "slug",
  address: "permalink url path saveas",
  aliases: "aliases alias redirectfrom oldurl oldurls oldpermalink redirects",
  redirect: "redirectto redirecturl",
  table: "extra params taxonomies",
  nothing:
    "layout template type kind toc tableofcontents weight order position comments comment commentid disqusid nocomment mathjax math katex usemath mermaid menu menus nav navigation sidebar class classes bodyclass css js scripts stylesheets theme insearchindex sitemap robots noindex share sharing related pin pinned sticky top featured hidden hide showtoc tocopen showdate showreadingtime readingtime haschildren parent navorder navexclude cascade outputs outputformats headless iscjklanguage markup resources eleventyexcludefromcollections eleventynavigation eleventycollections eleventycomputed headerstyle headermask headerbgcss catalog lightbox linktitle linkedtitle id guid uid postid wordpressid draftmode notoc searchable build editurl custom_edit_url hidetableofcontents sidebarposition sidebarlabel paginationnext paginationprev displayedsidebar renderreadingtime titlehtml searchhidden hidemeta disableshare postslink footer",
};

const meanings: ReadonlyMap<string, Meaning> = new Map(
  meaningNames().flatMap((meaning) =>
    keysOf[meaning].split(" ").map((key) => [plainKey(key), meaning] as const),
  ),
);

/** What Dateline calls the values that a meaning stands for: `--map` names keys by it. */
const ours: Readonly<Record<string, Meaning>> = {
  title: "title",
  date: "date",
  updated: "updated",
  description: "description",
  dateline: "dateline",
  categories: "categories",
  tags: "tags",
  authors: "authors",
  source: "source",
  image: "image",
  corrections: "corrections",
  draft: "draft",
  expires: "expires",
  language: "language",
  slug: "slug",
  permalink: "address",
  aliases: "aliases",
};

/** The meaning of a key; undefined where it is not known. @param keys as `--map` has them */
export function meaningOf(key: string, keys: ReadonlyMap<string, string | null>): Meaning | undefined {
  const told = keys.get(key);
  if (told === null) return "nothing";
  if (told !== undefined) return Object.hasOwn(ours, told) ? ours[told] : undefined;
  return meanings.get(plainKey(key));
}

/** Of keys with one meaning, which has the say: the lower comes first. Those of `--map` come before all. */
export function rankOf(key: string, meaning: Meaning, keys: ReadonlyMap<string, string | null>): number {
  return keys.has(key) ? -1 : keysOf[meaning].split(" ").map(plainKey).indexOf(plainKey(key));
}

/** `last_modified_at`, `lastModifiedAt` and `Last-Modified-At` are one. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/g, "");
}

function meaningNames(): Meaning[] {
  const isMeaning = (name: string): name is Meaning => Object.hasOwn(keysOf, name);
  return Object.keys(keysOf).filter(isMeaning);
}
