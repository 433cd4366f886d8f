/** What Dateline needs of Eleventy that its documentation does not speak of, and that its events give. */
declare module "@11ty/eleventy" {
  import type { Environment } from "nunjucks";

  /** What Eleventy knows of its configuration once all of it is read. */
  export type TemplateConfig = {
    getConfig(): {
      readonly transforms: Readonly<Record<string, unknown>>;
      readonly linters: Readonly<Record<string, unknown>>;
      readonly globalData: Data;
      readonly dataExtensions: ReadonlyMap<string, unknown>;
      readonly nunjucksGlobals: Data;
      readonly nunjucksTags: Data;
      readonly nunjucksAsyncShortcodes: Data;
      readonly nunjucksAsyncPairedShortcodes: Data;
    };
    readonly directories: {
      setViaConfigObject(directories: { readonly [Name in keyof Directories]?: string }): void;
    };
  };

  export type ExtensionMap = {
    readonly engineManager: {
      getEngine(name: string, map: ExtensionMap): Promise<{ readonly njkEnv?: Environment }>;
    };
  };
}
