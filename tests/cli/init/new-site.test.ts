import { describe, expect, test } from "vitest";
import { completedSite, type GivenSite } from "../../../src/cli/init/new-site.ts";

const nothing: GivenSite = { title: undefined, url: undefined, language: undefined, timezone: undefined };

/** Gives these answers in turn; one that is refused is followed by the next. */
function answering(...answers: readonly string[]) {
  const left = [...answers];
  const asked: string[] = [];
  const write = async (question: string, fault?: (answer: string) => string | undefined) => {
    asked.push(question);
    for (;;) {
      const answer = left.shift() ?? "";
      const reason = fault?.(answer);
      if (reason === undefined) return answer;
      asked.push(reason);
    }
  };
  return { asked, write };
}

describe("dateline init at a terminal", () => {
  test("asks for all that is missing, and again where an answer cannot be", async () => {
    const { asked, write } = answering(
      " ",
      "The Harbour Times",
      "harbour.example",
      "https://harbour.example",
      "english!",
      "pt-BR",
      "Lisbon",
      "Europe/Lisbon",
    );
    expect(await completedSite(nothing, write, "UTC")).toEqual({
      title: "The Harbour Times",
      url: "https://harbour.example",
      language: "pt-BR",
      timezone: "Europe/Lisbon",
    });
    expect(asked).toEqual([
      "Name of the publication",
      "A publication has a name.",
      "Address, such as https://news.example; it can be changed later",
      '"harbour.example" is not the address of a site, such as https://news.example',
      "Language of its articles, such as en, ko or pt-BR; nothing means en",
      '"english!" is not a language tag, such as en, ko or pt-BR',
      "Time zone, such as Asia/Seoul; nothing means UTC",
      '"Lisbon" is not a zone of the IANA database, such as Asia/Seoul',
    ]);
  });

  test("takes English and the machine's time zone where nothing is answered", async () => {
    const { write } = answering("Times", "https://harbour.example");
    expect(await completedSite(nothing, write, "Asia/Seoul")).toMatchObject({
      language: "en",
      timezone: "Asia/Seoul",
    });
  });

  test("asks nothing where name and address are given", async () => {
    const { asked, write } = answering();
    const given = { ...nothing, title: "Times", url: "https://harbour.example" };
    expect(await completedSite(given, write, "Asia/Seoul")).toEqual({
      title: "Times",
      url: "https://harbour.example",
      language: "en",
      timezone: "Asia/Seoul",
    });
    expect(asked).toEqual([]);
  });
});
