import { describe, expect, test } from "vitest";
import { parsedBody, writtenBody } from "../../../../../../src/newsroom/import/body/html-to-markdown.ts";
import { attachment, bodyOf, item, meta, storyIn } from "../wxr-files.ts";

const uploads = "https://post.example/wp-content/uploads";
const ferry = attachment(
  "9",
  "ferry.jpg",
  { "wp:post_parent": "7", "excerpt:encoded": "At the pier" },
  meta("_wp_attachment_image_alt", "A ferry"),
  meta("_media_credit", "John Roe"),
);
const plan = attachment("10", "plan.pdf", { "wp:post_parent": "7", title: "The plan" });
const pier = attachment("11", "pier-scaled.jpg", { "wp:post_parent": "7", "wp:menu_order": "-1" });

/** As an article file has it. */
async function markdownOf(text: string, ...others: readonly string[]): Promise<string> {
  const story = await storyIn(item({ "content:encoded": text }), ...others);
  const pictureAt = (address: string) => address.replace(/^.*\//, "");
  return writtenBody(parsedBody(story.body(), story.address), {
    linkTo: (to) => to,
    pictureAt,
    above: "nothing",
  }).markdown;
}

describe("shortcodes of WordPress", () => {
  test("put a caption beneath a picture, of the newer form and the older", async () => {
    const picture = '<a href="x.jpg"><img src="x.jpg" alt="A"></a>';
    expect((await bodyOf(`[caption id="a" width="3"]${picture} The <b>pier</b>[/caption]`)).html).toBe(
      `<figure>${picture}<figcaption>The <b>pier</b></figcaption></figure>`,
    );
    expect((await bodyOf(`[wp_caption caption="The pier"]${picture}[/wp_caption]`)).html).toBe(
      `<figure>${picture}<figcaption>The pier</figcaption></figure>`,
    );
  });

  test("show a gallery of the files they name, or of those uploaded to the post in their order", async () => {
    const credited = `<figure><img src="${uploads}/ferry.jpg" alt="A ferry"><figcaption>At the pier / <span class="credit">John Roe</span></figcaption></figure>`;
    const named = await bodyOf('See:\n[gallery ids="9,404"]', ferry);
    expect(named.html).toBe(`<p>See:</p>\n<figure class="gallery">${credited}</figure>`);
    expect(named.lost).toEqual([
      "missing-picture: files of a gallery are not in the archive and were left out: their numbers are 404",
    ]);
    const all = await bodyOf("[gallery]", ferry, plan, pier);
    expect(all.html).toBe(
      `<figure class="gallery"><figure><img src="${uploads}/pier-scaled.jpg" alt=""></figure>${credited}</figure>`,
    );
    expect((await bodyOf('[gallery exclude="9"]', ferry)).lost).toHaveLength(1);
  });

  test("play sounds and videos, and lists of them", async () => {
    expect((await bodyOf('[audio mp3="/a.mp3"][/audio] [video src="/b.mp4" poster="/c.jpg"]')).html).toBe(
      '<figure><audio controls src="/a.mp3"></audio></figure>\n<figure><video controls src="/b.mp4"></video></figure>',
    );
    expect((await bodyOf('[audio /a.mp3|titles=x] [playlist ids="10"]', plan)).html).toBe(
      `<figure><audio controls src="/a.mp3"></audio></figure>\n<ul><li><a href="${uploads}/plan.pdf">The plan</a></li></ul>`,
    );
  });

  test("and addresses in lines of their own become links that say what they lead to", async () => {
    const text =
      "[embed width=3]https://vimeo.com/12[/embed]\n[youtube=https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;w=640]\nhttps://x.com/post/status/1\n\n[tweet 123]\n\nhttps://paper.example/story?a=1&amp;b=2";
    expect((await bodyOf(text)).html).toBe(
      [
        '<figure><iframe src="https://vimeo.com/12"></iframe></figure>',
        '<figure><iframe src="https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;w=640"></iframe></figure>',
        '<figure><iframe src="https://x.com/post/status/1"></iframe></figure>',
        '<figure><iframe src="https://twitter.com/i/status/123"></iframe></figure>',
        '<p><a href="https://paper.example/story?a=1&amp;b=2">https://paper.example/story?a=1&amp;b=2</a></p>',
      ].join("\n"),
    );
  });

  test("quote, with whom, and make paragraphs in quotations", async () => {
    expect((await bodyOf('[quote author="Jane Doe"]One.\n\nTwo.[/quote]')).html).toBe(
      "<blockquote>\n<p>One.</p>\n<p>Two.</p>\n<p>— Jane Doe</p>\n</blockquote>",
    );
  });

  test("show code as it was written", async () => {
    expect((await bodyOf('[code lang="js"]\nif (a<b) {\n\n  [x]\n}\n[/code]')).html).toBe(
      '<pre><code class="language-js">if (a&lt;b) {\n\n  [x]\n}</code></pre>',
    );
    expect((await bodyOf("See [cci]x[y][/cci].\n[ccn_php]a[b] = <c>;[/ccn_php]")).html).toBe(
      '<p>See <code>x[y]</code>.</p>\n<pre><code class="language-php">a[b] = &lt;c&gt;;</code></pre>',
    );
    expect((await bodyOf("[php]echo &lt;b&gt;;[/php]")).html).toBe(
      '<pre><code class="language-php">echo &lt;b&gt;;</code></pre>',
    );
  });

  test("that are not known are listed once each, and what stands in them is kept", async () => {
    const { html, lost } = await bodyOf(
      '[box color="red"]In [sic] it.[/box] [chart id="1"] [chart id="2"] [/row]',
    );
    expect(html).toBe("<p>In [sic] it.</p>");
    expect(lost).toEqual([
      "unknown-code: nothing here knows the code [box]; what stands in it was kept",
      "unknown-code: nothing here knows the code [chart]; it was left out (2 times)",
      "unknown-code: the code [/row] ends what never began; it was left out",
    ]);
  });

  test("become notes of the text", async () => {
    expect(await markdownOf("The ferry[ref]So <b>he</b> said.[/ref] runs[efn_note]Twice.[/efn_note].")).toBe(
      "The ferry[^1] runs[^2].\n\n[^1]: So **he** said.\n\n[^2]: Twice.",
    );
  });
});

describe("pictures in a text", () => {
  test("are taken in full size, with the description and the credit that the archive has", async () => {
    const { html } = await bodyOf(
      '<img class="wp-image-9" src="http://post.example/wp-content/uploads/ferry-300x200.jpg" alt="" width="300" height="200" srcset="a.jpg 2x"> One.\n\n[caption]<img src="https://i0.wp.com/post.example/wp-content/uploads/pier-640x480.jpg?resize=3" alt="Pier"> A pier[/caption]',
      ferry,
      pier,
    );
    expect(html).toBe(
      `<p><figure><img class="wp-image-9" src="${uploads}/ferry.jpg" alt="A ferry"><figcaption><span class="credit">John Roe</span></figcaption></figure> One.</p>\n<figure><img src="${uploads}/pier-scaled.jpg" alt="Pier"><figcaption>A pier</figcaption></figure>`,
    );
  });

  test("stay as they are where the archive has no such file, whatever number stands beside them", async () => {
    const html = '<p><img class="wp-image-9" src="https://other.example/boat-300x200.jpg" alt="Boat"></p>';
    expect((await bodyOf(html, ferry)).html.replaceAll("\n", "")).toBe(html);
  });

  test("are credited beside a caption that is there, once", async () => {
    const block = `<!-- wp:image {"id":9} -->\n<figure class="wp-block-image"><img src="${uploads}/ferry-1024x768.jpg" alt="Boat"/><figcaption>At sea</figcaption></figure>\n<!-- /wp:image -->`;
    expect((await bodyOf(block, ferry)).html).toContain(
      `alt="Boat"><figcaption>At sea / <span class="credit">John Roe</span></figcaption></figure>`,
    );
  });
});

describe("blocks", () => {
  const blocks = (...lines: string[]) => lines.join("\n");

  test("leave their HTML, and no comments", async () => {
    const text = blocks(
      '<!-- wp:heading {"level":3} -->',
      "<h3>Ports</h3>",
      "<!-- /wp:heading -->",
      "",
      "<!-- wp:columns --><div><!-- wp:column --><div><!-- wp:paragraph -->",
      "<p>The ferry [sic]\nruns.</p>",
      "<!-- /wp:paragraph --></div><!-- /wp:column --></div><!-- /wp:columns -->",
      "<!-- wp:more --><!--more--><!-- /wp:more -->",
      '<!-- wp:spacer {"height":"9px"} --><div style="height:9px"></div><!-- /wp:spacer -->',
      "<!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage -->",
      "<!-- wp:separator --><hr class='wp-block-separator'/><!-- /wp:separator -->",
    );
    const { html, lost } = await bodyOf(text);
    expect(html.replace(/\n+/g, "\n")).toBe(
      "\n<h3>Ports</h3>\n<div><div>\n<p>The ferry [sic]\nruns.</p>\n</div></div>\n<!--more-->\n<hr class='wp-block-separator'/>",
    );
    expect(lost).toEqual([]);
  });

  test("of the classic editor and between blocks have paragraphs, and those of codes are codes alone", async () => {
    const text = blocks(
      "One.",
      "",
      "Two.",
      "<!-- wp:freeform -->Three.",
      "",
      "Four.<!-- /wp:freeform -->",
      "<!-- wp:shortcode -->[contact-form]<!-- /wp:shortcode -->",
    );
    const { html, lost } = await bodyOf(text);
    expect(html).toBe("<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>\n<p>Four.</p>");
    expect(lost).toEqual(["unknown-code: nothing here knows the code [contact-form]; it was left out"]);
  });

  test("that the site works out are listed by name", async () => {
    const { html, lost } = await bodyOf(
      '<!-- wp:latest-posts {"n":3} /--><!-- wp:newspack-blocks/homepage-articles /-->',
    );
    expect(html).toBe("");
    expect(lost).toEqual([
      'unknown-code: the block "latest-posts" holds nothing that was written; it was left out',
      'unknown-code: the block "newspack-blocks/homepage-articles" holds nothing that was written; it was left out',
    ]);
  });

  test("that several texts show are shown, where the archive has them", async () => {
    const shared = item({
      "wp:post_type": "wp_block",
      "wp:post_id": "50",
      "content:encoded":
        '<!-- wp:paragraph --><p>Support us.</p><!-- /wp:paragraph --><!-- wp:block {"ref":50} /-->',
    });
    const { html, lost } = await bodyOf('<!-- wp:block {"ref":50} /--><!-- wp:block {"ref":51} /-->', shared);
    expect(html).toBe(Array(3).fill("<p>Support us.</p>").join("\n"));
    expect(lost).toEqual([
      "unknown-code: the shared block 50 is not in the archive; it was left out",
      "unknown-code: the shared block 51 is not in the archive; it was left out",
    ]);
  });

  test("with pictures behind them, files and embeds show these", async () => {
    const text = blocks(
      '<!-- wp:cover {"url":"https://post.example/a.jpg","alt":"Sea"} --><div class="wp-block-cover" style="background-image:url(x)"><p>Sea</p></div><!-- /wp:cover -->',
      '<!-- wp:file {"href":"/plan.pdf"} --><div class="wp-block-file"><object class="wp-block-file__embed" data="/plan.pdf"></object><a href="/plan.pdf">The plan</a><a href="/plan.pdf" class="wp-block-file__button" download>Download</a></div><!-- /wp:file -->',
      '<!-- wp:embed {"url":"https://maps.example/x"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://maps.example/x\n</div><figcaption>The <em>map</em></figcaption></figure><!-- /wp:embed -->',
    );
    expect((await bodyOf(text)).html).toBe(
      [
        '<figure><img src="https://post.example/a.jpg" alt="Sea"></figure><div class="wp-block-cover" style="background-image:url(x)"><p>Sea</p></div>',
        '<div class="wp-block-file"><a href="/plan.pdf">The plan</a></div>',
        '<figure><iframe src="https://maps.example/x"></iframe><figcaption>The <em>map</em></figcaption></figure>',
      ].join("\n"),
    );
  });

  test("keep their notes beside the text", async () => {
    const text =
      '<!-- wp:paragraph --><p>So<sup data-fn="f1" class="fn"><a href="#f1" id="f1-link">1</a></sup> it is.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->';
    const notes = meta("footnotes", JSON.stringify([{ id: "f1", content: "He <em>said</em>." }]));
    const story = await storyIn(item({ "content:encoded": text }, notes));
    const { markdown, lost } = writtenBody(parsedBody(story.body(), undefined), {
      linkTo: (to) => to,
      pictureAt: () => undefined,
      above: "nothing",
    });
    expect(markdown).toBe("So[^1] it is.\n\n[^1]: He *said*.");
    expect(lost).toEqual([]);
  });

  test("without end, in each other or never closed, are read in one go", async () => {
    const deep = "<!-- wp:group --><div>".repeat(4_000);
    expect((await bodyOf(`${deep}<p>x</p>`)).html).toContain("<p>x</p>");
    expect((await bodyOf('<!-- /wp:group --> <!-- wp:group {"a": -->'.repeat(4_000))).html).toBe("");
  });
});

test("a post in all it can hold is Markdown without a sign of where it comes from", async () => {
  const text = `Intro with <strong>weight</strong>.\nA second line.\n\n[caption id="x"]<img class="wp-image-9" src="${uploads}/ferry-300x200.jpg"> The ferry[/caption]\n\n<blockquote>One.\n\nTwo.</blockquote>\n\n[pullquote]Said[/pullquote]\n<ul>\n\t<li>first</li>\n\t<li>second</li>\n</ul>\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n\n<!--nextpage-->\n\n[gallery ids="9"]`;
  expect(await markdownOf(text, ferry)).toBe(
    [
      "Intro with **weight**.\\\nA second line.",
      "![A ferry](ferry.jpg)",
      "*The ferry / John Roe*",
      "> One.\n>\n> Two.",
      "> Said",
      "- first\n- second",
      "[Video (YouTube)](https://www.youtube.com/watch?v=dQw4w9WgXcQ)",
      "![A ferry](ferry.jpg)",
      "*At the pier / John Roe*",
    ].join("\n\n"),
  );
});
