/**
 * An article's form as the desk's editor shows it: pictures named as its picture library names them, moments by the
 * site's clocks. What nobody changed goes back into the file as the file has it.
 */
import { isMomentFault, readMoment } from "../../content/values/moment.ts";
import {
  type ArticleForm,
  articleForm,
  type FormValues,
  isRecord,
  isSameValue,
  withMoments,
} from "../../content/writing/article-form.ts";

/** Where the picture library has its files, as an address; articles at `articles/YYYY/MM/` name them from there. */
const libraryPath = "/articles/";
const fromArticle = "../../";

const pictureInText = (path: string) =>
  new RegExp(`(!\\[[^\\]\\n]*\\]\\(<?)${path}(?=[^\\n)]*\\.(?:avif|gif|jpe?g|png|webp)\\b)`, "gi");
const libraryPictures = pictureInText(libraryPath);
const articlePictures = pictureInText("\\.\\./\\.\\./");

/** The form of an article file. @param timezone the site's, an IANA name @throws UnreadableArticle */
export function shownForm(text: string, timezone: string): ArticleForm {
  const { values, body } = articleForm(text);
  return {
    // Said plainly, because the form of a new article begins with a draft.
    values: { draft: false, ...mapped(values, timezone) },
    body: body.replace(articlePictures, `$1${libraryPath}`),
  };
}

/**
 * What the editor gives back, as an article file says it.
 *
 * @param original the text of the file that the form was made from, if there is one
 */
export function fileForm(edited: ArticleForm, original: string | undefined, timezone: string): ArticleForm {
  const { image } = edited.values;
  const values = isRecord(image)
    ? { ...edited.values, image: moved(image, libraryPath, fromArticle) }
    : edited.values;
  const body = edited.body.replace(libraryPictures, `$1${fromArticle}`);
  if (original === undefined) return { values, body };
  const before = articleForm(original);
  const shown = shownForm(original, timezone);
  const isUntouched = (key: string) => isSameValue(edited.values[key], shown.values[key]);
  return {
    values: Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, isUntouched(key) ? before.values[key] : value]),
    ),
    body: edited.body === shown.body ? before.body : body,
  };
}

function mapped(values: FormValues, timezone: string): FormValues {
  const { image } = values;
  const byClocks = Object.entries(values).map(([key, value]) => [
    key,
    withMoments(value, key, (text) => byTheClock(text, timezone)),
  ]);
  return {
    ...Object.fromEntries(byClocks),
    ...(isRecord(image) && { image: moved(image, fromArticle, libraryPath) }),
  };
}

function moved(image: FormValues, from: string, to: string): FormValues {
  const { src } = image;
  return typeof src === "string" && src.startsWith(from)
    ? { ...image, src: to + src.slice(from.length) }
    : image;
}

/** A moment as clocks of the site show it, whatever offset it was written with. */
function byTheClock(text: string, timezone: string): string {
  const moment = readMoment(text, timezone);
  return isMomentFault(moment) ? text : moment.iso.slice(0, "2026-11-20T08:30".length).replace("T", " ");
}
