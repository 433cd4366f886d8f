import { expect, test } from "vitest";
import { isPlainLink } from "../../../src/content/markup/link-scheme.ts";

test.for([
  "https://a.example/",
  "HTTP://a.example",
  "mailto:desk@a.example",
  "tel:+85212345",
  "/2026/11/a/",
  "../a/?b=c:d#e",
  "other-story.md",
  "#words",
  "//a.example/x",
  "2026/11:30/",
])("an address may become a link: %s", (address) => {
  expect(isPlainLink(address)).toBe(true);
});

test.for([
  "javascript:alert(1)",
  " JavaScript:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  "feed:javascript:alert(1)",
  "ms-msdt:/id",
  "search-ms:query=x",
  "view-source:https://a.example/",
  "intent://scan/#Intent;end",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "blob:https://a.example/x",
  "sms:+85212345",
  "https://a.example:99999/",
])("an address may not become a link: %s", (address) => {
  expect(isPlainLink(address)).toBe(false);
});
