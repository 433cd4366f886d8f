/** The reading of an article: checked front matter on its way, and what is told of it. */
import { type Diagnostic, errorAt } from "../../diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../diagnostics/diagnostic-codes.ts";
import type { YamlPath, YamlSource } from "../../yaml/yaml-source.ts";
import type { ContentRules } from "../article.ts";
import type { FrontMatter } from "../front-matter.ts";
import type { ShownPictures } from "./shown-pictures.ts";

export type Reading = {
  readonly file: string;
  readonly values: FrontMatter;
  readonly yaml: YamlSource;
  readonly rules: ContentRules;
  readonly pictures: ShownPictures;
  /** What is wrong on the way, but with pictures. */
  readonly diagnostics: Diagnostic[];
};

/** Notes an error at a value of the front matter. */
export function tell(reading: Reading, path: YamlPath, code: DiagnosticCode, message: string): void {
  reading.diagnostics.push(errorAt(reading.yaml.placeOf(path), code, message));
}
