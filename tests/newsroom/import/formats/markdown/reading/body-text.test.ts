import { describe, expect, test } from "vitest";
import type { CodeForm } from "../../../../../../src/newsroom/import/formats/markdown/folder/system.ts";
import { bodyText } from "../../../../../../src/newsroom/import/formats/markdown/reading/body-text.ts";

const addresses: Readonly<Record<string, string>> = {
  "tunnel.md": "/2020/02/tunnel/",
  "_posts/2020-02-03-tunnel.md": "/2020/02/tunnel/",
  "/posts/tunnel": "/2020/02/tunnel/",
  "@/blog/tunnel.md": "/blog/tunnel/",
  "map.png": "/media/map.png",
  "../assets/map.png": "/media/map.png",
};

const context = {
  title: "Ferry returns",
  page: { author: "Mei Tan", params: { port: "Busan" } },
  config: { baseurl: "/news", url: "https://h.example", email: "desk" },
  addressOf: (target: string) => addresses[target],
  postNamed: (name: string) =>
    name === "2020-02-03-tunnel" || name === "Tunnel"
      ? { address: "/2020/02/tunnel/", title: "Tunnel" }
      : undefined,
  included: (name: string) => (name === "note.md" ? "Included {{ page.title }}." : undefined),
};

function read(text: string, forms: readonly CodeForm[], file = "a.md") {
  return bodyText(file, text, forms, context);
}

/** The text without the empty lines that stand around blocks, and what was taken out of it, by name. */
function made(text: string, forms: readonly CodeForm[], file?: string): readonly [string, readonly string[]] {
  const { text: markdown, lost = [] } = read(text, forms, file);
  return [
    markdown.replace(/\n{3,}/g, "\n\n").trim(),
    lost.map(({ message }) => /^"(.*?)"/.exec(message)?.[1] ?? ""),
  ];
}

const youtube = '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>';

describe("Liquid, in Jekyll and Eleventy", () => {
  test.for([
    ["[T]({% post_url 2020-02-03-tunnel %})", "[T](/2020/02/tunnel/)"],
    ["[T]({{ site.baseurl }}{% link _posts/2020-02-03-tunnel.md %})", "[T](/news/2020/02/tunnel/)"],
    ["![M]({{ site.baseurl }}/a.png)", "![M](/news/a.png)"],
    ["![M]({{ '/a.png' | relative_url }})", "![M](/news/a.png)"],
    ['![M]({{ "/a.png" | prepend: site.baseurl }})', "![M](/news/a.png)"],
    ["{{ site.url }}/x", "https://h.example/x"],
    ["By {{ page.author | upcase }} of {{page.title}}", "By MEI TAN of Ferry returns"],
    ['{% include youtube.html id="abcdefghijk" %}', youtube],
    ["{% youtube abcdefghijk %}", youtube],
    [
      '{% include figure.html src="a.png" alt="A <b>" caption="B & C" %}',
      '<figure><img src="a.png" alt="A &lt;b>"><figcaption>B &amp; C</figcaption></figure>',
    ],
    ["{% include note.md %}", "Included Ferry returns."],
    [
      "Ruby **{{ site.data.ruby.least }}** or _{{ page.none }}_ or ~~{{ page.none }}~~ later",
      "Ruby  or  or  later",
    ],
    ["**Ruby {{ page.none }}** *{{ page.title }}* 2 * {{ page.none }}*3", "**Ruby ** *Ferry returns* 2 * *3"],
    ["{% comment %}Not for readers{% endcomment %}Text", "Text"],
    ["{% raw %}{{ shown }}{% endraw %}", "{{ shown }}"],
    ["{% highlight go linenos %}\nx := `1`\n{% endhighlight %}", "```go\nx := `1`\n```"],
    ["{% capture x %}Text{% endcapture %}{{ x | markdownify }}", "Text"],
    ["<p>{% markdown %}**Text**{% endmarkdown %}</p>", "<p>\n\n**Text**\n\n</p>"],
    ["{%- if page.x -%}Text{%- endif -%}", "Text"],
  ] as const)("%s", ([code, text]) => {
    expect(made(code, ["liquid"])[0]).toBe(text);
  });

  test("stays where it is shown as code, without what kept it from being run", () => {
    const text =
      "`{% post_url x %}`\n\n```\n{{ page.title }}\n```\n\n    {% include x %}\n\n```\n{% raw %}\n{{ y }}\n{% endraw %}\n```\n";
    expect(made(text, ["liquid"])).toEqual([
      "`{% post_url x %}`\n\n```\n{{ page.title }}\n```\n\n    {% include x %}\n\n```\n{{ y }}\n```",
      [],
    ]);
  });

  test("is run in the lines of a list, though they are indented", () => {
    expect(made("* One\n\n    {{ page.title }}\n", ["liquid"])).toEqual(["* One\n\n    Ferry returns", []]);
  });

  test("that is not known is taken out, and told once for each name with how often", () => {
    const { text, lost } = read("A {% chart a %}b{% endchart %} c {% chart %} {{ x.y | z }}.", ["liquid"]);
    expect(text).toBe("A b c  .");
    expect(lost).toEqual([
      {
        code: "unknown-code",
        message: '"chart" is a code that is not known; it is taken out 2 times: {% chart a %}',
      },
      { code: "unknown-code", message: '"x" is a code that is not known; it is taken out: {{ x.y | z }}' },
    ]);
  });

  test("that is no code stays", () => {
    expect(made("100 %} of {{ nothing and { % x", ["liquid"])).toEqual([
      "100 %} of {{ nothing and { % x",
      [],
    ]);
  });
});

