import { describe, expect, onTestFinished, test } from "vitest";
import {
  type BodyConverter,
  onThisThread,
  onThreads,
} from "../../../../src/newsroom/import/body/body-converter.ts";
import { bundledCode } from "../../../../src/publish/disk/project.js";

const bodies = [
  '<p>It <b>left</b>, says <a href="/a/">the port</a>.</p><p><img src="/b.jpg" alt="B"></p>',
  "<p>Nothing else.</p><script>1</script>",
  '<figure><img src="/c-1024x768.jpg" alt="C"></figure><p>Text.</p>',
  "<h2>One</h2><p>Two</p>",
];

/** What a converter makes of all bodies, each opened before the first is written. */
async function convertedBy(converter: BodyConverter) {
  onTestFinished(() => converter.end());
  const opened = await Promise.all(
    bodies.map((text) => converter.opened({ form: "html", text }, "https://old.example/x/")),
  );
  return Promise.all(
    opened.map(({ links, pictures, written }) =>
      written({
        links: new Map(links.map((address) => [address, address.replace("https://old.example", "/new")])),
        pictures: new Map(pictures.flat().map((address) => [address, address.slice(-5)])),
        above: "opening",
      }),
    ),
  );
}

describe("bodies", () => {
  test("come out of other threads as out of this one, however many are under way", async () => {
    const code = await bundledCode();
    if (code === undefined) throw new Error("The code cannot be bundled.");
    const here = await convertedBy(onThisThread);
    expect(here.map(({ markdown }) => markdown)).toEqual([
      "It **left**, says [the port](/new/a/).\n\n![B](b.jpg)",
      "Nothing else.",
      "Text.",
      "## One\n\nTwo",
    ]);
    expect(here[2]?.lead).toMatchObject({ alt: "C" });
    expect(await convertedBy(onThreads(new URL("body-worker.js", code), 2))).toEqual(here);
  });
});
