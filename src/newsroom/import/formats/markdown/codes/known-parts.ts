/** Figures, videos and posts of others that codes stand for, as HTML: the converter of bodies reads it. */
import { escapeAttribute, escapeUTF8 } from "entities";

/** What the words of a code say: `{% youtube ID %}`, `{{< figure src="x.jpg" caption="…" >}}`. */
export type CodeWords = {
  readonly named: ReadonlyMap<string, string>;
  readonly plain: readonly string[];
};

/** A part of a text that a code stands for, by the code's name; undefined of codes that are not known. */
export function knownPart(name: string, words: CodeWords): string | undefined {
  const { named, plain } = words;
  const id =
    named.get("id") ??
    named.get("code") ??
    named.get("video") ??
    named.get("url") ??
    named.get("src") ??
    named.get("link") ??
    plain.find((word) => word !== "");
  switch (
    name
      .toLowerCase()
      .replace(/^.*\//, "")
      .replace(/\.(?:html|md|liquid|njk)$/, "")
      .replace(/[-_]/g, "")
  ) {
    case "youtube":
    case "youtubeplayer":
    case "youtubeembed":
    case "liteyoutube":
    case "embedyoutube":
      return id === undefined
        ? undefined
        : embed(/^https?:/.test(id) ? id : `https://www.youtube.com/embed/${id}`, named.get("title"));
    case "vimeo":
    case "vimeoplayer":
      return id === undefined
        ? undefined
        : embed(/^https?:/.test(id) ? id : `https://player.vimeo.com/video/${id}`, named.get("title"));
    case "bilibili":
      return id === undefined
        ? undefined
        : embed(`https://player.bilibili.com/player.html?bvid=${id}`, named.get("title"));
    case "video":
    case "videoplayer":
    case "embed":
      return videoOf(words, id);
    case "audio":
      return id === undefined ? undefined : block(`<audio src="${attribute(id)}"></audio>`);
    case "tweet":
    case "twitter":
    case "x":
    case "xsimple":
    case "twittersimple":
      return postOfX(words);
    case "instagram":
      return id === undefined
        ? undefined
        : embed(/^https?:/.test(id) ? id : `https://www.instagram.com/p/${id}/`);
    case "gist":
      return gistOf(words);
    case "figure":
    case "image":
    case "img":
    case "picture":
    case "photo":
    case "responsiveimage":
    case "figureimage":
    case "imgproc":
    case "fig":
      return figure(words);
    default:
      return containers.test(name) ? "" : undefined;
  }
}

/** What only frames the text inside it. */
const containers =
  /^(?:note|hint|callout|admonition|alert|notice|warning|info|tip|tabs?|tabitem|tabpanel|details|fold|collapse|columns?|cols?|row|center|div|section|lead|rawhtml|raw|html|gallery|fragment|blockquote_?end|pullquote|p|markdown|md)$/i;

/** Of a picture with its caption; undefined where no picture is named. */
export function figure({ named, plain }: CodeWords): string | undefined {
  const src =
    ["src", "path", "image_path", "url", "image", "link_image", "file", "filename", "source"]
      .map((key) => named.get(key))
      .find((value) => value !== undefined && value !== "") ??
    plain.find((word) => /[/.]/.test(word) && !/^\d+(?:px|%)?$/.test(word));
  if (src === undefined || src === "") return undefined;
  const alt = named.get("alt") ?? named.get("title") ?? "";
  const title = named.get("title");
  const words = [
    // Hugo shows it above the caption: https://gohugo.io/shortcodes/figure/
    title === named.get("alt") && named.has("caption") ? undefined : title,
    named.get("caption"),
    named.get("attr") ?? named.get("credit") ?? named.get("attribution"),
  ];
  const caption = words
    .filter((word) => word !== undefined && word !== "")
    .map((word, index, { length }) => (index < length - 1 ? word?.replace(/(?<=[\p{L}\p{N}])$/u, ".") : word))
    .join(" ");
  const image = `<img src="${attribute(src)}" alt="${attribute(alt)}">`;
  const link = named.get("link") ?? named.get("href");
  const shown = link === undefined || link === "" ? image : `<a href="${attribute(link)}">${image}</a>`;
  return block(
    caption === ""
      ? `<figure>${shown}</figure>`
      : `<figure>${shown}<figcaption>${escapeUTF8(caption)}</figcaption></figure>`,
  );
}

function videoOf({ named }: CodeWords, id: string | undefined): string | undefined {
  const provider = named.get("provider")?.toLowerCase();
  if (id === undefined) return undefined;
  if (provider === "youtube") return embed(`https://www.youtube.com/embed/${id}`, named.get("title"));
  if (provider === "vimeo") return embed(`https://player.vimeo.com/video/${id}`, named.get("title"));
  if (/^https?:\/\//.test(id)) return embed(id, named.get("title"));
  return /\.(?:mp4|m4v|mov|webm|ogv)$/i.test(id)
    ? block(`<video src="${attribute(id)}"></video>`)
    : undefined;
}

function postOfX({ named, plain }: CodeWords): string | undefined {
  const words = [...named.values(), ...plain];
  const address = words.find((word) => /^https?:\/\//.test(word));
  const number =
    named.get("id") ??
    words.find((word) => /^\d{6,}$/.test(word)) ??
    words.map((word) => /\/(\d{6,})$/.exec(word)?.[1]).find(Boolean);
  if (address !== undefined) return embed(address);
  return number === undefined
    ? undefined
    : embed(`https://twitter.com/${named.get("user") ?? "i"}/status/${number}`);
}

function gistOf({ named, plain }: CodeWords): string | undefined {
  const address =
    named.get("url") ?? [named.get("user"), named.get("id"), ...plain].filter(Boolean).slice(0, 2).join("/");
  const path =
    /^(?:https?:\/\/gist\.github\.com\/)?((?:[\w-]+\/)?[\da-f]{5,40})(?:$|[/.?#])/i.exec(address)?.[1] ??
    /([\da-f]{5,40})/.exec(address)?.[1];
  return path === undefined ? undefined : embed(`https://gist.github.com/${path}`);
}

export function embed(address: string, title?: string): string {
  const named = title === undefined ? "" : ` title="${attribute(title)}"`;
  return block(`<iframe src="${attribute(address)}"${named}></iframe>`);
}

/** HTML that is a block of its own in Markdown. */
function block(html: string): string {
  return `\n\n${html}\n\n`;
}

/** In one line: a line that is empty would end the block. */
function attribute(text: string): string {
  return escapeAttribute(text.replace(/\s+/g, " ")).replace(/</g, "&lt;");
}
