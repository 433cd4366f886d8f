/** Which address a link means that names a file, a post or a path of its folder. */
import { posix } from "node:path";
import { decoded } from "../../../../../content/values/address.ts";
import { onDemand } from "../../../../../content/values/on-demand.ts";
import { markdownName } from "../folder/file-kinds.ts";
import { baseOf, type ForeignFolder, folderOf } from "../folder/foreign-folder.ts";
import type { OpenedSystem } from "../folder/system.ts";
import type { FolderText } from "./placed-texts.ts";

export type KnownAddresses = {
  /** The address of a text, which stands for it in links also where it had none. */
  readonly ofText: (file: string) => string | undefined;
  /** Where a file that is no text was. */
  readonly ofFile: (file: string) => string;
  /** Of what a link in a file names; undefined where it is no file or text of the folder. */
  readonly resolve: (from: string, target: string) => string | undefined;
  readonly named: (
    name: string,
  ) => { readonly address: string | undefined; readonly title: string; readonly file: string } | undefined;
};

/** Roots that a path may start from which is written with a slash, or with a sign of the system before it. */
const roots = ["", "content/", "source/", "static/", "src/", "src/content/", "docs/"];
const endings = ["", ".md", ".markdown", ".mdx", "/index.md", "/index.mdx", "/_index.md"];

export function knownAddresses(
  folder: ForeignFolder,
  system: OpenedSystem,
  texts: readonly FolderText[],
): KnownAddresses {
  const byFile = new Map(texts.map((text) => [text.file, text]));
  /** Addresses of the texts that folders of their own belong to. */
  const bundles = onDemand(
    () =>
      new Map(
        texts.flatMap(({ file, address }) =>
          baseOf(file) === "index" && address !== undefined ? [[folderOf(file), address]] : [],
        ),
      ),
  );
  const names = onDemand(() => {
    const known = new Map<string, FolderText>();
    for (const text of texts) {
      for (const name of namesOf(text)) if (!known.has(name)) known.set(name, text);
    }
    return known;
  });
  const filesByName = onDemand(() => {
    const known = new Map<string, string>();
    for (const file of folder.files) {
      const name = posix.basename(file).toLowerCase();
      if (!known.has(name)) known.set(name, file);
    }
    return known;
  });
  const ofText = (file: string) => {
    const text = byFile.get(file);
    return text === undefined ? undefined : (text.address ?? `/${file}`);
  };
  const ofFile = (file: string) => {
    for (let dir = folderOf(file); dir !== ""; dir = folderOf(dir)) {
      const address = bundles().get(dir);
      if (address !== undefined) return `${address.replace(/[^/]*$/, "")}${file.slice(dir.length + 1)}`;
    }
    return system.fileAddress(file);
  };
  const named = (name: string) => {
    const text = names().get(name.trim().toLowerCase().replace(/^\/+/, "").replace(markdownName, ""));
    return text && { address: text.address ?? `/${text.file}`, title: text.title, file: text.file };
  };

  const resolve = (from: string, target: string): string | undefined => {
    const [, path = "", suffix = ""] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
    if (path === "" || /^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) return undefined;
    const term = /^[{|](tag|category|author)[}|](.+)$/.exec(path);
    if (term !== null) {
      const kind = term[1] === "tag" || term[1] === "author" ? term[1] : "category";
      return system.termAddresses(kind, decoded(term[2] ?? ""))[0];
    }
    const marked =
      /^(?:[{|](?:filename|static|attach|index)[}|]|@site\/|@\/|~\/|\$lib\/)/.exec(path)?.[0] ?? "";
    const plain = decoded(path.slice(marked.length));
    for (const candidate of candidatesOf(from, plain, marked)) {
      const address =
        ofText(candidate) ??
        (folder.has(candidate) && !markdownName.test(candidate) ? ofFile(candidate) : undefined);
      if (address !== undefined) return address + suffix;
    }
    // Notes name pictures without their folders.
    const byName = plain.includes("/") ? undefined : filesByName().get(plain.toLowerCase());
    if (byName !== undefined && !markdownName.test(byName) && system.codes.includes("wiki"))
      return ofFile(byName) + suffix;
    return marked === "" ? undefined : `/${plain.replace(/^\//, "")}${suffix}`;
  };
  return { ofText, ofFile, resolve, named };
}

function candidatesOf(from: string, path: string, marked: string): string[] {
  const isRooted = path.startsWith("/") || (marked !== "" && !/^[{|]/.test(marked));
  const stem = from.replace(/\.[^./]+$/, "");
  const places = isRooted
    ? roots.map((root) => root + path.replace(/^\/+/, ""))
    : [
        posix.join(folderOf(from), path),
        posix.join(stem, path),
        // Last from where the folder begins: Eleventy's pictures are named so.
        ...["content/", "source/", ""].map((root) => root + path),
      ];
  const normal = places
    .map((place) => posix.normalize(place).replace(/\/$/, ""))
    .filter((place) => !place.startsWith(".."));
  return /\.\w{2,8}$/.test(path)
    ? normal
    : normal.flatMap((place) => endings.map((ending) => place + ending));
}

/** What others call a text by: its file with or without folders and date. */
function namesOf({ file, title, values }: FolderText): string[] {
  const stem = file
    .replace(/\.[^./]+$/, "")
    .replace(/\/index$/, "")
    .toLowerCase();
  const base = baseOf(`${stem}.x`);
  const inPosts = /(?:^|\/)_posts\/(.+)$/.exec(stem)?.[1];
  const slug = values["slug"];
  return [
    ...(inPosts === undefined ? [] : [inPosts, stem.replace(/(?:^|\/)_posts\//, "/").replace(/^\//, "")]),
    base,
    base.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_]/, ""),
    ...(typeof slug === "string" ? [slug.toLowerCase()] : []),
    stem,
    title.toLowerCase(),
  ];
}
