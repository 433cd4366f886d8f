import { describe, expect, test } from "vitest";
import { xml } from "../../../../../../src/content/markup/xml.ts";
import type { LostPart } from "../../../../../../src/newsroom/import/foreign/import-notes.ts";
import { type Card, cardHtml } from "../../../../../../src/newsroom/import/formats/ghost/body/cards.ts";

function madeOf(name: string, card: Card) {
  const lost: LostPart[] = [];
  const html = xml`${cardHtml(name, card, (part) => void lost.push(part))}`.toString();
  return { html, lost };
}

describe("a card of Ghost's editor", () => {
  const shown: readonly (readonly [string, Card, string])[] = [
    [
      "image",
      { src: "/a.jpg", alt: 'A "b"', caption: "By <i>me</i>", href: "https://a.example/" },
      '<figure><a href="https://a.example/"><img src="/a.jpg" alt="A &quot;b&quot;"/></a><figcaption>By <i>me</i></figcaption></figure>',
    ],
    ["image", { src: "" }, ""],
    [
      "gallery",
      { images: [{ src: "/a.jpg" }, { src: "/b.jpg", alt: "B" }], caption: "Both" },
      '<figure><img src="/a.jpg" alt=""/></figure><figure><img src="/b.jpg" alt="B"/><figcaption>Both</figcaption></figure>',
    ],
    [
      "embed",
      {
        url: "https://video.example/1",
        html: "<iframe></iframe>",
        metadata: { title: "A film" },
        caption: "Seen",
      },
      '<iframe src="https://video.example/1" title="A film"></iframe><p>Seen</p>',
    ],
    [
      "bookmark",
      { url: "https://a.example/x", metadata: { title: "A page", description: "What it says" } },
      '<p><a href="https://a.example/x">A page</a></p><p>What it says</p>',
    ],
    ["markdown", { markdown: "*a*" }, "<p><em>a</em></p>\n"],
    ["html", { html: "<table></table>" }, "<table></table>"],
    [
      "code",
      { code: "<b>", language: "html", caption: "" },
      '<pre><code class="language-html">&lt;b&gt;</code></pre>',
    ],
    [
      "callout",
      { calloutEmoji: "💡", calloutText: "<b>Note</b>" },
      "<blockquote><p>💡 <b>Note</b></p></blockquote>",
    ],
    [
      "callout",
      { calloutEmoji: "💡", calloutText: '<p dir="ltr">Mind</p>' },
      "<blockquote><p>💡 Mind</p></blockquote>",
    ],
    ["toggle", { heading: "Why?", content: "<p>So.</p>" }, "<p><strong>Why?</strong></p><p>So.</p>"],
    ["button", { buttonText: "Read", buttonUrl: "/a/" }, '<p><a href="/a/">Read</a></p>'],
    ["button", { buttonText: "Join", buttonUrl: "#/portal/signup" }, "<p>Join</p>"],
    [
      "product",
      {
        productImageSrc: "/p.jpg",
        productTitle: "Lamp",
        productDescription: "<p>Bright.</p>",
        productRatingEnabled: true,
        productStarRating: 4,
        productButtonEnabled: true,
        productButton: "Buy",
        productUrl: "https://shop.example/",
      },
      '<figure><img src="/p.jpg" alt=""/></figure><p><strong>Lamp</strong> ★★★★☆</p><p>Bright.</p><p><a href="https://shop.example/">Buy</a></p>',
    ],
    [
      "file",
      { src: "/content/files/a.pdf", fileTitle: "Report", fileName: "a.pdf", fileCaption: "The whole of it" },
      '<p><a href="/content/files/a.pdf">Report</a></p><p>The whole of it</p>',
    ],
    [
      "header",
      { header: "Part one", subheader: "Where it begins", buttonEnabled: false, buttonText: "no" },
      "<h2>Part one</h2><p>Where it begins</p>",
    ],
    [
      "call-to-action",
      { textValue: "<p>Give</p>", showButton: true, buttonText: "Now", buttonUrl: "https://give.example/" },
      '<p>Give</p><p><a href="https://give.example/">Now</a></p>',
    ],
    ["hr", {}, "<hr/>"],
    ["paywall", {}, ""],
  ];

  test.for(shown)("%s says in plain HTML what readers had: %j", ([name, card, html]) => {
    expect(madeOf(name, card)).toEqual({ html, lost: [] });
  });

  test.for(["audio", "video"])("%s becomes a link, which is told", (name) => {
    const { html, lost } = madeOf(name, { src: "/content/media/a.mp4", title: "A", fileName: "A" });
    expect(html).toBe('<p><a href="/content/media/a.mp4">A</a></p>');
    expect(lost).toMatchObject([{ code: "embed-as-link" }]);
  });

  test.for([
    ["email", {}],
    ["email-cta", {}],
    ["signup", {}],
    ["html", { html: "x", visibility: { showOnWeb: false } }],
    ["html", { html: "x", visibility: { web: { nonMember: false } } }],
    ["call-to-action", { textValue: "x", visibility: { web: { nonMember: false } } }],
  ] as const)("%s is left out where not all readers saw it, which is told: %j", ([name, card]) => {
    expect(madeOf(name, card)).toMatchObject({ html: "", lost: [{ code: "dropped-markup" }] });
  });

  test("of a name that objects have of themselves is not known", () => {
    expect(madeOf("constructor", {})).toMatchObject({ html: "", lost: [{ code: "unknown-code" }] });
  });
});
