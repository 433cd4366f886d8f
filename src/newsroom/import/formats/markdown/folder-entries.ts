/** Everything a folder of Markdown holds, as entries: its site, terms, stories, files and what is none of these. */
import { decoded, withoutEndSlashes } from "../../../../content/values/address.ts";
import type { ReadingOptions } from "../../foreign/foreign-format.ts";
import type { ForeignEntry, ForeignFile, ForeignPicture, ForeignStory } from "../../foreign/foreign-item.ts";
import type { ForeignSource } from "../../foreign/foreign-source.ts";
import type { ImportNote } from "../../foreign/import-notes.ts";
import { markdownName, mediaName, pictureName } from "./folder/file-kinds.ts";
import { type ForeignFolder, folderOf, foreignFolder } from "./folder/foreign-folder.ts";
import type { OpenedSystem } from "./folder/system.ts";
import { linkedTexts, termsOf } from "./reading/archive-terms.ts";
import { bodyText } from "./reading/body-text.ts";
import { type KnownAddresses, knownAddresses } from "./reading/known-addresses.ts";
import { passedOverNotes } from "./reading/passed-over.ts";
import { knownPeople } from "./reading/people.ts";
import { type FolderText, type FolderTexts, folderTexts, nameInPath } from "./reading/placed-texts.ts";
import { KeyTally } from "./reading/unknown-keys.ts";
import { plainFolder } from "./systems/plain-folder.ts";
import { systems } from "./systems/systems.ts";
import { frontMatterParts } from "./values/front-matter-parts.ts";

export function folderEntries(source: ForeignSource, options: ReadingOptions): readonly ForeignEntry[] {
  const folder = foreignFolder(source);
  const system = (
    systems.find(({ recognizes }) => source.isFolder && recognizes(folder)) ?? plainFolder
  ).open(folder);
  const people = knownPeople(folder, system);
  const { texts, others, faults } = folderTexts(folder, system, people.names, options);
  const known = knownAddresses(folder, system, texts);
  const origin = /^[a-z]+:\/\/[^/]+/i.exec(system.site.url ?? "")?.[0] ?? "";
  const whole = (path: string) =>
    /^[a-z][a-z\d+.-]*:/i.test(path) ? path : origin + (path.startsWith("/") ? path : `/${path}`);
  const keys = new KeyTally();
  const shown = texts.filter(({ story }) => story.withheld === undefined);
  const linked = linkedTexts(shown, known);
  const stories = shown.map((text) =>
    storyOf(text, { folder, system, known, whole, isLinked: linked.has(text.file) }),
  );
  for (const { story, sharedPictures, placeOf } of texts) {
    for (const key of story.unknown) keys.add("unknown", key, () => placeOf(key));
    for (const key of story.passedOver) keys.add("passedOver", key, () => placeOf(key));
    for (const key of sharedPictures) keys.add("sharedPicture", key, () => placeOf(key));
  }
  const notes = [
    ...texts.flatMap(notesOf),
    ...faults.map(faultNote),
    ...unknownAddresses(shown, system.name, folder),
    ...passedOverNotes(folder, system.name, others),
    ...keys.notes(),
  ];
  return [
    ...[...system.faults, ...faults.map(({ diagnostic }) => diagnostic)].map(
      (diagnostic): ForeignEntry => ({ kind: "fault", diagnostic, stops: false }),
    ),
    { kind: "site", ...system.site, feeds: system.site.feeds?.map(whole) },
    ...people.terms,
    ...termsOf(shown, system, whole),
    ...stories,
    ...folder.files
      .filter((file) => mediaName.test(file))
      .map((file) => fileOf(file, folder, whole(known.ofFile(file)))),
    ...notes.map((note): ForeignEntry => ({ kind: "note", note })),
  ];
}

type StoryContext = {
  readonly folder: ForeignFolder;
  readonly system: OpenedSystem;
  readonly known: KnownAddresses;
  readonly whole: (path: string) => string;
  /** Whether texts of the folder link to it, though it had no address that is known. */
  readonly isLinked: boolean;
};

