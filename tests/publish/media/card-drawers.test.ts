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
