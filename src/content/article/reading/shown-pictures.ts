/** The pictures that an article shows, and what is wrong with those it names. */
import { type Diagnostic, errorAt, type Place } from "../../diagnostics/diagnostic.ts";
import {
  isPictureFault,
  type Pictures,
  pictureFileOf,
  type Rendition,
  untakenKind,
} from "../../values/picture.ts";
import { isWebAddress } from "../../yaml/schema-parts.ts";
import type { Article } from "../article.ts";

export class ShownPictures {
  readonly diagnostics: Diagnostic[] = [];
  readonly #places = new Map<string, Place>();
  readonly #articleFile: string;
  readonly #pictures: Pictures;

  constructor(articleFile: string, pictures: Pictures) {
    this.#articleFile = articleFile;
    this.#pictures = pictures;
  }

  /** How a picture is published; undefined where it is not. */
  renditionOf(src: string): Rendition | undefined {
    const { picture } = this.#find(src);
    return picture === undefined || isPictureFault(picture) ? undefined : picture;
  }

  /** Notes a picture that the article names, or tells what is wrong with it. */
  note(src: string, place: Place): void {
    const { file, picture } = this.#find(src);
    if (file === undefined || picture === undefined) {
      this.diagnostics.push(lostPicture(src, place));
    } else if (isPictureFault(picture)) {
      this.diagnostics.push(errorAt(place, picture.code, `${file}: ${picture.message}`));
    } else if (!this.#places.has(file)) {
      this.#places.set(file, place);
    }
  }

  /** The same for one in the body, where it needs a description. */
  noteInBody(src: string, place: Place, isDescribed: boolean): void {
    this.note(src, place);
    if (isDescribed) return;
    const message = "the picture has no description; write what it shows between the square brackets";
    this.diagnostics.push(errorAt(place, "missing-alt", message));
  }

  /** Those that are published, each where it was noted first. */
  get noted(): Article["pictures"] {
    return [...this.#places].map(([file, place]) => ({ file, place }));
  }

  #find(src: string) {
    const file = pictureFileOf(src, this.#articleFile, this.#pictures);
    return { file, picture: file === undefined ? undefined : this.#pictures.get(file) };
  }
}

function lostPicture(src: string, place: Place): Diagnostic {
  if (isWebAddress(src)) {
    const message = `pictures on other sites are not shown; save "${src}" beside the article and name the file`;
    return errorAt(place, "missing-image", message);
  }
  const kind = untakenKind(src);
  if (kind !== undefined) return errorAt(place, "untaken-image", kind);
  const message = `there is no picture "${src}" in the articles folder; the path is relative to the article`;
  return errorAt(place, "missing-image", message);
}
