import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type KeepingOptions,
  keptDownloads,
} from "../../../../../src/newsroom/import/pictures/fetching/kept-downloads.ts";

let folder: string;
const ends: (() => void)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kept-"));
});

afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await rm(folder, { recursive: true, force: true });
});

/** A server on this machine. @returns its address */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

/** What the archive's own site answers, and how long was waited between tries. */
async function fetched(listener: RequestListener, options: Partial<KeepingOptions> = {}, path = "/a.jpg") {
  const site = await serve(listener);
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const downloads = keptDownloads({ folder, own: [site], wait, ...options });
  const result = await downloads.fetch(site + path);
  const content = "path" in result ? await readFile(result.path, "utf8") : undefined;
  return { result, content, waits, downloads, site };
}

const limits = { bytes: 1000, idleMs: 60_000, wholeMs: 60_000 };

describe("a download", () => {
  test("is kept, and not asked for again by a later run", async () => {
    let asked = 0;
    const { content, site } = await fetched((_, response) => {
      asked += 1;
      response.end("picture");
    });
    expect(content).toBe("picture");
    const again = await keptDownloads({ folder, own: [site] }).fetch(`${site}/a.jpg`);
    expect(again).toEqual({ path: expect.stringContaining(folder) });
    expect(asked).toBe(1);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test("follows redirects to where the file is", async () => {
    const { content } = await fetched((request, response) => {
      if (request.url === "/b.jpg") response.end("picture");
      else response.writeHead(301, { location: "b.jpg" }).end();
    });
    expect(content).toBe("picture");
  });

  test("tries again, longer each time, or when the server says, and gives up in the end", async () => {
    let asked = 0;
    const { content, waits } = await fetched((_, response) => {
      asked += 1;
      if (asked === 1) response.writeHead(503).end();
      else if (asked === 2) response.writeHead(429, { "retry-after": "7" }).end();
      else if (asked === 3) response.destroy();
      else response.end("picture");
    });
    expect(content).toBe("picture");
    expect(waits).toEqual([1000, 7000, 16_000]);
    const never = await fetched((_, response) => void response.writeHead(500).end());
    expect(never.result).toEqual({ fault: "the server answers 500" });
    expect(never.waits).toEqual([1000, 4000, 16_000]);
  });

  test.for([
    ["is not there", (_, response) => void response.writeHead(404).end(), "the server answers 404"],
    [
      "leads in a circle",
      (_, response) => void response.writeHead(302, { location: "/a.jpg" }).end(),
      "it leads on and on, perhaps in a circle",
    ],
    [
      "leads to a file of this machine",
      (_, response) => void response.writeHead(302, { location: "file:///etc/passwd" }).end(),
      "it is no address of the web",
    ],
    [
      "leads into a private network",
      (_, response) => void response.writeHead(302, { location: "http://10.0.0.1/a.jpg" }).end(),
      "it is on a private network, where nothing is fetched from",
    ],
    [
      "says that it is larger than may be",
      (_, response) => void response.writeHead(200, { "content-length": "1001" }).write("x"),
      "it is larger than 0.001 MB",
    ],
    [
      "is larger than may be",
      (_, response) => void response.write("x".repeat(1001)),
      "it is larger than 0.001 MB",
    ],
  ] as const satisfies readonly (readonly [string, RequestListener, string])[])(
    "that %s is told, once asked, and leaves nothing behind",
    async ([, listener, fault]) => {
      const { result, waits } = await fetched(listener, { limits });
      expect(result).toEqual({ fault });
      expect(waits).toEqual([]);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test.for([
    ["from which nothing comes", { ...limits, idleMs: 20 }, "nothing came for 0.02 seconds"],
    ["that never ends", { ...limits, wholeMs: 20 }, "it took longer than 0.02 seconds"],
  ] as const)("%s is given up", async ([, short, fault]) => {
    const { result } = await fetched(() => undefined, { limits: short });
    expect(result).toEqual({ fault });
    expect(await readdir(folder)).toEqual([]);
  });

  test("that breaks off is none", async () => {
    const { result, waits } = await fetched((_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    expect(result).toEqual({ fault: expect.stringContaining("the connection failed") });
    expect(waits).toHaveLength(3);
    expect(await readdir(folder)).toEqual([]);
  });

  test("from a machine of a private network is refused, by its number and by its name", async () => {
    let asked = 0;
    const site = await serve((_, response) => {
      asked += 1;
      response.end("secret");
    });
    const downloads = keptDownloads({ folder, own: ["https://paper.example"] });
    const fault = "it is on a private network, where nothing is fetched from";
    const { port } = new URL(site);
    for (const host of ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "[::ffff:127.0.0.1]"]) {
      expect(await downloads.fetch(`http://${host}:${port}/`)).toEqual({ fault });
    }
    expect(asked).toBe(0);
  });
});