describe("Hugo's shortcodes", () => {
  test.for([
    ['[T]({{< ref "tunnel.md" >}})', "[T](/2020/02/tunnel/)"],
    ['[T]({{% relref path="/posts/tunnel" %}})', "[T](/2020/02/tunnel/)"],
    ["{{< youtube abcdefghijk >}}", youtube],
    [
      '{{< youtube id="abcdefghijk" title="A film" >}}',
      '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="A film"></iframe>',
    ],
    ["{{< vimeo 12345 >}}", '<iframe src="https://player.vimeo.com/video/12345"></iframe>'],
    ['{{< tweet user="a" id="1234567" >}}', '<iframe src="https://twitter.com/a/status/1234567"></iframe>'],
    ["{{< gist jo abcdef123456 >}}", '<iframe src="https://gist.github.com/jo/abcdef123456"></iframe>'],
    [
      '{{< figure src="map.png" alt="M" link="/big" >}}',
      '<figure><a href="/big"><img src="/media/map.png" alt="M"></a></figure>',
    ],
    ["{{< highlight js >}}\nlet x;\n{{< /highlight >}}", "```js\nlet x;\n```"],
    ["{{< notice tip >}}\nMind.\n{{< /notice >}}", "Mind."],
    ["Of {{< param author >}}", "Of Mei Tan"],
    ["Write {{</* ref x */>}}", "Write `{{< ref x >}}`"],
  ] as const)("%s", ([code, text]) => {
    expect(made(code, ["hugo"])).toEqual([text, []]);
  });

  test("that are not known are taken out and told; what stands between them stays", () => {
    expect(made('A {{< chart "x" >}}b{{< /chart >}} {{% c %}}.', ["hugo"])).toEqual([
      "A b .",
      ["chart", "c"],
    ]);
  });

  test("stay in code", () => {
    expect(made("`{{< ref x >}}` and\n\n```\n{{</* ref x */>}}\n```\n", ["hugo"])).toEqual([
      "`{{< ref x >}}` and\n\n```\n{{< ref x >}}\n```",
      [],
    ]);
  });
});

describe("codes of Hexo, Pelican and Zola", () => {
  test.for([
    ["{% asset_img map.png A map %}", "hexo", '<figure><img src="/media/map.png" alt="A map"></figure>'],
    [
      '{% img left /a.png 300 200 "A title" %}',
      "pelican",
      '<figure><img src="/a.png" alt="A title"></figure>',
    ],
    ["{% post_link Tunnel %}", "hexo", "[Tunnel](/2020/02/tunnel/)"],
    ["{% codeblock lang:js %}\nlet x;\n{% endcodeblock %}", "hexo", "```js\nlet x;\n```"],
    [
      "{% blockquote Jo Ng, A book %}\nWords\n{% endblockquote %}",
      "hexo",
      "Jo Ng A book:\n\n<blockquote>\n\nWords\n\n</blockquote>",
    ],
    ["{% note info %}\nMind.\n{% endnote %}", "hexo", "Mind."],
    ['{{ youtube(id="abcdefghijk") }}', "tera", youtube],
    ['{% quote(author="Jo") %}Words{% end %}', "tera", "Jo:\n\n<blockquote>\n\nWords\n\n</blockquote>"],
    ['[x]({{ get_url(path="@/blog/tunnel.md") }})', "tera", "[x](/blog/tunnel/)"],
  ] as const)("%s", ([code, form, text]) => {
    expect(made(code, [form])).toEqual([text, []]);
  });
});

