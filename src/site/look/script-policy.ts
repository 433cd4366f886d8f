/** What scripts that site.yaml names need of the policy by which browsers load and connect. */
import type { ScriptSettings } from "./look-settings.ts";

/** Origins beside the site's own. */
export type OpenOrigins = {
  /** Where scripts are loaded from. */
  readonly scripts: readonly string[];
  /** Where scripts may connect to. */
  readonly connections: readonly string[];
};

export function openOrigins(scripts: readonly ScriptSettings[] = []): OpenOrigins {
  return {
    scripts: unique(scripts.flatMap(({ src }) => (src.startsWith("/") ? [] : [new URL(src).origin]))),
    connections: unique(scripts.flatMap(({ connect }) => connect.map((origin) => new URL(origin).origin))),
  };
}

function unique(origins: readonly string[]): string[] {
  return [...new Set(origins)];
}
