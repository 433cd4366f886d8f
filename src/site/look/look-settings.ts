/** What site.yaml says of how the site looks, beside its styles: logo, icon, colour, menu, footer, scripts. */
import { z } from "zod";
import type { DiagnosticCode } from "../../content/diagnostics/diagnostic-codes.ts";
import { isPlainLink } from "../../content/markup/link-scheme.ts";
import type { SizedFile } from "../../content/values/picture.ts";
import { line } from "../../content/yaml/schema-parts.ts";
import { contrast, leastContrast, papers, readableIn, type Scheme, wholeColour } from "./colours.ts";
import { shareSchema } from "./share-links.ts";

/** A logo with the size that it is shown in, in pixels, and the one that takes its place in the dark. */
export type ShownLogo = SizedFile & { readonly dark?: SizedFile | undefined };

/** A colour for each scheme; of one alone the other is made. */
export type Accent = { readonly [One in Scheme]: string };

const colour = z.string().transform((text, context) => {
  const whole = wholeColour(text);
  if (whole !== undefined) return whole;
  context.addIssue({ code: "custom", message: `must be a colour such as "#0b6e4f", not "${text}"` });
  return z.NEVER;
});

/** @param scheme whose paper the colour stands on */
function readableColour(scheme: Scheme) {
  return colour.superRefine((text, context) => {
    const found = contrast(text, papers[scheme]);
    if (found >= leastContrast) return;
    const way = scheme === "light" ? "darker" : "lighter";
    context.addIssue({
      code: "custom",
      message: `is hard to read on the ${scheme} paper: its contrast is ${Math.floor(found * 100) / 100}, and ${leastContrast} is the least; take a ${way} one, such as "${readableIn(scheme, text)}"`,
      params: { code: "low-contrast" satisfies DiagnosticCode },
    });
  });
}

const accent = z
  .union([
    readableColour("light").transform((light): Accent => ({ light, dark: readableIn("dark", light) })),
    z.strictObject({ light: readableColour("light"), dark: readableColour("dark") }),
  ])
  .describe('A colour such as "#0b6e4f", in quotation marks, or {light, dark} with one for each scheme.');

/** Where a link of the menu or the footer leads: an address, or the name of a category. */
const target = line.refine((to) => !to.startsWith("//") && (!isAddress(to) || isPlainLink(to)), {
  error: (issue) =>
    `must be a category's name, an address on the site that begins with a slash, or a whole web address, not "${issue.input}"`,
  params: { code: "bad-url" satisfies DiagnosticCode },
});

const siteLink = z.strictObject({
  label: line,
  to: target.describe("A category's name, an address on the site such as /about/, or a web address."),
});

export type SiteLink = z.infer<typeof siteLink>;

/** Whether a target is an address, and no category's name. */
export function isAddress(to: string): boolean {
  return to.startsWith("/") || /^[a-z][a-z\d+.-]*:\S/i.test(to);
}

function isOrigin(text: string): boolean {
  return isSecure(text) && new URL(text).origin === text.toLowerCase();
}

function isSecure(text: string): boolean {
  return /^https:\/\//i.test(text) && URL.canParse(text) && !/[\s;,'"]/.test(text);
}

const secureAddress = z.string().refine(isSecure, {
  error: "must be a whole web address that starts with https://",
  params: { code: "bad-url" satisfies DiagnosticCode },
});

const script = z.strictObject({
  src: z
    .string()
    .refine((src) => isSecure(src) || /^\/[^/\\\s][^\\\s]*$/.test(src), {
      error: 'must start with https://, or be the address of a file in static/, such as "/counter.js"',
      params: { code: "bad-url" satisfies DiagnosticCode },
    })
    .describe("Its address: https://…, or /counter.js for static/counter.js."),
  connect: z
    .array(
      z.string().refine(isOrigin, {
        error: (issue) =>
          `must be an origin such as https://counter.example, without a path, not "${issue.input}"`,
        params: { code: "bad-url" satisfies DiagnosticCode },
      }),
    )
    .default([])
    .describe("The origins that it talks to."),
  data: z
    .record(z.string(), line)
    .superRefine((data, context) => {
      for (const name of Object.keys(data)) {
        if (/^[a-z][a-z\d-]*$/.test(name)) continue;
        const message = 'must be a name in lower case, such as "site-id"';
        context.addIssue({ code: "custom", message, path: [name] });
      }
    })
    .default({})
    .describe("What it finds in its data-… attributes: {domain: news.example}."),
});

export type ScriptSettings = z.infer<typeof script>;

const picture = line.describe("Its file, relative to the site folder.");

export const lookSchemas = {
  share: shareSchema,
  logo: z
    .union([picture, z.strictObject({ light: picture, dark: picture })])
    .optional()
    .describe(
      "A picture or an SVG beside site.yaml, in the place of the title; {light, dark} for one to each scheme.",
    ),
  icon: z
    .string()
    .regex(/\.(?:svg|png)$/i, { error: "must be the name of an SVG or a PNG file" })
    .optional()
    .describe("An SVG, or a square PNG of 180 pixels or more, beside site.yaml."),
  accent: accent.optional(),
  navigation: z
    .array(siteLink)
    .optional()
    .describe("The menu; without it, the latest articles and the categories that are listed."),
  footer: z
    .strictObject({
      links: z.array(siteLink).default([]),
      text: line.optional(),
    })
    .optional(),
  social: z
    .array(secureAddress)
    .optional()
    .describe("The publication elsewhere: https://social.example/@paper"),
  scripts: z
    .array(script)
    .optional()
    .describe("Scripts of others, on every page. Readers' browsers load no others."),
};
