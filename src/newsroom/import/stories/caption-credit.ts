/** Captions that say at their end who made the picture: "The pier at dawn. Photo: Mei Tan". */

const patterns = [
  /(?<=^|[\s([–—|/])(?:(?:photo|image|picture) credit|photo(?:graph|s)?|picture|image|illustration|foto|fotografie|bild|imagen|credits?)(?:\s+by)?\s*:\s*(?=\S)/giu,
  // Without a colon, only where a sentence of its own begins: "a signed photo by Mei Tan" is none.
  /(?<=^|[.!?…]["”’»]?\s+|[([–—|/]\s*)(?:photo(?:graph|s)?|picture|image)\s+by\s+(?=\S)/giu,
  /(?<=^|[\s。！？(（[【|/／])(?:图片?|圖片?|照片|攝影|摄影|写真|撮影|사진)(?:来源|來源|提供)?\s*[:：=]\s*(?=\S)/gu,
];

const longest = 100;

/** @returns the caption, empty where it was a credit alone, and the credit; undefined where it names none */
export function creditIn(text: string): { readonly caption: string; readonly credit: string } | undefined {
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)]);
  const last = found.sort((a, b) => b.index - a.index)[0];
  if (last === undefined) return undefined;
  const credit = text.slice(last.index + last[0].length).replace(/[\s)\]）】.。]+$/u, "");
  // What goes on after a sentence is no name.
  const isName = credit.length <= longest && !/\p{L}{3}[.!?]\s|[。！？:：]/u.test(credit);
  if (credit === "" || !isName) return undefined;
  return { caption: text.slice(0, last.index).replace(/[\s–—|/／(（[【-]+$/u, ""), credit };
}
