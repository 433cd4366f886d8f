/** Links and pictures that are named by a file of the folder, led to where the file was published. */
import type { BodyContext } from "./body-context.ts";

const inMarkdown =
  /(\]\(\s{0,3})(<[^<>\n]{1,2000}>|[^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,2000})?)/g;
const definition = /^([ \t]{0,3}\[[^[\]\n]{1,300}\]:[ \t]{0,10})(<[^<>\n]{1,2000}>|[^\s<>]{1,2000})/gm;
const inHtml =
  /(<[a-z][^<>]{0,1000}?\s(?:src|href|poster)\s{0,3}=\s{0,3})("[^"\n]{1,2000}"|'[^'\n]{1,2000}')/gi;

/** @param resolve the address of what a link names, undefined where it stays as it is */
export function withAddresses(text: string, resolve: BodyContext["addressOf"]): string {
  const led = (whole: string, before: string, written: string): string => {
    const [, open = "", target = "", close = ""] = /^([<"']?)(.*?)([>"']?)$/.exec(written) ?? [];
    const address = resolve(target);
    if (address === undefined || address === target) return whole;
    const needsBrackets = open === "" && /[\s()<>]/.test(address);
    return `${before}${needsBrackets ? "<" : open}${address}${needsBrackets ? ">" : close}`;
  };
  if (!/[\])=]/.test(text)) return text;
  return text.replace(inMarkdown, led).replace(definition, led).replace(inHtml, led);
}
