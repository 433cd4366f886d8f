import { expect, test } from "vitest";
import { shareLink, shareTargets } from "../../../src/site/look/share-links.ts";

const shared = { title: "Ferry & 항구?", url: "https://small.example/2026/11/%ED%95%AD/" };
const title = "Ferry%20%26%20%ED%95%AD%EA%B5%AC%3F";
const url = "https%3A%2F%2Fsmall.example%2F2026%2F11%2F%25ED%2595%25AD%2F";

test("an article is shared by an address of each platform's own, which holds it whole", () => {
  expect(Object.fromEntries(shareTargets.map((target) => [target, shareLink(target, shared).href]))).toEqual({
    link: shared.url,
    mail: `mailto:?subject=${title}&body=${url}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${url}`,
    x: `https://x.com/intent/post?text=${title}&url=${url}`,
    bluesky: `https://bsky.app/intent/compose?text=${title}%20${url}`,
    mastodon: `https://share.joinmastodon.org/#text=${title}%20${url}`,
    whatsapp: `https://wa.me/?text=${title}%20${url}`,
    telegram: `https://t.me/share/url?url=${url}&text=${title}`,
    linkedin: `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
    reddit: `https://www.reddit.com/submit?url=${url}&title=${title}`,
  });
});
