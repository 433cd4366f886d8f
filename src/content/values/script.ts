/** Scripts: whether a text is written in the letters of its language. */
import { onDemand, onDemandFor } from "./on-demand.ts";

/** What is known of a text that is not. */
export type OtherScript = {
  /** In English: "Arabic", "Cyrillic". */
  readonly name: string;
  /** The language that is most often written in it, as a BCP 47 tag. */
  readonly likeliestLanguage: string;
};

/** Fewer letters say nothing: a name or two. */
const fewestLetters = 20;
/** No text need be read further than that to know its script. */
const sampleLength = 1000;

/** Codes of ISO 15924 that stand for several scripts of Unicode, or for a form of one. */
const scriptsOfCode: Readonly<Record<string, readonly string[]>> = {
  Aran: ["Arab"],
  Hans: ["Hani", "Bopo"],
  Hant: ["Hani", "Bopo"],
  Jpan: ["Hira", "Kana", "Hani"],
  Kore: ["Hang", "Hani"],
};

/** The scripts that newspapers are printed in. */
const printed = [
  ...["Arab", "Armn", "Beng", "Cyrl", "Deva", "Ethi", "Geor", "Grek", "Gujr", "Guru", "Hang", "Hani", "Hebr"],
  ...["Hira", "Kana", "Khmr", "Knda", "Laoo", "Latn", "Mlym", "Mong", "Mymr", "Sinh", "Taml", "Telu", "Thaa"],
  ...["Thai", "Tibt"],
];

const names = onDemand(() => new Intl.DisplayNames("en", { type: "script" }));

/** The script of a text most of whose letters are not those of its language; undefined where they are, or are few. */
export function otherScript(text: string, language: string): OtherScript | undefined {
  const foreign = foreignLetters(language);
  const sample = text.slice(0, sampleLength);
  const others = foreign === undefined ? "" : (sample.match(foreign) ?? []).join("");
  if (others === "") return undefined;
  const letters = (sample.match(/\p{L}+/gu) ?? []).join("");
  if (letters.length < fewestLetters || others.length * 2 <= letters.length) return undefined;
  const counts = printed.map((code) => {
    const ofCode = new RegExp(`\\p{scx=${code}}+`, "gu");
    return { code, count: (others.match(ofCode) ?? []).join("").length };
  });
  const { code, count } = counts.reduce((most, one) => (one.count > most.count ? one : most));
  if (count === 0) return undefined;
  return {
    name: names().of(code) ?? code,
    likeliestLanguage: new Intl.Locale(`und-${code}`).maximize().language,
  };
}

/** A pattern of letters that are of none of the scripts a language is written in, by CLDR's likely subtags. */
const foreignLetters = onDemandFor((language: string): RegExp | undefined => {
  const code = new Intl.Locale(language).maximize().script;
  if (code === undefined) return undefined;
  try {
    const own = (scriptsOfCode[code] ?? [code]).map((one) => `\\p{scx=${one}}`).join("");
    return new RegExp(`[\\p{L}--[${own}]]+`, "gv");
  } catch {
    // A script that Unicode does not know by this code: nothing can be said of its letters.
    return undefined;
  }
});