describe("marks of other kinds of Markdown", () => {
  test.for([
    ["Text.\n{: .note}\n\n## Head {#id .x}\n", "Text.\n\n## Head"],
    ['![A](a.png){: width="50%"}{:.x}', "![A](a.png)"],
    ["* TOC\n{:toc}\n\nText.", "Text."],
    ['[![A](a.png){:\n.icon width="70"}](b/) Text.', "[![A](a.png)](b/) Text."],
    ["## Head of `code` here {#head}", "## Head of `code` here"],
    ["[TOC]\n\nText.", "Text."],
    ["A formula $x_{1}$ and {braces}.", "A formula $x_{1}$ and {braces}."],
    [":::tip Mind the gap\n\nText.\n\n:::\n", "**Mind the gap**\n\nText."],
    ["> [!WARNING]\n> Text.", "> **Warning**\n>\n> Text."],
    ["So :quote[it [says](/x/) *so*]{#said .wide} :ab[c] a:b[c]", "So it [says](/x/) *so* c a:b[c]"],
    [
      "见https://a.example/b。可参考[c](https://a.example/d)、<https://a.example/e>。",
      "见<https://a.example/b>。可参考[c](https://a.example/d)、<https://a.example/e>。",
    ],
    [
      'See [map](../assets/map.png) and [t]: x\n\n[r]: tunnel.md "T"',
      'See [map](/media/map.png) and [t]: x\n\n[r]: /2020/02/tunnel/ "T"',
    ],
    ['<img alt="" src="map.png">', '<img alt="" src="/media/map.png">'],
    ["`[x](map.png)`", "`[x](map.png)`"],
    ["A <!--more--> B", "A <!--more--> B"],
  ] as const)("%s", ([code, text]) => {
    expect(made(code, [])).toEqual([text, []]);
  });

  test("between double brackets are links where a text has the name", () => {
    expect(made("[[Tunnel#The end|see]] [[Gone|this]] ![[map.png|200]] ![[gone.png]]", ["wiki"])).toEqual([
      "[see](</2020/02/tunnel/#the-end>) this ![](</media/map.png>)",
      ["![["],
    ]);
  });

  test("of MDX are taken out, with what they import", () => {
    const text =
      'import map from "../assets/map.png";\nimport {\n  Chart,\n} from "./chart";\n\nexport const x = {\n  a: 1,\n};\n\n{/* a note */}\n\n<Image src={map} alt="M" />\n\n<Chart\n  of={{ a: "<b>" }}\n/>\n\nWords {props.y} {"and"} more.\n\n```js\nimport x from "y";\n```\n';
    expect(made(text, [], "a.mdx")).toEqual([
      '<figure><img src="/media/map.png" alt="M"></figure>\n\nWords  and more.\n\n```js\nimport x from "y";\n```',
      ["Chart", "an expression"],
    ]);
  });

  test("are no part of HTML, where Liquid is", () => {
    expect(read('<p>{{ page.title }} [[x]] {: .y}</p>\n<img src="map.png">', ["liquid"], "a.html")).toEqual({
      form: "html",
      text: '<p>Ferry returns [[x]] {: .y}</p>\n<img src="/media/map.png">',
      lost: [],
    });
  });

  test("are read in HTML that includes Markdown", () => {
    expect(read("<div>\n{% include note.md %}\n</div>", ["liquid"], "a.html").form).toBe("markdown");
  });

  test("a first heading that says what the headline says is left out", () => {
    expect(made("# Ferry Returns!\n\nText.", [])[0]).toBe("Text.");
    expect(made("Ferry returns\n===\n\nText.", [])[0]).toBe("Text.");
    expect(made("# Another\n\nText.", [])[0]).toBe("# Another\n\nText.");
  });
});

describe("hostile texts", () => {
  test.for([
    "{%".repeat(100_000),
    "{{".repeat(100_000),
    "{{<".repeat(100_000),
    "`".repeat(100_000),
    "` ".repeat(20_000),
    "<pre ".repeat(100_000),
    " ".repeat(200_000),
    `a${" ".repeat(200_000)}b`,
    "\n    x".repeat(100_000),
    "[[".repeat(100_000),
    "](".repeat(100_000),
    "{.a".repeat(100_000),
    "# x {.a".repeat(50_000),
    "<A {".repeat(20_000),
    ":::".repeat(100_000),
    " :a[".repeat(100_000),
    " https://a".repeat(50_000),
    ` https://${"a".repeat(500_000)}`,
    "> ".repeat(100_000),
    "<a src='".repeat(50_000),
  ])("are read to their end: %#", (text) => {
    // A step that is quadratic would not come to its end before the test is given up.
    expect(read(text, ["liquid", "hugo", "wiki", "callouts"], "a.mdx").form).toBe("markdown");
  });

  test("cannot break out of what codes stand for", () => {
    const { text } = read(
      '{% youtube "><script>alert(1)</script> %}\n{{< figure src="x.png" caption="</figure><script>" >}}',
      ["liquid", "hugo"],
    );
    expect(text).not.toContain("<script>");
  });
});
