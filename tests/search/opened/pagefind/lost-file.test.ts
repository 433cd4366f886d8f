import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchedFile, unlessLost } from "../../../../src/search/opened/pagefind/lost-file.ts";

/** Answers each address with the statuses that stand in it, one after the other, and then with the last. */
const asked = new Map<string, number>();
const server = createServer(({ url = "" }, response) => {
  const count = asked.get(url) ?? 0;
  asked.set(url, count + 1);
  const statuses = url.slice(1).split("-");
  response.writeHead(Number(statuses[Math.min(count, statuses.length - 1)])).end("it came");
});
let origin = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address === "object" && address !== null) origin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => server.close());

const fetched = async (path: string) => Buffer.from(await fetchedFile(origin + path, {}, [1, 1])).toString();

test("a file that a server fails to send once or twice is asked for again", async () => {
  expect(await fetched("/503-200")).toBe("it came");
  expect(await fetched("/500-429-200")).toBe("it came");
  expect(asked.get("/500-429-200")).toBe(3);
});

test("a file that fails three times is lost, and one that is not there is gone at once", async () => {
  await expect(fetched("/502")).rejects.toMatchObject({ isGone: false });
  expect(asked.get("/502")).toBe(3);
  await expect(fetched("/404")).rejects.toMatchObject({ isGone: true, address: `${origin}/404` });
  expect(asked.get("/404")).toBe(1);
  await expect(fetchedFile("http://127.0.0.1:1/", {}, [1])).rejects.toMatchObject({ isGone: false });
});

test("one can do without what is lost, and not without what is gone", async () => {
  expect(await unlessLost(fetched("/200"))).toBe("it came");
  expect(await unlessLost(fetched("/504"))).toBeUndefined();
  await expect(unlessLost(fetched("/410"))).rejects.toMatchObject({ isGone: true });
});
