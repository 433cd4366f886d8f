import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CardDrawers, drawHere } from "../../../src/publish/media/card-drawers.ts";

const manyCards = 5000;
const cores = 3;

test("cards that other processes draw are those that one would have drawn", async () => {
  const drawers = await CardDrawers.start(manyCards, cores);
  try {
    const cards = ["Ferry stopped", "터널 개통", "جسر جديد", "<b>&amp;", ""].map((title, index) => ({
      siteTitle: "Small News",
      title,
      category: `Category ${index}`,
      language: "en",
      direction: "ltr" as const,
    }));
    const drawn = await Promise.all(cards.map((card) => drawers.draw(card)));
    const here = await Promise.all(cards.map((card) => drawHere(card)));
    for (const [index, bytes] of drawn.entries()) {
      expect(Buffer.from(bytes).equals(here[index] ?? Buffer.alloc(0)), cards[index]?.title).toBe(true);
    }
    expect(new Set(here.map((bytes) => Buffer.from(bytes).toString("base64"))).size).toBe(cards.length);
    // @ts-expect-error: the title of a card is a text
    await expect(drawers.draw({ ...cards[0], title: 7 })).rejects.toBeInstanceOf(Error);
  } finally {
    await drawers.dismiss();
  }
});

/** Processes of a pool that this one has started: https://man7.org/linux/man-pages/man5/proc_tid_children.5.html */
function drawingProcesses(): number[] {
  return readdirSync("/proc/self/task")
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, "utf8").trim().split(" "))
    .filter((id) => id !== "" && readFileSync(`/proc/${id}/cmdline`, "utf8").includes("tinypool"))
    .map(Number);
}

test.runIf(process.platform === "linux")(
  "a process that is ended while it draws is told in a sentence",
  async () => {
    const drawers = await CardDrawers.start(manyCards, 2);
    try {
      const card = { siteTitle: "Small News", title: "Ferry stopped", category: "", language: "en" };
      const drawing = drawers.draw({ ...card, direction: "ltr" });
      for (const id of drawingProcesses()) process.kill(id, "SIGKILL");
      await expect(drawing).rejects.toThrow(
        /^A process that draws cards has ended \(.+\); the machine may be short of memory/,
      );
    } finally {
      await drawers.dismiss();
    }
  },
);
