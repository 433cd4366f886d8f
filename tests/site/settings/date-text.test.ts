import { describe, expect, test } from "vitest";
import { isMomentFault, readMoment } from "../../../src/content/values/moment.ts";
import { dateTexts } from "../../../src/site/settings/date-text.ts";

const ms = (iso: string) => Date.parse(iso);

/** A date as an author writes it, in English. */
function shown(written: string, timezone: string): string {
  const moment = readMoment(written, timezone);
  return isMomentFault(moment) ? moment.message : dateTexts("en", timezone).moment(moment);
}

describe("dates as readers see them", () => {
  test("have the day before the month in English", () => {
    const english = dateTexts("en", "UTC");
    expect(english.day(ms("2026-11-20T08:30Z"))).toBe("20 November 2026");
    expect(shown("2026-11-20 08:30", "UTC")).toBe("20 November 2026 at 08:30 UTC");
    expect(english.month(2026, 1)).toBe("January 2026");
  });

  test("are those of the site's zone, midnight being 00:00", () => {
    expect(shown("2026-11-20 15:00Z", "Asia/Seoul")).toBe("21 November 2026 at 00:00 GMT+9");
    expect(dateTexts("en", "America/New_York").day(ms("2026-11-20T04:59Z"))).toBe("19 November 2026");
  });

  test("have no time where none was written, also where the day does not begin at midnight", () => {
    expect(shown("2026-11-20", "Asia/Seoul")).toBe("20 November 2026");
    expect(shown("2026-11-20 00:00", "Asia/Seoul")).toBe("20 November 2026 at 00:00 GMT+9");
    expect(shown("2018-11-04", "America/Sao_Paulo")).toBe("4 November 2018");
  });

  test("are in the language of the page", () => {
    expect(dateTexts("ko", "UTC").day(ms("2026-11-20T08:30Z"))).toBe("2026년 11월 20일");
    expect(dateTexts("en-US", "UTC").day(ms("2026-11-20T08:30Z"))).toBe("November 20, 2026");
    expect(dateTexts("pt-BR", "UTC").month(2026, 11)).toBe("novembro de 2026");
  });

  test("say month and year once where a range has them in common", () => {
    const { dayRange } = dateTexts("en", "UTC");
    const spaced = (start: string, end: string) => dayRange(ms(start), ms(end)).replace(/\s/g, " ");
    expect(spaced("2026-11-03", "2026-11-20")).toBe("3 – 20 November 2026");
    expect(spaced("2026-10-30", "2026-11-02")).toBe("30 October – 2 November 2026");
    expect(spaced("2025-12-30", "2026-01-02")).toBe("30 December 2025 – 2 January 2026");
    expect(spaced("2026-11-20T01:00Z", "2026-11-20T23:00Z")).toBe("20 November 2026");
  });

  test("name the months of the archive's addresses, also where another calendar is usual", () => {
    expect(dateTexts("fa", "Asia/Tehran").month(2026, 11)).toMatch(/^نوامبر ۲۰۲۶/);
    expect(dateTexts("en", "UTC").month(1, 12)).toBe("December 1");
    expect(dateTexts("en", "UTC").month(99, 1)).toBe("January 99");
  });
});
