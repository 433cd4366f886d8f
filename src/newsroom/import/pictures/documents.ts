/** Files of an archive that are no pictures: those that readers may open are published as they are, where they were. */
import pMap from "p-map";
import { staticFolder } from "../../../site/plan/file-conflicts.ts";
import type { OldSite } from "../addresses/placing/old-site.ts";
import type { ForeignFile } from "../foreign/foreign-item.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { type FileFinding, isFileFault } from "./file-finding.ts";
import { fileStemOf, isPictureName, keptPath } from "./file-names.ts";

export type Documents = {
  /** Its address on the site; undefined of pictures, and of what is not taken. */
  readonly addressOf: (file: ForeignFile) => string | undefined;
  /** The files of the site folder that they become, by path: where each lies now. */
  readonly files: ReadonlyMap<string, string>;
  readonly notes: readonly ImportNote[];
};

/** Kinds that run nothing in the reader's browser on behalf of the site. */
const documentName =
  /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|epub|ics|kml|kmz|gpx|zip|mp3|m4a|ogg|oga|opus|wav|mp4|m4v|webm|mov)$/i;

/** Takes the documents of an archive, in its order. @param told is called after each */
export async function takenDocuments(
  files: readonly ForeignFile[],
  { finding, old }: { readonly finding: FileFinding; readonly old: OldSite },
  told: (count: number) => void = () => undefined,
): Promise<Documents> {
  const others = files.filter(({ src }) => !isPictureName(src));
  const addresses = new Map<ForeignFile, string>();
  const placed = new Map<string, string>();
  const taken = new Set<string>();
  const notes: ImportNote[] = [];
  let count = 0;
  const found = await pMap(
    others,
    async (file) => {
      const one = documentName.test(pathOf(file)) ? await finding.find(file.src) : undefined;
      count += 1;
      told(count);
      return { file, one };
    },
    { concurrency: 4 },
  );
  for (const { file, one } of found) {
    const note = (code: "missing-file" | "untaken-file", reason: string) =>
      notes.push({
        code,
        item: file.id,
        place: file.place,
        message: `the file ${file.src.slice(0, 200)} is left out: ${reason}`,
      });
    if (one === undefined) note("untaken-file", "it is of a kind that is not published as it is");
    else if (isFileFault(one)) note("missing-file", one.fault);
    else if (one.kind !== undefined && "other" in one.kind && /HTML|SVG/.test(one.kind.other)) {
      note("untaken-file", `it is ${one.kind.other}, whatever its name says`);
    } else {
      const path = freePath(keptPath(old.within(file.src) ?? "") ?? otherPath(file), taken);
      placed.set(`${staticFolder}/${path}`, one.path);
      addresses.set(file, `/${path}`);
    }
  }
  return { addressOf: (file) => addresses.get(file), files: placed, notes };
}

function pathOf({ src }: ForeignFile): string {
  return src.split(/[?#]/)[0] ?? "";
}

/** Of a file whose own address can be none of a file here. */
function otherPath(file: ForeignFile): string {
  const ending = documentName.exec(pathOf(file))?.[0] ?? "";
  return `files/${fileStemOf(file.src)}${ending.toLowerCase()}`;
}

/** A path that no other file has; two that differ by letter case are one to some file systems. */
function freePath(path: string, taken: Set<string>): string {
  let free = path;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
    free = path.replace(/(\.[^./]+)?$/, (ending) => `-${number}${ending}`);
  }
  taken.add(free.toLowerCase());
  return free;
}
