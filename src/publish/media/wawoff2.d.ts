/** Google's WOFF2 reader: the package brings no types of its own. */
declare module "wawoff2" {
  /** From WOFF2 to TrueType. */
  export function decompress(font: Uint8Array): Promise<Uint8Array>;
}
