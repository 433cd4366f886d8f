/** Files of a folder that are no stories, told in few words. */
import { grouped } from "../../../../../content/values/grouped.ts";
import type { ImportNote } from "../../../foreign/import-notes.ts";
import { htmlName, markdownName, mediaName, otherTextName } from "../folder/file-kinds.ts";
import type { ForeignFolder } from "../folder/foreign-folder.ts";
import type { FolderTexts } from "./placed-texts.ts";

/** Each text in another language, and the others together by what they are. */
export function passedOverNotes(
  folder: ForeignFolder,
  system: string,
  others: FolderTexts["others"],
): ImportNote[] {
  const note = (file: string, code: ImportNote["code"], message: string): ImportNote => ({
    code,
    item: file,
    place: { file: folder.nameOf(file) },
    message,
  });
  const texts = folder.files.flatMap((file) => {
    const language = otherTextName(file);
    return language === undefined
      ? []
      : [note(file, "other-kind", `it is ${language}, which is not read; make it Markdown, by pandoc say`)];
  });
  const by = grouped(others, ({ file, role }) =>
    role === "other" && htmlName.test(file) ? "template" : role,
  );
  const outside = (by.get("other") ?? []).map(({ file }) =>
    note(file, "other-kind", `it lies where ${system} publishes no stories from, or has no front matter`),
  );
  const hidden = (by.get("hidden") ?? []).map(({ file }) =>
    note(file, "not-published", `${system} is told not to publish it`),
  );
  const listings = by.get("listing") ?? [];
  const machine = [...(by.get("template") ?? []).map(({ file }) => file), ...folder.files.filter(isMachines)];
  return [
    ...texts,
    ...outside,
    ...hidden,
    ...together(
      listings.map(({ file }) => file),
      "listings",
      "list other pages, as Dateline's own listings do, or have no text but what their layout makes",
    ),
    ...together(machine, "templates, styles and settings", "make the old site, and are not needed"),
  ];

  function together(files: readonly string[], item: string, says: string): ImportNote[] {
    const [first] = files;
    if (first === undefined) return [];
    const names = files.slice(0, 5).join(", ");
    const more = files.length > 5 ? ` and ${files.length - 5} more` : "";
    return [
      {
        code: "other-kind",
        item,
        place: { file: folder.nameOf(first) },
        message: `files that ${says}: ${files.length} (${names}${more})`,
      },
    ];
  }
}

function isMachines(file: string): boolean {
  return (
    !markdownName.test(file) &&
    !htmlName.test(file) &&
    !mediaName.test(file) &&
    otherTextName(file) === undefined
  );
}
