/** The texts of style sheets, each read once, and places in them. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { type Place, placesIn, startOfLine } from "../../../content/diagnostics/diagnostic.ts";
import { reasonOf } from "../../../content/diagnostics/system-reasons.ts";
import { isWithin, pathFrom } from "../../../content/files/paths.ts";
import { projectFolder, templatesFolder } from "../../disk/project.js";

export class SourceTexts {
  readonly #siteFolder: string;
  readonly #texts = new Map<string, string>();
  readonly #files = new Set<string>();

  constructor(siteFolder: string) {
    this.#siteFolder = resolve(siteFolder);
  }

  /** All that were read, or looked for. */
  get files(): readonly string[] {
    return [...this.#files];
  }

  /** @throws what the system says */
  read(file: string): string {
    this.#files.add(file);
    let text = this.#texts.get(file);
    if (text === undefined) {
      text = readFileSync(file, "utf8");
      this.#texts.set(file, text);
    }
    return text;
  }

  /** Why a file that another names may not be taken in or cannot be read; undefined where it may and can. */
  faultOf(file: string, from: string): string | undefined {
    this.#files.add(file);
    try {
      if (!statSync(file).isFile()) return "it is no file";
      const real = realpathSync(file);
      const mayLieAnywhere = !this.isOfSite(from) || real.includes(`${sep}node_modules${sep}`);
      if (!mayLieAnywhere && !isWithin(real, realpathSync(this.#siteFolder))) {
        return "it lies outside the site folder; put a copy of it there";
      }
      this.read(file);
      return undefined;
    } catch (error) {
      return reasonOf(error);
    }
  }

  /** Whether a file lies in the site folder and is nobody else's: no package's. */
  isOfSite(file: string): boolean {
    return isWithin(file, this.#siteFolder) && !file.includes(`${sep}node_modules${sep}`);
  }

  /** @param line and column: 1-based */
  placeOf(file: string, line: number, column: number): Place {
    const text = this.#textOf(file);
    return placesIn(this.#label(file), text)(startOfLine(text, line - 1) + column - 1);
  }

  /** Where words stand in a file for the first time. */
  placeOfWords(file: string, words: string): Place {
    const text = this.#textOf(file);
    return placesIn(this.#label(file), text)(Math.max(0, text.indexOf(words)));
  }

  #textOf(file: string): string {
    return this.#texts.get(file) ?? "";
  }

  #label(file: string): string {
    if (isWithin(file, templatesFolder)) return `templates/${pathFrom(templatesFolder, file)}`;
    return pathFrom(isWithin(file, this.#siteFolder) ? this.#siteFolder : projectFolder, file);
  }
}
