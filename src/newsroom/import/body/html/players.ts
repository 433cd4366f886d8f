/** What embedded players, posts and maps show, and where the public finds it. */

export type Embedded = {
  /** What it is, in a word. */
  readonly kind: Kind;
  /** Whose it is, where it has no title. */
  readonly name: string;
  readonly address: string;
};

type Kind = "Video" | "Audio" | "Post" | "Map" | "Document" | "Chart" | "Code" | "Page";

/**
 * What it is, whose, what its address without the scheme looks like, and its public address: `$1` is what the pattern found,
 * `{name}` a parameter, without which it is none, `{}` the address itself.
 */
type Player = readonly [Kind, string, RegExp, string | ((url: URL) => string | undefined)];

const players: readonly Player[] = [
  ["Video", "YouTube", /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries/, listOfYouTube],
  ["Video", "YouTube", /^(?:www\.|m\.)?youtube\.com\/playlist/, listOfYouTube],
  ["Video", "YouTube", /^(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/|youtu\.be\/[\w-])/, videoOfYouTube],
  ["Video", "Vimeo", /^(?:player\.vimeo\.com\/video|(?:www\.)?vimeo\.com)\/(\d+)/, "https://vimeo.com/$1"],
  [
    "Video",
    "Dailymotion",
    /^(?:(?:www\.)?dailymotion\.com\/(?:embed\/)?video|dai\.ly)\/(\w+)/,
    "https://www.dailymotion.com/video/$1",
  ],
  ["Video", "Naver TV", /^tv\.naver\.com\/(?:embed|v)\/(\d+)/, "https://tv.naver.com/v/$1"],
  [
    "Video",
    "Kakao TV",
    /^(?:play-)?tv\.kakao\.com\/(?:embed\/player\/cliplink|v|channel\/\d+\/cliplink)\/(\w+)/,
    "https://tv.kakao.com/v/$1",
  ],
  [
    "Video",
    "Niconico",
    /^\w+\.nicovideo\.jp\/(?:watch|thumb_watch)\/(\w+)/,
    "https://www.nicovideo.jp/watch/$1",
  ],
  ["Video", "Bilibili", /^player\.bilibili\.com\/.*\bbvid=/, "https://www.bilibili.com/video/{bvid}"],
  ["Video", "Bilibili", /^player\.bilibili\.com\/.*\baid=/, "https://www.bilibili.com/video/av{aid}"],
  ["Video", "Youku", /^player\.youku\.com\/embed\/([\w=]+)/, "https://v.youku.com/v_show/id_$1.html"],
  [
    "Video",
    "Tencent Video",
    /^v\.qq\.com\/(?:txp\/)?iframe\/\w+\.html/,
    "https://v.qq.com/x/page/{vid}.html",
  ],
  ["Video", "TED", /^embed(?:-ssl)?\.ted\.com\/(?:talks\/)?([\w/-]+)/, "https://www.ted.com/talks/$1"],
  [
    "Video",
    "TikTok",
    /^(?:www\.)?tiktok\.com\/(?:embed(?:\/v2)?|player\/v1)\/(\d+)/,
    "https://www.tiktok.com/@_/video/$1",
  ],
  ["Video", "TikTok", /^(?:www\.)?tiktok\.com\/@[^/]+\/video\/\d+/, "{}"],
  ["Video", "Facebook", /^(?:www\.)?facebook\.com\/plugins\/video\.php/, "{href}"],
  ["Post", "Facebook", /^(?:www\.)?facebook\.com\/plugins\/\w+\.php/, "{href}"],
  [
    "Post",
    "Instagram",
    /^(?:www\.)?instagram\.com\/(p|reel|tv)\/([\w-]+)/,
    "https://www.instagram.com/$1/$2/",
  ],
  ["Post", "X", /^platform\.twitter\.com\/embed\//, "https://x.com/i/status/{id}"],
  ["Post", "X", /^(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w+\/status(?:es)?\/\d+/, "{}"],
  ["Post", "Telegram", /^t\.me\/([\w/]+)/, "https://t.me/$1"],
  ["Audio", "SoundCloud", /^w\.soundcloud\.com\/player/, "{url}"],
  [
    "Audio",
    "Spotify",
    /^open\.spotify\.com\/(?:embed(?:-podcast)?\/)?([a-z]+\/\w+)/,
    "https://open.spotify.com/$1",
  ],
  ["Audio", "Apple Podcasts", /^embed\.(podcasts|music)\.apple\.com\/(.+)/, "https://$1.apple.com/$2"],
  ["Map", "Google Maps", /^(?:www\.|maps\.)?google\.[a-z.]+\/maps/, googleMap],
  ["Map", "OpenStreetMap", /^(?:www\.)?openstreetmap\.org\/export\/embed/, openStreetMap],
  ["Document", "Google Docs", /^docs\.google\.com\/(?:viewer|gview)/, "{url}"],
  [
    "Document",
    "Google Docs",
    /^(docs|drive)\.google\.com\/(.+?)\/(?:preview|embed|pubembed)/,
    "https://$1.google.com/$2/view",
  ],
  ["Document", "Office", /^view\.officeapps\.live\.com\/op\//, "{src}"],
  ["Document", "Scribd", /^(?:www\.)?scribd\.com\/embeds\/(\d+)/, "https://www.scribd.com/document/$1"],
  ["Document", "", /\.pdf(?:$|[?#])/i, "{}"],
  ["Chart", "Datawrapper", /^datawrapper\.dwcdn\.net\/\w+/, "{}"],
  ["Chart", "Flourish", /^flo\.uri\.sh\/(\w+)\/(\d+)/, "https://public.flourish.studio/$1/$2/"],
  ["Code", "GitHub", /^gist\.github\.com\/([\w-]+\/[\da-f]+)/, "https://gist.github.com/$1"],
  ["Code", "CodePen", /^codepen\.io\/([\w-]+)\/embed\/(?:preview\/)?(\w+)/, "https://codepen.io/$1/pen/$2"],
  ["Video", "", /\.(?:mp4|m4v|mov|webm|ogv|m3u8)(?:$|[?#])/i, "{}"],
  ["Audio", "", /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)(?:$|[?#])/i, "{}"],
];

/** What is embedded under a web address, as far as it is known; without a name where it is a file. */
export function knownEmbedded(address: string): Embedded | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const rest = url.href.replace(/^https?:\/\//, "");
  for (const [kind, name, pattern, publicAddress] of players) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    const its = typeof publicAddress === "string" ? filled(publicAddress, found, url) : publicAddress(url);
    if (its !== undefined) return { kind, name, address: its };
  }
  return undefined;
}

function filled(template: string, found: RegExpExecArray, url: URL): string | undefined {
  if (template === "{}") return url.href;
  let isWhole = true;
  const address = template.replace(/\$(\d)|\{(\w+)\}/g, (_, group: string | undefined, name: string) => {
    const value = group === undefined ? url.searchParams.get(name) : found[Number(group)];
    isWhole &&= value !== undefined && value !== null && value !== "";
    return value ?? "";
  });
  return isWhole ? address : undefined;
}

function videoOfYouTube(url: URL): string | undefined {
  const path = /^\/(?:embed\/|v\/|shorts\/|live\/)?([\w-]{6,})$/.exec(url.pathname.replace(/\/$/, ""))?.[1];
  const id = url.searchParams.get("v") ?? path;
  const start = url.searchParams.get("start") ?? url.searchParams.get("t");
  if (id === undefined || !(id === path || url.pathname === "/watch")) return undefined;
  return `https://www.youtube.com/watch?v=${id}${/^\d+s?$/.test(start ?? "") ? `&t=${start?.replace("s", "")}` : ""}`;
}

function listOfYouTube(url: URL): string | undefined {
  const list = url.searchParams.get("list");
  return list === null ? undefined : `https://www.youtube.com/playlist?list=${list}`;
}

/** The place that a map of Google's shows: `pb` says its name behind `2s`, and its middle behind `2d` and `3d`. */
function googleMap(url: URL): string {
  const pb = url.searchParams.get("pb") ?? "";
  const place = /!2s([^!]+)!5e/.exec(pb)?.[1] ?? url.searchParams.get("q") ?? url.searchParams.get("query");
  const [, east, north] = /!2d(-?[\d.]+)!3d(-?[\d.]+)/.exec(pb) ?? [];
  const query = place ?? (north === undefined ? undefined : `${north},${east}`);
  if (query !== undefined)
    return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`;
  url.searchParams.delete("output");
  return url.href;
}

function openStreetMap(url: URL): string | undefined {
  const marker = url.searchParams.get("marker")?.split(",");
  const box = url.searchParams.get("bbox")?.split(",").map(Number) ?? [];
  const middle = (from: number, to: number) => String(((box[from] ?? 0) + (box[to] ?? 0)) / 2);
  const [north, east] = marker ?? (box.length === 4 ? [middle(1, 3), middle(0, 2)] : []);
  if (north === undefined || east === undefined) return undefined;
  return `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=14/${north}/${east}`;
}
