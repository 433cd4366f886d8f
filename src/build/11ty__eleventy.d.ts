/** The little of Eleventy that Dateline uses: the package brings no types of its own. */
declare module "@11ty/eleventy" {
  export type UserConfig = {
    addDataExtension(
      extension: string,
      options: { read: boolean; parser: (file: string) => Promise<unknown> },
    ): void;
    addExtension(
      extension: string,
      options: {
        compile: (source: string, inputPath: string) => (data: Record<string, unknown>) => string;
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
    constructor(input: string, output: string, options?: Options);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
