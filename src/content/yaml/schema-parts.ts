/** Pieces that the schemas of front matter and site.yaml share. */
import { z } from "zod";
import type { DiagnosticCode } from "../diagnostics/diagnostic-codes.ts";
import { isOldAddress, readOldAddress } from "../names/old-address.ts";
import type { TermKind } from "../names/terms.ts";
import { addressFault } from "../values/address.ts";
import { canonicalLanguage } from "../values/language.ts";
import { fitsFileName, slugLimitBytes, slugOf } from "../values/slug.ts";

/** One line of text: NFC, runs of white space and control characters made one space. */
export const line = z.string().transform(singleLine).pipe(z.string().min(1));

/** What a text stands for that no pattern tells: how it is fixed, and what the desk asks for it by, follow from that. */
export type ValueKind = TermKind | "moment" | "picture" | "dateline" | "long";

/** A text of a kind. */
export function ofKind<Schema extends z.ZodType>(kind: ValueKind, text: Schema): Schema {
  return text.meta({ kind });
}

/** Text that is read as a moment in the site's time zone, which alone gives it a meaning. */
export const moment = ofKind("moment", z.string());

/** An absolute http or https address. */
export const webAddress = z.string().refine(isWebAddress, {
  error: "must be a whole web address that starts with https:// or http://",
  params: { code: "bad-url" satisfies DiagnosticCode },
});

/** One of several texts. */
export function choiceOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: `must be ${values.slice(0, -1).join(", ")} or ${values.at(-1)}` });
}

/** A slug an author chose, in the form that `slugOf` gives. */
export const slug = line
  .refine((text) => text === slugOf(text), {
    error: (issue) => `must be in lower case with hyphens for spaces: "${slugOf(String(issue.input))}"`,
    params: { code: "bad-slug" satisfies DiagnosticCode },
  })
  .refine(fitsFileName, {
    error: `is too long for a file name; shorten it to ${slugLimitBytes} bytes`,
    params: { code: "slug-too-long" satisfies DiagnosticCode },
  });

/** A path on this site: `/about/us/`. */
export const siteAddress = addressWithout(addressFault);

/** An address that something had before: `/About.html`, `/?p=123`. */
export const oldAddress = addressWithout((text) => {
  const reading = readOldAddress(text);
  return isOldAddress(reading) ? undefined : reading;
});

/** @param faultOf says what is wrong with an address, in words */
function addressWithout(faultOf: (address: string) => string | undefined) {
  return z.string().refine((text) => faultOf(text) === undefined, {
    error: ({ input }) => `${faultOf(String(input))}: "${input}"`,
    params: { code: "bad-address" satisfies DiagnosticCode },
  });
}

/** A BCP 47 language tag, made canonical. */
export const language = z
  .string()
  .refine((tag) => canonicalLanguage(tag) !== undefined, {
    error: ({ input }) => `must be a language tag such as en, ko or pt-BR, not "${input}"`,
    params: { code: "bad-language" satisfies DiagnosticCode },
  })
  .transform((tag) => canonicalLanguage(tag) ?? tag);

/** NFC, and every run of white space and control characters one space. */
export function singleLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Whether the text is an absolute http or https address, with the slashes that make it one on every page. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
