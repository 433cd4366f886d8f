import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { isWebAddress } from "../../../../../src/content/yaml/schema-parts.ts";
import { fetchedFeed } from "../../../../../src/newsroom/import/formats/feed/fetched-feed.ts";

const closing: (() => void)[] = [];
afterAll(() => closing.forEach((close) => void close()));

/** A server for one test; gives its address. */
async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port }: AddressInfo = Object(server.address());
  return `http://127.0.0.1:${port}`;
}

const textOf = async (address: string, patience?: number) =>
  new TextDecoder().decode(await fetchedFeed(address, patience));

describe("a feed from the web", () => {
  test("is fetched, over redirects", async () => {
    const base = await served(({ url }, response) => {
      if (url === "/old") response.writeHead(301, { location: "/new" }).end();
      else response.end("<rss/>");
    });
    expect(await textOf(`${base}/old`)).toBe("<rss/>");
  });

  test("is in the encoding that the server names", async () => {
    const base = await served((_, response) => {
      response.setHeader("content-type", "application/rss+xml; charset=euc-kr");
      response.end(Buffer.from("<rss>\xb0\xe6\xc1\xa6</rss>", "latin1"));
    });
    expect(await textOf(base)).toBe("<rss>경제</rss>");
  });

  test.for([
    [
      "is not there",
      "the server answers 404",
      (response: Parameters<RequestListener>[1]) => response.writeHead(404).end(),
    ],
    [
      "leads in a circle",
      "it leads on more than 5 times",
      (response: Parameters<RequestListener>[1]) => response.writeHead(302, { location: "/" }).end(),
    ],
    [
      "leads to a file of this machine",
      "it leads to file:///etc/passwd, which is not on the web",
      (response: Parameters<RequestListener>[1]) =>
        response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    ],
  ] as const)("that %s is told", async ([, reason, answer]) => {
    const base = await served((_, response) => void answer(response));
    await expect(fetchedFeed(base)).rejects.toThrow(reason);
  });

  test("that never ends is given up when there is more than a feed has", async () => {
    const piece = Buffer.alloc(4 * 1024 * 1024, "x");
    const base = await served((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    });
    await expect(fetchedFeed(base)).rejects.toThrow("it has more than 64 MB");
  });

  test("of which no answer comes is given up", async () => {
    const base = await served(() => undefined);
    await expect(fetchedFeed(base, 50)).rejects.toThrow("no answer came within 0.05 seconds");
  });

  test("of a server that is not there is told", async () => {
    await expect(fetchedFeed("http://127.0.0.1:1/")).rejects.toThrow(/takes no connections|bad port/);
  });

  test("is named by its address, and nothing else is", () => {
    expect(["https://a.example/feed", "HTTP://a.example"].map(isWebAddress)).toEqual([true, true]);
    expect(["feed.xml", "file:///etc/passwd", "https://", "ftp://a.example/"].map(isWebAddress)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
