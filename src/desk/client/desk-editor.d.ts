/** What the desk uses of its editor: https://sveltiacms.app/en/docs/api */
type FileFormat = {
  fromFile: (text: string) => object;
  toFile: (content: Record<string, unknown>) => string;
};

declare const editor: {
  registerCustomFormat(name: string, extension: string, format: FileFormat): void;
  init(options: { config: object }): Promise<void>;
};

export default editor;
