/** What pages rest on beside their own values, as digests: when one of them changes, all that rest on it are made anew. */
import { digestOf, digestOfValue } from "../../content/values/digest.ts";
import { onDemandFor } from "../../content/values/on-demand.ts";
import { recordTemplate } from "../../search/making/index-part.ts";
import type { Plan } from "../../site/plan/plan.ts";
import { codeVersion } from "../disk/project.js";
import type { AssetAddresses } from "../rendering/assets/assets.ts";
import type { TemplateGraph } from "../rendering/templates/template-graph.ts";
import { pageKeys } from "./page-key.ts";

export type Basis = {
  /** The key of a page, or of a value that a template makes something else of. */
  readonly keyOf: (kind: string, value: object) => string;
  /** What all pages of a kind rest on. */
  readonly ofKind: (kind: string) => string;
  /** Whether no key tells when what is made of a kind changes, so that it is made anew each time. */
  readonly isVolatile: (kind: string) => boolean;
  /** Of the search index, whatever the articles are; undefined where no digest tells. */
  readonly search: string | undefined;
  /** What may be the cause of a change: digests by name. */
  readonly causes: Readonly<Record<string, string>>;
};

/** Names of causes that are neither an article nor a template. */
export const codeCause = "Dateline's own code";
export const settingsCause = "site.yaml";
export const assetsCause = "styles and scripts";

export async function readBasis(
  { settings }: Plan,
  assets: AssetAddresses,
  graph: TemplateGraph,
): Promise<Basis> {
  const code = await codeVersion();
  const settingsDigest = digestOfValue(settings);
  const looks = digestOfValue(assets);
  const ofKind = onDemandFor((kind: string) =>
    digestOf(code, settingsDigest, looks, graph.digestOf(templateOf(kind))),
  );
  return {
    keyOf: pageKeys(ofKind),
    ofKind,
    isVolatile: (kind) => graph.isVolatile(templateOf(kind)),
    search: graph.isVolatile(recordTemplate) ? undefined : digestOf(code, graph.digestOf(recordTemplate)),
    causes: {
      [codeCause]: code,
      [settingsCause]: settingsDigest,
      [assetsCause]: looks,
      ...Object.fromEntries([...graph.fileDigests].map(([name, digest]) => [`templates/${name}`, digest])),
    },
  };
}

/** What pages of each kind rest on, and feeds. */
export function basesOf({ pages }: Plan, { ofKind }: Basis): Record<string, string> {
  return Object.fromEntries([...Object.keys(pages), "feed"].map((kind) => [kind, ofKind(kind)]));
}

function templateOf(kind: string): string {
  return kind === "feed" ? "partials/feed-content.njk" : `pages/${kind}.njk`;
}
