/** What Dateline and its users need of Eleventy, whose package brings no types that TypeScript reads: https://www.11ty.dev/docs/config/ */
declare module "@11ty/eleventy" {
  import type { Environment } from "nunjucks";

  /** What filters, shortcodes and transforms find in `this`. */
  export type Scope = {
    readonly page: PageData;
    readonly ctx?: Readonly<Record<string, unknown>>;
    /** Of transforms and linters alone. */
    readonly inputPath?: string;
    readonly outputPath?: string | false;
    readonly url?: string | false;
  };

  /** https://www.11ty.dev/docs/data-eleventy-supplied/ */
  export type PageData = {
    readonly url: string | false;
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly fileSlug?: string;
    readonly filePathStem?: string;
    readonly date?: Date;
    readonly lang?: string;
  };

  /** A page in a collection. */
  export type CollectionItem = {
    readonly url: string | false;
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly fileSlug: string;
    readonly date: Date;
    readonly data: Readonly<Record<string, unknown>>;
    readonly page: PageData;
    readonly content: string;
    readonly rawInput: string;
  };

  export type Collections = {
    getAll(): CollectionItem[];
    getAllSorted(): CollectionItem[];
    getFilteredByTag(tag: string): CollectionItem[];
    getFilteredByTags(...tags: string[]): CollectionItem[];
    getFilteredByGlob(globs: string | readonly string[]): CollectionItem[];
  };

  /** `never`: any function will do, whatever it takes. */
  type Callback<Result = unknown> = (this: Scope, ...values: never[]) => Result;
  type Data = Readonly<Record<string, unknown>>;
  export type Plugin<Options = Data> =
    | ((eleventy: UserConfig, options: Options) => unknown)
    | { readonly configFunction: (eleventy: UserConfig, options: Options) => unknown };

  export type Directories = {
    readonly input: string;
    readonly includes: string;
    readonly data: string;
    readonly output: string;
  };

  /** What listeners of `eleventy.before` and `eleventy.after` are told. */
  export type BuildEvent = {
    readonly directories: Directories;
    readonly runMode: "build" | "serve" | "watch";
    readonly outputMode: "fs" | "json" | "ndjson";
    readonly incremental: boolean;
    /** After the build. */
    readonly results?: readonly Result[];
  };

  /** A page that was made. */
  export type Result = {
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly url: string | false;
    readonly content: string;
    readonly data?: Data;
  };

  export type Events = {
    "eleventy.before": BuildEvent;
    "eleventy.after": BuildEvent;
    "eleventy.beforeWatch": readonly string[];
    "eleventy.config": TemplateConfig;
    "eleventy.contentMap": {
      readonly inputPathToUrl: Readonly<Record<string, readonly (string | false)[]>>;
      readonly urlToInputPath: Readonly<Record<string, { readonly inputPath: string }>>;
    };
    "eleventy.directories": Directories;
    "eleventy.engine.njk": { readonly nunjucks: unknown; readonly environment: Environment };
    "eleventy.extensionmap": ExtensionMap;
    /** Files by the address that they are copied to. */
    "eleventy.passthrough": { readonly map: Readonly<Record<string, string>> };
  };

