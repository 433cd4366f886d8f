import { expect, test } from "vitest";
import { socialName } from "../../../src/site/look/social-name.ts";

test.each([
  ["https://bsky.app/profile/paper.example", "Bluesky"],
  ["https://www.facebook.com/paper", "Facebook"],
  ["https://m.youtube.com/@paper", "YouTube"],
  ["https://mastodon.social/@paper", "mastodon.social"],
  ["https://x.com.example/paper", "x.com.example"],
])("%s is called %s", (address, name) => {
  expect(socialName(address)).toBe(name);
});
