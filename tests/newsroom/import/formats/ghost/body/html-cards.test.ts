import { describe, expect, test } from "vitest";
import type { LostPart } from "../../../../../../src/newsroom/import/foreign/import-notes.ts";
import { withPlainCards } from "../../../../../../src/newsroom/import/formats/ghost/body/html-cards.ts";

function plain(html: string) {
  const lost: LostPart[] = [];
  return { html: withPlainCards(html, (part) => void lost.push(part)), lost };
}

describe("HTML that Ghost made", () => {
  test("stays as it is where there is no card in it", () => {
    const html = "<p>A &amp; B<br>c</p>";
    expect(plain(html).html).toBe(html);
  });

  test("loses the mark-up of cards, and none of their words", () => {
    const { html, lost } = plain(
      "<p>Before</p>" +
        '<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text"><b>Note</b></div></div>' +
        '<div class="kg-card kg-toggle-card" data-kg-toggle-state="close"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">Why?</h4><button>+</button></div><div class="kg-toggle-content"><p>So.</p></div></div>' +
        '<div class="kg-card kg-button-card kg-align-center"><a href="/a/" class="kg-btn kg-btn-accent">Read</a></div>' +
        '<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="/content/files/a.pdf"><div class="kg-file-card-title">Report</div><div class="kg-file-card-filename">a.pdf</div></a></div>' +
        "<p>After</p>",
    );
    expect(html).toBe(
      "<p>Before</p><blockquote><p>💡 <b>Note</b></p></blockquote><p><strong>Why?</strong></p><p>So.</p>" +
        '<p><a href="/a/">Read</a></p><p><a href="/content/files/a.pdf">Report</a></p><p>After</p>',
    );
    expect(lost).toEqual([]);
  });

  test("has galleries, bookmarks, sounds and headers as well", () => {
    const { html, lost } = plain(
      '<figure class="kg-card kg-gallery-card"><div class="kg-gallery-row"><img src="/a.jpg" alt="A"><img src="/b.jpg" alt="B"></div><figcaption>Both</figcaption></figure>' +
        '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://a.example/"><div class="kg-bookmark-title">T</div><div class="kg-bookmark-description">D</div><div class="kg-bookmark-thumbnail"><img src="/t.jpg"></div></a></figure>' +
        '<div class="kg-card kg-audio-card"><audio src="/content/media/a.mp3"></audio><div class="kg-audio-title">Talk</div></div>' +
        '<div class="kg-card kg-header-card"><h2 class="kg-header-card-header">Part</h2><h3 class="kg-header-card-subheader">One</h3></div>' +
        '<div class="kg-card kg-signup-card"><form><input></form></div>',
    );
    expect(html).toBe(
      '<figure><img src="/a.jpg" alt="A"></figure><figure><img src="/b.jpg" alt="B"><figcaption>Both</figcaption></figure>' +
        '<p><a href="https://a.example/">T</a></p><p>D</p><p><a href="/content/media/a.mp3">Talk</a></p><h2>Part</h2><p>One</p>',
    );
    expect(lost.map(({ code }) => code)).toEqual(["dropped-markup", "embed-as-link", "dropped-markup"]);
  });

  test("nested without end does no harm", () => {
    const html = `<div class="kg-card">${"<div>".repeat(50_000)}`;
    expect(plain(html).html).toContain("<div>");
  });
});
