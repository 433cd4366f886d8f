/** What has to be known of a publication before it begins, and the questions where that is not given. */
import { canonicalLanguage } from "../../content/values/language.ts";
import { isTimeZone } from "../../content/values/moment.ts";
import { singleLine } from "../../content/yaml/schema-parts.ts";
import { isSiteUrl } from "../../site/settings/site.ts";
import type { Answerer } from "../terminal/new-questions.ts";

export type NewSite = {
  readonly title: string;
  readonly url: string;
  /** BCP 47 */
  readonly language: string;
  /** IANA */
  readonly timezone: string;
};

export type GivenSite = { readonly [Key in keyof NewSite]: string | undefined };

/** What is wrong with a value, for whoever gave it. */
export const siteFaults: { readonly [Key in keyof NewSite]: (value: string) => string | undefined } = {
  title: (value) => (singleLine(value) === "" ? "A publication has a name." : undefined),
  url: (value) =>
    isSiteUrl(value) ? undefined : `"${value}" is not the address of a site, such as https://news.example`,
  language: (value) =>
    canonicalLanguage(value) === undefined
      ? `"${value}" is not a language tag, such as en, ko or pt-BR`
      : undefined,
  timezone: (value) =>
    isTimeZone(value) ? undefined : `"${value}" is not a zone of the IANA database, such as Asia/Seoul`,
};

/**
 * Asks for name and address if they are missing; and then, since someone is there, for language and time zone, which else are
 * English and the machine's.
 */
export async function completedSite(
  given: GivenSite,
  write: Answerer["write"],
  zone: string,
): Promise<NewSite> {
  const mayAsk = given.title === undefined || given.url === undefined;
  const orElse = async (key: "language" | "timezone", question: string, usual: string) => {
    const fault = (answer: string) => (answer.trim() === "" ? undefined : siteFaults[key](answer.trim()));
    const answer =
      given[key] ?? (mayAsk ? await write(`${question}; nothing means ${usual}`, fault) : undefined);
    return answer === undefined || answer.trim() === "" ? usual : answer.trim();
  };
  return {
    title: given.title ?? (await write("Name of the publication", siteFaults.title)),
    url: (
      given.url ??
      (await write("Address, such as https://news.example; it can be changed later", siteFaults.url))
    ).trim(),
    language: await orElse("language", "Language of its articles, such as en, ko or pt-BR", "en"),
    timezone: await orElse("timezone", "Time zone, such as Asia/Seoul", zone),
  };
}
