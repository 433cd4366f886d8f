/** docs/diagnostics.md: every diagnostic there is, for those who look one up. */
import { compareText } from "./diagnostic.ts";
import { type DiagnosticDescription, diagnosticCodes } from "./diagnostic-codes.ts";

const introduction = `# Diagnostics

What \`npm run check\`, the build and the preview may tell you, by code. This page is made by \`npm run diagnostics\`.

An *error* stops the build: nothing is published. A *warning* does not. What is marked *style* is the house style:
a warning unless \`site.yaml\` says otherwise.

\`\`\`yaml
style:
  missing-source: error
  lonely-category: off
\`\`\`

`;

/** The page as Markdown. */
export function diagnosticsPage(): string {
  const codes: [string, DiagnosticDescription][] = Object.entries(diagnosticCodes);
  const rows = codes
    .sort(([a], [b]) => compareText(a, b))
    .map(([code, { severity, meaning, example, advice }]) =>
      row([`\`${code}\``, severity, meaning, example, advice]),
    );
  const head = [
    row(["code", "severity", "what it means", "for example", "what to do"]),
    "|---|---|---|---|---|\n",
  ];
  return introduction + [...head, ...rows].join("");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("*", "\\*")).join(" | ")} |\n`;
}