  export type UserConfig = {
    readonly directories: Directories;
    readonly events: {
      listeners(event: "eleventy.after"): readonly ((event: BuildEvent) => unknown)[];
      removeAllListeners(event: "eleventy.after"): void;
      on(event: "eleventy.after", listener: (event: BuildEvent) => unknown): void;
    };
    readonly logger: Logger;
    readonly benchmarks: { readonly config: { setIsVerbose(isVerbose: boolean): void } };
    addPlugin<Options>(plugin: Plugin<Options>, options?: Options): void;
    addFilter(name: string, filter: Callback): void;
    addAsyncFilter(name: string, filter: Callback<Promise<unknown>>): void;
    addNunjucksFilter(name: string, filter: Callback): void;
    addLiquidFilter(name: string, filter: Callback): void;
    addJavaScriptFunction(name: string, filter: Callback): void;
    getFilter(name: string): (this: unknown, ...values: unknown[]) => unknown;
    addShortcode(name: string, shortcode: Callback): void;
    addAsyncShortcode(name: string, shortcode: Callback<Promise<unknown>>): void;
    addPairedShortcode(name: string, shortcode: Callback): void;
    addPairedAsyncShortcode(name: string, shortcode: Callback<Promise<unknown>>): void;
    addNunjucksTag(name: string, tag: (nunjucks: unknown, environment: unknown) => object): void;
    addNunjucksGlobal(name: string, value: unknown): void;
    addGlobalData(name: string, value: unknown): void;
    addDataExtension(
      extensions: string,
      parser:
        | ((text: string, file: string) => unknown)
        | { readonly parser: Callback; readonly read?: boolean },
    ): void;
    addCollection(name: string, collection: (collections: Collections) => unknown): void;
    addTransform(
      name: string,
      transform: (this: Scope & PageData, content: string, outputPath: string) => string | Promise<string>,
    ): void;
    addLinter(name: string, linter: (this: Scope & PageData, content: string) => unknown): void;
    addPreprocessor(
      name: string,
      extensions: string | readonly string[],
      preprocessor: (
        this: { readonly inputPath: string },
        data: Record<string, unknown>,
        content: string,
      ) => string | false | undefined,
    ): void;
    addPassthroughCopy(
      paths: string | Readonly<Record<string, string>>,
      options?: Readonly<Record<string, unknown>>,
    ): UserConfig;
    addTemplate(path: string, content: string, data?: Data): void;
    addTemplateFormats(formats: string | readonly string[]): void;
    addExtension(extension: string | readonly string[], options: Extension): void;
    addWatchTarget(path: string, options?: { readonly resetConfig?: boolean }): void;
    addLayoutAlias(from: string, to: string): void;
    addBundle(name: string, options?: Data): void;
    getBundleManagers(): Data;
    amendLibrary(engine: string, amend: (library: never) => void): void;
    setLibrary(engine: string, library: unknown): void;
    setLiquidOptions(options: Data): void;
    setNunjucksEnvironmentOptions(options: Data): void;
    setFrontMatterParsingOptions(options: Data): void;
    setServerOptions(options: Data): void;
    setServerPassthroughCopyBehavior(behavior: "copy" | "passthrough"): void;
    setTemplateFormats(formats: string | readonly string[]): void;
    setQuietMode(quiet: boolean): void;
    setUseGitIgnore(use: boolean): void;
    setUseTemplateCache(use: boolean): void;
    on<Name extends keyof Events>(event: Name, listener: (told: Events[Name]) => unknown): void;
    on(event: string, listener: (...told: never[]) => unknown): void;
    emit(event: string, ...told: readonly unknown[]): Promise<readonly unknown[]>;
    readonly ignores: Set<string>;
    readonly watchIgnores: Set<string>;
    readonly extensionConflictMap: Data;
    readonly htmlTransformer?: { isTransformable(extension: string, context: object): boolean };
  };

  /** https://www.11ty.dev/docs/languages/custom/ */
  export type Extension = {
    readonly compile?: (
      source: string,
      inputPath: string,
    ) => ((data: never) => unknown) | undefined | Promise<((data: never) => unknown) | undefined>;
    readonly getData?: boolean | readonly string[] | ((inputPath: string) => object);
    readonly outputFileExtension?: string;
    readonly useLayouts?: boolean;
    readonly key?: string;
    readonly read?: boolean;
    readonly compileOptions?: Data;
  };

  export type Logger = {
    logWithOptions(options: {
      readonly message: string;
      readonly prefix?: string;
      readonly force?: boolean;
    }): void;
  };

  export type Options = {
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly loader?: "esm" | "cjs" | "auto";
    readonly runMode?: "build" | "serve" | "watch";
    readonly dryRun?: boolean;
    readonly config?: (eleventy: UserConfig) => unknown;
  };

  export class Eleventy {
    constructor(input?: string, output?: string, options?: Options);
    disableLogger(): void;
    init(): Promise<void>;
    readonly passthroughManager: { copyPassthrough: (what: unknown) => Promise<unknown> };
    write(): Promise<unknown>;
    toJSON(): Promise<readonly Result[]>;
  }
}
