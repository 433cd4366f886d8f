import { rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startPreview } from "../../src/preview/preview.ts";
import { articleText, builtSite, now, run, siteFolder, smallSite, writeFiles } from "../site-folder.ts";

const linking = articleText(
  "Linking",
  "2026-11-02",
  [],
  "The [report](/reports/2026.pdf), [ours](/static/reports/2026.pdf), [lost](/reports/2025.pdf), [page](/map/).",
);
const site = {
  "articles/a.md": linking,
  "static/ads.txt": "seller, 1\n",
  "static/CNAME": "news.example\n",
  "static/.well-known/security.txt": "Contact: mailto:desk@small.example\n",
  "static/.well-known/.gitkeep": "",
  "static/reports/2026.pdf": Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xff, 0x00),
  "static/map/index.html": "<!doctype html><title>Map</title>",
};

test("files of static/ are published as they are, known to links, and copied again only where they changed", async () => {
  const folder = await siteFolder(site);
  const files = await builtSite(folder);
  for (const path of ["ads.txt", "CNAME", ".well-known/security.txt", "map/index.html"] as const) {
    expect(files.get(path)).toBe(site[`static/${path}`]);
  }
  expect(files.get("reports/2026.pdf")).toBe(Buffer.from(site["static/reports/2026.pdf"]).toString("utf8"));
  expect([...files.keys()].filter((path) => path.includes("gitkeep"))).toEqual([]);
  expect(files.get(".dateline-files")).toContain('"reports/2026.pdf"');

  // The same content saved anew is no change; another is one, and its cause is named.
  await writeFile(join(folder, "static/CNAME"), site["static/CNAME"]);
  await writeFile(join(folder, "static/ads.txt"), "seller, 2\n");
  await writeFile(join(folder, "_site/reports/2026.pdf"), "damaged");
  const flags = ["--site", folder, "--now", now];
  expect(await run("build", ...flags, "--no-search", "--verify")).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining("0 files added, 2 changed, 0 removed"),
  });
  expect((await builtSite(folder)).get("ads.txt")).toBe("seller, 2\n");
  const { stdout } = await run("check", ...flags);
  expect(stdout.match(/broken-link: .*/g)).toEqual([
    'broken-link: the link "/static/reports/2026.pdf" leads to no page of this site; did you mean "/reports/2026.pdf"?',
    'broken-link: the link "/reports/2025.pdf" leads to no page or file of this site; correct it',
  ]);
});

test("a file in the way of a page, and a link out of the site folder, keep the site from being published", async () => {
  const folder = await siteFolder({ ...site, "static/2026/11/a/index.html": "mine" });
  await symlink("/etc/hostname", join(folder, "static/host"));
  await expect(builtSite(folder)).rejects.toThrow(
    /static\/2026\/11\/a\/index\.html error same-address: .*page of articles\/a\.md.*\n(?:.*\n)*static\/host error outside-link/,
  );
});

test("the preview serves them with their media types, and follows what is added, saved and removed, own styles too", async () => {
  const folder = await siteFolder({ "articles/a.md": linking });
  const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {} });
  onTestFinished(() => preview.close());
  const answer = async (path: string) => {
    const response = await fetch(`http://localhost:${preview.port}/${path}`);
    return [response.status, response.headers.get("content-type"), await response.text()];
  };
  const follows = (path: string, ...expected: readonly unknown[]) =>
    expect.poll(() => answer(path), { timeout: 120_000 }).toEqual(expected);
  expect(await answer("ads.txt")).toMatchObject([404, "text/html; charset=utf-8", expect.anything()]);
  await writeFiles(folder, { "static/ads.txt": "one", "static/map/index.html": "<p>Map</p>" });
  await follows("ads.txt", 200, "text/plain; charset=utf-8", "one");
  await follows("map/", 200, "text/html; charset=utf-8", "<p>Map</p>");
  await writeFiles(folder, { "static/ads.txt": "two", "static/a.pdf": "report" });
  await follows("ads.txt", 200, "text/plain; charset=utf-8", "two");
  await follows("a.pdf", 200, "application/pdf", "report");
  await rm(join(folder, "static/a.pdf"));
  await follows("a.pdf", 404, "text/html; charset=utf-8", expect.anything());

  const styles = async () => {
    const [, , page = ""] = await answer("");
    const [, , css] = await answer(/href="\/(assets\/site\.[^"]+)"/.exec(String(page))?.[1] ?? "");
    return css;
  };
  const followsStyles = (text: string) =>
    expect.poll(styles, { timeout: 120_000 }).toContain(`@layer own{${text}}`);
  await writeFiles(folder, { "styles/a.css": ".masthead { color: #123 }" });
  await followsStyles(".masthead{color:#123}");
  await writeFiles(folder, { "styles/a.css": ".masthead { color: #456 }" });
  await followsStyles(".masthead{color:#456}");

  // Pictures that site.yaml names lie anywhere.
  const svg = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 96"/>`;
  const logoWidth = async () =>
    /<img src="[^"]*" alt="[^"]*" width="(\d+)"/.exec(String((await answer(""))[2]))?.[1];
  await writeFiles(folder, { "brand/logo.svg": svg(100), "site.yaml": `${smallSite}logo: brand/logo.svg\n` });
  await expect.poll(logoWidth, { timeout: 120_000 }).toBe("100");
  await writeFiles(folder, { "brand/logo.svg": svg(200) });
  await expect.poll(logoWidth, { timeout: 120_000 }).toBe("200");
});
