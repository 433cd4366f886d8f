import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  assetsOf,
  bundleAssets,
  lostStyleAddresses,
} from "../../../../src/publish/rendering/assets/assets.ts";
import { bundleStyles } from "../../../../src/publish/rendering/assets/styles.ts";
import { siteFolder } from "../../../site-folder.ts";

const told = (diagnostics: Awaited<ReturnType<typeof bundleStyles>>["diagnostics"]) =>
  diagnostics.map(
    ({ file, line, column, severity, code, message }) =>
      `${file}:${line}:${column} ${severity} ${code}: ${message}`,
  );

describe("the styles of a site folder", () => {
  test("come after Dateline's, in the order of their names, in a layer that wins over every other", async () => {
    const dateline = await bundleStyles(await siteFolder({}));
    const { css, diagnostics } = await bundleStyles(
      await siteFolder({
        "styles/b.css": ".b { color: blue }",
        "styles/a.css": '@import "./parts/colours.css";\n.a { color: red }',
        "styles/parts/colours.css": ":root { --accent: #123456 }",
        "styles/.draft.css": ".draft { color: red }",
        "styles/notes.txt": "none of it",
      }),
    );
    expect(diagnostics).toEqual([]);
    expect(css).toBe(`${dateline.css}@layer own{:root{--accent:#123456}.a{color:red}.b{color:#00f}}`);
    // Layers win in the order in which they are named first: https://www.w3.org/TR/css-cascade-5/#layer-ordering
    const layers = [...css.matchAll(/@layer ([\w,]+)/g)].flatMap(([, names = ""]) => names.split(","));
    expect([...new Set(layers)]).toEqual(["fonts", "tokens", "base", "frame", "parts", "print", "own"]);
  });

  test("may name pictures and fonts beside them, those of packages, and files of static/ by address", async () => {
    const folder = await siteFolder({
      "styles/a.css": [
        "@font-face { font-family: Own; src: url('fonts/own face.woff2?v=1') }",
        ".a { background: url(../logo.svg#mark) }",
        ".b { background: url(/images/sea.jpg) }",
        ".c { background: url(/images/lost.jpg); filter: url(#soft) }",
        ":root { --serif: Own }",
      ].join("\n"),
      "styles/fonts/own face.woff2": "font",
      "logo.svg": "<svg/>",
    });
    const bundle = await bundleAssets(folder);
    const { css, files } = bundle.styles;
    const named = files.map(({ path }) => path);
    const font = named.find((path) => /^assets\/own-face\.[0-9a-f]{10}\.woff2$/.test(path));
    const logo = named.find((path) => /^assets\/logo\.[0-9a-f]{10}\.svg$/.test(path));
    const own = css.slice(css.lastIndexOf("@layer own{"));
    expect(own).toContain(`src:url(${font?.slice("assets/".length)})`);
    expect(own).toContain(`.a{background:url(${logo?.slice("assets/".length)}#mark)}`);
    expect(own).toContain(".b{background:url(../images/sea.jpg)}");
    expect(own).toContain("filter:url(#soft)");
    expect(bundle.diagnostics).toEqual([]);
    const staticFiles = [{ path: "images/sea.jpg", file: "static/images/sea.jpg" }];
    expect(told(lostStyleAddresses(bundle, staticFiles))).toEqual([
      'styles/a.css:4:22 error broken-asset: there is no file at "/images/lost.jpg"; put it into static/',
    ]);
    // Dateline's typeface is not fetched early for pages that are set in another.
    expect(assetsOf(bundle, {})?.addresses).not.toHaveProperty("font");
  });

  test("are told with file and line, all that is wrong at once", async () => {
    const folder = await siteFolder({
      "styles/a.css":
        "@import './lost.css';\n@import 'https://fonts.example/x.css';\n\n.a { color: red }}\n.b { c: d }",
      "styles/b.css": [
        ".a { background: url(https://elsewhere.example/a.png) }",
        ".b { background: url(data:image/png;base64,AAAA) }",
        ".c { background: url(lost.png) }",
        ".d { background: url(../../outside.png) }",
        ".e { background: url(linked.png) }",
      ].join("\n"),
    });
    await symlink("/etc/hostname", join(folder, "styles/linked.png"));
    const { css, diagnostics } = await bundleStyles(folder);
    const blocked =
      "is not of this site, and browsers are told to load nothing else; save it as a file beside the style sheet and name that";
    expect(told(diagnostics).sort()).toEqual(
      [
        'styles/a.css:1:10 error broken-asset: "./lost.css" cannot be taken in: there is no such file or folder',
        'styles/a.css:2:10 error broken-asset: "https://fonts.example/x.css" is not taken in; save it in styles/ and name the file',
        "styles/a.css:4:18 error broken-asset: Invalid empty selector; what it belongs to is left out",
        `styles/b.css:1:22 error broken-asset: "https://elsewhere.example/a.png" ${blocked}`,
        `styles/b.css:2:22 error broken-asset: "data:image/png;base64,AAAA" ${blocked}`,
        'styles/b.css:3:22 error broken-asset: "lost.png" cannot be published: there is no such file or folder',
        'styles/b.css:4:22 error broken-asset: "../../outside.png" cannot be published: there is no such file or folder',
        'styles/b.css:5:22 error broken-asset: "linked.png" cannot be published: it lies outside the site folder; put a copy of it there',
        "styles/linked.png:undefined:undefined error outside-link: this symbolic link leads out of the site folder; put a copy of the file in its place",
      ].sort(),
    );
    expect(css).toContain(".a{color:red;");
  });

  test("are told where one of them is taken in twice in ways that do not go together", async () => {
    const { diagnostics } = await bundleStyles(
      await siteFolder({
        "styles/a.css": '@import "./parts/a.css" layer(one);',
        "styles/b.css": '@import "./parts/a.css" layer(two);',
        "styles/parts/a.css": ".a { color: red }",
      }),
    );
    expect(told(diagnostics)).toEqual([
      "styles/b.css:1:1 error broken-asset: Unsupported layer combination in @import",
    ]);
  });
});
