/** Marks of other kinds of Markdown: kramdown's attributes, callouts, links between double brackets. */
import type { BodyContext } from "./body-context.ts";

/** Takes kramdown's and Goldmark's attribute lists out, and the places where tables of contents were. */
export function withoutAttributes(text: string): string {
  const plain = text.replace(/^[ \t]{0,3}\[(?:TOC|\[_?TOC_?\])\][ \t]{0,9}$/gim, "");
  if (!/[{]|markdown=/.test(plain)) return plain;
  return plain
    .replace(
      /^[ \t]{0,3}[-*+\d.]{1,4}[ \t][^\n]{0,80}\n[ \t]{0,9}\{:[^}\n]{0,40}\btoc\b[^}\n]{0,80}\}[ \t]{0,9}$/gim,
      "",
    )
    .replace(/[ \t]{0,20}\{:(?!:)(?:[^}\n]|\n(?=[ \t]*\S)){0,300}\}/g, "")
    .replace(/\{::comment\}[\s\S]{0,20000}?\{:\/(?:comment)?\}/g, "")
    .replace(/\{::?\/?[a-z]+[^}\n]{0,100}\}/g, "")
    .replace(
      /^(#{1,6}[ \t][^\n]{0,500}?)[ \t]{0,9}\{(?:[ \t]{0,9}[#.][\w:-]+)+[ \t]{0,9}\}[ \t]{0,9}$/gm,
      "$1",
    )
    .replace(/^[ \t]{0,9}\{(?:[ \t]{0,9}[#.][\w:-]+)+[ \t]{0,9}\}[ \t]{0,9}$/gm, "")
    .replace(/[ \t]{1,9}\{#[\w:.-]{1,200}\}[ \t]{0,9}$/gm, "")
    .replace(/(\]\([^()\n]{1,500}\))\{(?=[#. \ta-z])[^{}\n]{1,200}\}/g, "$1")
    .replace(
      /(<(?:div|section|aside|figure|details)\b[^<>\n]{0,300}\smarkdown=["']?(?:1|block|span)["']?[^<>\n]{0,300}>)/g,
      "$1\n\n",
    );
}

/** Parts addresses that stand in the text from marks of Chinese and Japanese that follow at once, which no address holds. */
export function withParted(text: string): string {
  return text.replace(
    /(?<![\w<>"'(=[/`])https?:\/\/[^\s<>()[\]"'`。，、；：！？（）「」『』【】《》“”‘’…]{1,2000}(?=[。，、；：！？（）「」『』【】《》“”‘’…])/gu,
    "<$&>",
  );
}

const label: Readonly<Record<string, string>> = {
  note: "Note",
  tip: "Tip",
  info: "Info",
  important: "Important",
  warning: "Warning",
  caution: "Caution",
  danger: "Danger",
  success: "Success",
  quote: "Quote",
  abstract: "Abstract",
  example: "Example",
  question: "Question",
};

/** Makes `:::note Title` and `> [!NOTE] Title` words in bold above what they stand over, and `:name[words]{#id}` its words. */
export function withoutCallouts(text: string): string {
  if (!/:::|\[!|:[a-z-]{1,30}\[/i.test(text)) return text;
  return text
    .replace(
      /(?<=^|[\s(>*_]):[a-z][a-z-]{0,30}\[((?:[^[\]\n]|\[[^[\]\n]{0,500}\]){1,2000})\](?:\{[^{}\n]{0,200}\})?(?!\()/gim,
      "$1",
    )
    .replace(
      /^[ \t]{0,3}:{3,9}[ \t]{0,9}(?:([a-z]{1,30})(?:\[([^\]\n]{0,200})\]|[ \t](?!\{)([^\n{]{0,200}))?(?:[ \t]{0,9}\{[^}\n]{0,200}\})?)?[ \t]{0,9}$/gim,
      (_, name?: string, inBrackets?: string, behind?: string) => {
        const title = (inBrackets ?? behind ?? "").trim();
        const words = title === "" && name !== undefined ? label[name.toLowerCase()] : title;
        return words === undefined || words === "" ? "" : `\n**${words}**\n`;
      },
    )
    .replace(
      /^([ \t]{0,3}(?:>[ \t]?)+)\[!([A-Za-z]+)\][+-]?[ \t]*([^\n]*)$/gm,
      (_, quote: string, name: string, title: string) => {
        const words = title.trim() || label[name.toLowerCase()];
        return words === undefined ? quote.trimEnd() : `${quote}**${words}**\n${quote.trimEnd()}`;
      },
    );
}

/** Makes `[[Name|words]]` links where a text has the name, and words where none has; `![[photo.jpg]]` pictures. */
export function withoutWikiLinks(text: string, context: BodyContext): string {
  return text.replace(
    /(!?)\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,300}))?\]\]/g,
    (whole, picture: string, name: string, words?: string) => {
      const [page = "", part] = name.trim().split("#");
      const shown = (words ?? (page === "" ? (part ?? "") : page)).trim();
      if (picture === "!") {
        const address = context.addressOf(page);
        if (address === undefined) context.lost("![[", whole);
        return address === undefined
          ? ""
          : `![${/^\d+(?:x\d+)?$/.test(shown) || shown === page ? "" : shown}](<${address}>)`;
      }
      const address = page === "" ? "" : (context.postNamed(page)?.address ?? context.addressOf(page));
      return address === undefined
        ? shown
        : `[${shown}](<${address}${part === undefined ? "" : `#${part.toLowerCase().replace(/\s+/g, "-")}`}>)`;
    },
  );
}
