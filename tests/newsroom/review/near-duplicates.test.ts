import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decisiveTexts, nearDuplicates, signatureOf } from "../../../src/newsroom/review/near-duplicates.ts";

const words =
  "the harbour tunnel opened at dawn after nine years of digging under a sea that never kept still and a crowd that came with lamps".split(
    " ",
  );

/** A text of so many different words, from a word on. */
function text(from: number, count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `${words[(from + index) % words.length]}${from + index}`,
  ).join(" ");
}

function found(...texts: string[]) {
  return nearDuplicates(
    texts.map((value, key) => ({ key, text: value })),
    0.7,
  );
}

describe("texts that are nearly the same", () => {
  test("are found where one is the other with a word changed", () => {
    const original = text(0, 100);
    const edited = original.replace("dawn5", "noon");
    const [pair] = found(text(500, 100), original, edited);
    expect(pair).toMatchObject({ key: 2, earlier: 1 });
    // 100 words make 96 shingles of five; the changed word is in five of them: 91 of 101 are shared.
    expect(pair?.likeness).toBeCloseTo(91 / 101, 10);
  });

  test("are found whatever the letter case, the quotation marks and the spaces", () => {
    expect(found(text(0, 60), `“${text(0, 60).toUpperCase().replaceAll(" ", "  ")}”`)).toMatchObject([
      { key: 1, earlier: 0, likeness: 1 },
    ]);
  });

  test("are found in Korean, and in Chinese, which writes no spaces", () => {
    const korean =
      "항만 당국은 올해 물동량이 지난해보다 늘었다고 밝혔다 새 부두는 내년 봄에 문을 연다 인근 주민들은 소음을 걱정한다";
    const chinese = "港口隧道在九年之后于黎明时分通车第一批汽车在灯光下驶入海底市民们站在岸边观看";
    expect(found(korean, chinese, `${korean} 끝`, `${chinese}了`)).toMatchObject([
      { key: 2, earlier: 0 },
      { key: 3, earlier: 1 },
    ]);
  });

  test.for([
    ["Lao", "ອຸໂມງທ່າເຮືອເປີດໃຊ້ໃນຕອນເຊົ້າຫຼັງຈາກກໍ່ສ້າງມາເກົ້າປີລົດຄັນທຳອິດຂັບຜ່ານພາຍໃຕ້ແສງໄຟ"],
    ["Khmer", "ផ្លូវរូងក្រោមកំពង់ផែបានបើកនៅពេលព្រឹកបន្ទាប់ពីប្រាំបួនឆ្នាំរថយន្តដំបូងបានឆ្លងកាត់ក្រោមពន្លឺភ្លើង"],
    ["Burmese", "ဆိပ်ကမ်းဥမင်ကိုကိုးနှစ်အကြာတွင်နံနက်စောစောဖွင့်ခဲ့ပြီးပထမဆုံးကားများဖြတ်သန်းခဲ့သည်"],
  ] as const)("are found where no spaces part the words: %s", ([, story]) => {
    expect(found(story, story.slice(1))).toMatchObject([{ key: 1, earlier: 0 }]);
  });

  test("are not those that share a paragraph of many", () => {
    expect(found(`${text(0, 30)} ${text(1000, 200)}`, `${text(0, 30)} ${text(2000, 200)}`)).toEqual([]);
  });

  test("are not short notices, which are alike by chance", () => {
    expect(found("There was no news today.", "There was no news today.")).toEqual([]);
  });

  test("never name a text that comes later, and name each at most once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }), (starts) => {
        const pairs = found(...starts.map((start) => text(start * 1000, 40)));
        expect(pairs.every(({ key, earlier }) => earlier < key)).toBe(true);
        // Every text but the first of its kind repeats an earlier one.
        expect(pairs).toHaveLength(starts.length - new Set(starts).size);
      }),
    );
  });
});

test("what is asked of some texts alone is decided by few others, and is what all of them say of these", () => {
  const drawn = fc.record({ from: fc.nat(3), count: fc.integer({ min: 0, max: 40 }), changed: fc.nat(60) });
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 12 }), fc.nat(11), (drafts, asked) => {
      const texts = drafts.map(({ from, count, changed }, key) => {
        const words = text(from * 1000, count).split(" ");
        return { key, text: words.map((word, index) => (index === changed ? "other" : word)).join(" ") };
      });
      const about = (some: typeof texts) =>
        nearDuplicates(some, 0.5).filter(({ key, earlier }) => key === asked || earlier === asked);
      const signed = texts.map((one) => ({ ...one, signature: signatureOf(one.text) }));
      expect(about(decisiveTexts(signed, ({ key }) => key === asked))).toEqual(about(texts));
    }),
  );
  const apart = [text(0, 50), text(1000, 50), text(2000, 50)].map((one, key) => ({
    key,
    signature: signatureOf(one),
  }));
  expect(decisiveTexts(apart, ({ key }) => key === 1)).toEqual([]);
});
