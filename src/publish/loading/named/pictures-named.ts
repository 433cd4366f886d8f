/** Articles read with the pictures that they name: of others nothing has to be known. */
import type { FileReading } from "../../../content/files/articles-folder.ts";
import type { PictureFault, Pictures, Rendition } from "../../../content/values/picture.ts";
import { readPictures } from "../../pictures/picture-reading.ts";

/** Stands for a picture that nobody has looked at. */
const unseen: Rendition = {
  src: "",
  width: 1,
  height: 1,
  sources: [],
  share: { src: "", width: 1, height: 1 },
};

/** Remembers which pictures it was asked for. */
class AskedPictures extends Map<string, Rendition | PictureFault> {
  readonly asked = new Set<string>();

  override get(file: string): Rendition | PictureFault | undefined {
    if (this.has(file)) this.asked.add(file);
    return super.get(file);
  }
}

/**
 * What comes of reading articles twice where they name pictures: first to find which.
 *
 * @param pictures the files there are, relative to the site folder
 */
export async function readWithPictures(
  siteFolder: string,
  pictures: ReadonlySet<string>,
  read: (pictures: Pictures) => FileReading[],
): Promise<FileReading[]> {
  const asking = new AskedPictures([...pictures].map((file) => [file, unseen]));
  const readings = read(asking);
  if (asking.asked.size === 0) return readings;
  const seen = await readPictures([...asking.asked], { siteFolder, thorough: true });
  return read(new Map([...asking].map(([file]) => [file, seen.get(file)?.published ?? unseen])));
}
