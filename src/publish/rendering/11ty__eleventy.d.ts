/** The little of Eleventy that Dateline uses: the package brings no types of its own. */
declare module "@11ty/eleventy" {
  export type UserConfig = {
    addExtension<Data>(
      extension: string,
      options: {
        compile: (source: string, inputPath: string) => (data: Data) => Promise<undefined>;
        getData: (inputPath: string) => object;
      },
    ): void;
    addGlobalData(name: string, value: unknown): void;
  };

  export type Options = {
    configPath?: string;
    quietMode?: boolean;
    config?: (eleventy: UserConfig) => void;
  };

  export class Eleventy {
    constructor(input: string, output: string | undefined, options?: Options);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
