/** The texts of a folder, each with its values, its place in time and its address. */
import type { Diagnostic, Place } from "../../../../../content/diagnostics/diagnostic.ts";
import type { ReadingOptions } from "../../../foreign/foreign-format.ts";
import { merged } from "../folder/configuration.ts";
import { htmlName, markdownName } from "../folder/file-kinds.ts";
import { baseOf, type ForeignFolder, nameOfFolder } from "../folder/foreign-folder.ts";
import type { FileRole, OpenedSystem } from "../folder/system.ts";
import { meaningOf } from "../keys/key-meanings.ts";
import { pictureIn } from "../keys/pictures.ts";
import { type StoryValues, storyValues } from "../keys/story-values.ts";
import { frontMatterParts } from "../values/front-matter-parts.ts";
import { isValues, textAt, type Values } from "../values/values.ts";
import { dateInPath, momentIn, offsetZone } from "../values/written-moments.ts";

export type FolderText = {
  readonly file: string;
  readonly role: "article" | "page";
  /** Front matter over the defaults of the configuration. */
  readonly values: Values;
  readonly story: StoryValues;
  /** Keys by which the configuration gives one picture to many texts, which is none of this one's own. */
  readonly sharedPictures: readonly string[];
  readonly title: string;
  /** Whether the title is made of the file's name, for want of another. */
  readonly isNamedByFile: boolean;
  readonly date: string | undefined;
  readonly placeOf: (key: string) => Place;
  /** Within the host of its site. */
  readonly address: string | undefined;
  /** What links of its body name, where addresses are not known and links have to be led by files. */
  readonly targets: readonly string[];
};

export type FolderTexts = {
  readonly texts: readonly FolderText[];
  /** Texts that are none for readers, by what they are. */
  readonly others: readonly {
    readonly file: string;
    readonly role: Exclude<FileRole, "article" | "page" | "draft">;
  }[];
  readonly faults: readonly { readonly file: string; readonly diagnostic: Diagnostic }[];
};

/** Reads the front matter of every text. @param people names by the keys that stand for them */
export function folderTexts(
  folder: ForeignFolder,
  system: OpenedSystem,
  people: ReadonlyMap<string, string>,
  { site, keys }: ReadingOptions,
): FolderTexts {
  const texts: FolderText[] = [];
  const others: FolderTexts["others"][number][] = [];
  const faults: FolderTexts["faults"][number][] = [];
  const zoneOf = (date: string | undefined) =>
    system.timezone ?? system.addressZone ?? offsetZone(date) ?? site.timezone;
  for (const file of folder.files) {
    const isMarkdown = markdownName.test(file);
    if (!isMarkdown && !htmlName.test(file)) continue;
    const text = folder.textOf(file);
    const parts = typeof text === "string" ? frontMatterParts(folder.nameOf(file), text) : text;
    if ("severity" in parts) {
      // Of what is no text for readers, nothing is at fault.
      const role = system.roleOf(file, {});
      if (role === "article" || role === "draft" || (role === "page" && isMarkdown))
        faults.push({ file, diagnostic: parts });
      else others.push({ file, role: role === "page" ? "other" : role });
      continue;
    }
    const role = system.roleOf(file, parts.values);
    if (role !== "article" && role !== "page" && role !== "draft") {
      others.push({ file, role });
      continue;
    }
    const own = parts.values ?? {};
    const open = withoutMeanings(system.defaultsOf(file), own, keys);
    const sharedPictures = Object.keys(open).filter(
      (key) => meaningOf(key, keys) === "image" && pictureIn(open[key]) !== undefined,
    );
    const values = merged(without(open, sharedPictures), own);
    const story = storyValues(values, {
      keys,
      timezone: system.timezone,
      siteZone: site.timezone,
      tagsBySpaces: system.tagsBySpaces ?? false,
      people,
    });
    const inAddress = ["permalink", "path", "url", "slug"].map(
      (key) => dateInPath(`${textAt(own, key) ?? ""}/x`)?.date,
    );
    const date = story.date ?? dateInPath(file)?.date ?? inAddress.find((one) => one !== undefined);
    const heading = story.title ?? headingOf(parts.body);
    const title = heading ?? nameOfFolder(nameInPath(file));
    const kind = role === "page" && (story.date !== undefined || date === undefined) ? "page" : "article";
    const placed = {
      file,
      values,
      title,
      role: kind,
      categories: story.categories,
      tags: story.tags,
    } as const;
    if (kind === "page" && parts.body.trim() === "") {
      // Its layout makes it: a front page, an archive, a list of tags.
      others.push({ file, role: "listing" });
      continue;
    }
    const address = system.addressOf({ ...placed, moment: momentIn(date, zoneOf(date)) });
    texts.push({
      file,
      role: kind,
      values,
      story: role === "draft" ? { ...story, isDraft: true } : story,
      sharedPictures,
      title,
      isNamedByFile: heading === undefined,
      date,
      // The lines of ten thousand front matters are not kept.
      placeOf: (key) => placesOf(folder, file)(key),
      address: story.isDraft || role === "draft" ? undefined : address,
      targets: address === undefined ? targetsIn(parts.body) : [],
    });
  }
  return { texts, others, faults };
}

function placesOf(folder: ForeignFolder, file: string): (key: string) => Place {
  const name = folder.nameOf(file);
  const text = folder.textOf(file);
  const parts = typeof text === "string" ? frontMatterParts(name, text) : text;
  return "severity" in parts ? () => ({ file: name }) : parts.placeOf;
}

/** Defaults but for those that a text says under another key: `author` where it has `authors`. */
function withoutMeanings(defaults: Values, own: Values, keys: ReadingOptions["keys"]): Values {
  const tables = Object.values(own).filter(isValues);
  const said = new Set(
    [own, ...tables].flatMap((table) => Object.keys(table).map((key) => meaningOf(key, keys))),
  );
  const isOpen = (key: string) => {
    const meaning = meaningOf(key, keys);
    return meaning === undefined || meaning === "table" || meaning === "nothing" || !said.has(meaning);
  };
  return Object.fromEntries(Object.entries(defaults).filter(([key]) => isOpen(key)));
}

function without(values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)));
}

/** The heading that a text opens with. */
export function headingOf(body: string): string | undefined {
  const [, marked, underlined] =
    /^\s{0,200}(?:#[ \t]+([^\n]{1,300}?)[ \t]*#*[ \t]*(?:\{[^}\n]*\})?(?:\n|$)|([^\s#>*-][^\n]{0,300})\n=+[ \t]*(?:\n|$))/.exec(
      body.slice(0, 2000),
    ) ?? [];
  const heading = (marked ?? underlined)?.replace(/\[([^\]]*)\]\([^)]*\)|[*_`]{1,3}/g, "$1").trim();
  return heading === "" ? undefined : heading;
}

/** The name of a text's file without its date, or of its folder, where the file is called "index". */
export function nameInPath(file: string): string {
  return dateInPath(file)?.name ?? baseOf(file.replace(/(?<=.)\/_?index\.[^/]+$/, ".x"));
}

function targetsIn(body: string): readonly string[] {
  const found = body.matchAll(
    /\]\(\s{0,3}<?([^\s()<>#]{1,500}\.(?:md|markdown|mdx))|\[\[([^[\]|#\n]{1,300})/g,
  );
  return Array.from(found, ([, link, name]) => link ?? `[[${name ?? ""}`);
}
