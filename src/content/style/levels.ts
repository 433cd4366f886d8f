/** The house style: what a copy desk would mark, each thing with a code that site.yaml can switch. */
import { z } from "zod";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { diagnosticCodes, type StyleCode } from "../diagnostics/diagnostic-codes.ts";

const level = z.enum(["error", "warning", "off"], { error: "must be error, warning or off" });

/** `style` of site.yaml. */
export const houseStyleSchema = z.strictObject({
  "broken-link": switchOf("broken-link"),
  "dateline-form": switchOf("dateline-form"),
  "dateline-in-body": switchOf("dateline-in-body"),
  "description-too-long": switchOf("description-too-long"),
  "headline-full-stop": switchOf("headline-full-stop"),
  "headline-in-body": switchOf("headline-in-body"),
  "headline-too-long": switchOf("headline-too-long"),
  "left-over-markup": switchOf("left-over-markup"),
  "lines-in-paragraph": switchOf("lines-in-paragraph"),
  "lonely-category": switchOf("lonely-category"),
  "missing-credit": switchOf("missing-credit"),
  "missing-source": switchOf("missing-source"),
  "near-duplicate": switchOf("near-duplicate"),
  "other-script": switchOf("other-script"),
  "similar-tags": switchOf("similar-tags"),
  "unready-link": switchOf("unready-link"),
  "updated-before-published": switchOf("updated-before-published"),
} satisfies Record<StyleCode, z.ZodType>);

export type HouseStyle = z.infer<typeof houseStyleSchema>;

export type StyleFinding = { readonly place: Place; readonly code: StyleCode; readonly message: string };

/** Findings as diagnostics, as grave as the house style says. */
export function styled(findings: readonly StyleFinding[], style: HouseStyle): Diagnostic[] {
  return findings.flatMap(({ place, code, message }): Diagnostic[] => {
    const severity = style[code];
    return severity === "off" ? [] : [{ ...place, severity, code, message }];
  });
}

function switchOf(code: StyleCode) {
  return level.default("warning").describe(diagnosticCodes[code].meaning);
}
