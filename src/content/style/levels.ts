/** What the house style finds, as grave as site.yaml says. */
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { HouseStyle, StyleCode } from "../diagnostics/diagnostic-codes.ts";

export type StyleFinding = { readonly place: Place; readonly code: StyleCode; readonly message: string };

/** Findings as diagnostics, as grave as the house style says. */
export function styled(findings: readonly StyleFinding[], style: HouseStyle): Diagnostic[] {
  return findings.flatMap(({ place, code, message }): Diagnostic[] => {
    const severity = style[code];
    return severity === "off" ? [] : [{ ...place, severity, code, message }];
  });
}