function storyOf(text: FolderText, { folder, system, known, whole, isLinked }: StoryContext): ForeignStory {
  const { file, role, title, date, story, address } = text;
  const {
    unusable: _,
    unknown: _1,
    passedOver: _2,
    withheld: _3,
    image,
    oldAddresses = [],
    ...values
  } = story;
  const base = /^[a-z]+:\/\/[^/]+(.*?)\/*$/i.exec(system.site.url ?? "")?.[1] ?? "";
  const olds = oldAddresses.map((old) =>
    whole(/^[a-z]+:/i.test(old) || old.startsWith(`${base}/`) ? old : `${base}/${old.replace(/^\//, "")}`),
  );
  return {
    ...values,
    kind: role,
    id: file,
    place: { file: folder.nameOf(file), line: 1 },
    title,
    slug: slugOfAddress(address) ?? values.slug ?? nameInPath(file),
    date,
    image: pictureOf(image, file, { folder, known, whole }),
    address: address === undefined ? undefined : whole(address),
    oldAddresses: isLinked ? [...olds, `/${file}`] : olds,
    body: () => {
      const read = folder.textOf(file);
      const parts = typeof read === "string" ? frontMatterParts(file, read) : read;
      if ("severity" in parts) return { form: "markdown", text: "" };
      return bodyText(file, parts.body, system.codes, {
        title,
        page: text.values,
        config: system.config,
        addressOf: (target) => known.resolve(file, target) ?? named(known, target),
        postNamed: known.named,
        included: (name) => includedText(folder, file, name),
      });
    },
  };
}

/** The last part of an address without its ending; undefined of a front page. */
function slugOfAddress(address: string | undefined): string | undefined {
  const last =
    withoutEndSlashes(address ?? "")
      .split("/")
      .at(-1) ?? "";
  return decoded(last).replace(/\.html?$/, "") || undefined;
}

/** Of what Jekyll includes, Markdown is text for readers; HTML mostly makes the page around it. */
function includedText(folder: ForeignFolder, from: string, name: string): string | undefined {
  const places = [`_includes/${name}`, `src/_includes/${name}`, `${folderOf(from)}/${name}`];
  const file = places.find((place) => markdownName.test(place) && folder.has(place));
  const text = file === undefined ? undefined : folder.textOf(file);
  const parts = typeof text === "string" ? frontMatterParts(name, text) : undefined;
  return parts === undefined || "severity" in parts ? undefined : parts.body;
}

/** Hugo's `ref "name.md"` names a text wherever it lies. */
function named(known: KnownAddresses, target: string): string | undefined {
  const [, path = "", part = ""] = /^([^#]*)(.*)$/s.exec(target) ?? [];
  if (!/\.(?:md|markdown|mdx)$/.test(path)) return undefined;
  const address = known.named(path.split("/").at(-1) ?? "")?.address;
  return address === undefined ? undefined : address + part;
}

/** The lead picture that front matter names, or that lies beside a text of a folder of its own. */
function pictureOf(
  image: ForeignPicture | undefined,
  file: string,
  { folder, known, whole }: Pick<StoryContext, "folder" | "known" | "whole">,
): ForeignPicture | undefined {
  if (image !== undefined) {
    // Themes take it for a path from the root, with a slash before it or not.
    const address = known.resolve(file, image.src) ?? known.resolve(file, `/${image.src}`);
    return address === undefined ? image : { ...image, src: whole(address) };
  }
  if (!/(?:^|\/)index\.[^/]+$/.test(file)) return undefined;
  const beside = folder
    .inFolder(folderOf(file))
    .find((one) => pictureName.test(one) && /(?:^|\/)[^/]*(?:featured?|cover|thumbnail)[^/]*$/i.test(one));
  return beside === undefined ? undefined : { src: whole(known.ofFile(beside)) };
}

function fileOf(file: string, folder: ForeignFolder, src: string): ForeignFile {
  return { kind: "file", id: file, place: { file: folder.nameOf(file) }, src, path: folder.pathOf(file) };
}

function notesOf({ file, story, placeOf, title, isNamedByFile }: FolderText): ImportNote[] {
  const notes: ImportNote[] = story.unusable.map(
    ({ key, message }): ImportNote => ({
      code: "unusable-value",
      item: file,
      place: placeOf(key),
      message: `${key}: ${message}`,
    }),
  );
  if (isNamedByFile) {
    notes.push({
      code: "made-up-title",
      item: file,
      place: placeOf("title"),
      message: `it has no title; its file gives it "${title}"`,
    });
  }
  if (story.withheld === undefined) return notes;
  return [
    ...notes,
    {
      code: "not-published",
      item: file,
      place: placeOf("status"),
      message: `it is none for readers: ${story.withheld}`,
    },
  ];
}

/** Told once: what an address is made of is mostly the same for all. */
function unknownAddresses(texts: readonly FolderText[], system: string, folder: ForeignFolder): ImportNote[] {
  const without = texts.filter(({ address, story }) => address === undefined && story.isDraft !== true);
  const [first] = without;
  if (first === undefined) return [];
  const [count, were] = without.length === 1 ? ["1 text", "was"] : [`${without.length} texts`, "were"];
  const message = `where ${count} of ${system} ${were} published is not known, so nothing leads on from there: ${first.file}${without.length === 1 ? "" : " and others"}`;
  return [{ code: "lost-address", item: "addresses", place: { file: folder.nameOf(first.file) }, message }];
}

function faultNote({ file, diagnostic }: FolderTexts["faults"][number]): ImportNote {
  const { severity: _, code: _1, message, ...place } = diagnostic;
  return { code: "at-fault", item: file, place, message };
}
