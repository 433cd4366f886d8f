import { describe, expect, test } from "vitest";
import {
  dateInPath,
  writtenMoment,
} from "../../../../../../src/newsroom/import/formats/markdown/values/written-moments.ts";

const read = (text: string, zone?: string) => writtenMoment(text, zone, "Asia/Hong_Kong");

describe("a date as other systems' authors write it", () => {
  test.for([
    ["2020-01-02", "2020-01-02"],
    ["2020-1-2", "2020-01-02"],
    ["2020/01/02", "2020-01-02"],
    ["2020.01.02", "2020-01-02"],
    ["2020年1月2日", "2020-01-02"],
    ["2020년 1월 2일", "2020-01-02"],
    ["2 January 2020", "2020-01-02"],
    ["Jan 2nd, 2020", "2020-01-02"],
    ["Thursday, January 2, 2020", "2020-01-02"],
    ["2020-01-02 9:05", "2020-01-02 09:05:00"],
    ["2020-01-02 09:05:07", "2020-01-02 09:05:07"],
    ["2020-01-02T09:05:07.123", "2020-01-02 09:05:07"],
    ["2020/01/02 3:04 PM", "2020-01-02 15:04:00"],
    ["2020-01-02 12:04 am", "2020-01-02 00:04:00"],
    ["January 2, 2020 at 3:04 pm", "2020-01-02 15:04:00"],
    ["2020-01-02 09:05:00 +0900", "2020-01-02 09:05:00+09:00"],
    ["2020-01-02 09:05:00 +09:00", "2020-01-02 09:05:00+09:00"],
    ["2020-01-02T09:05:00Z", "2020-01-02 09:05:00+00:00"],
    ["2020-01-02 09:05 UTC", "2020-01-02 09:05:00+00:00"],
    ["2020-01-02 09:05 KST", "2020-01-02 09:05:00+09:00"],
    ["2020-01-02 09:05 EST", "2020-01-02 09:05:00-05:00"],
    ["2020-01-02 09:05 PST", "2020-01-02 09:05:00-08:00"],
    ["2020-01-02 09:05 IST", "2020-01-02 09:05:00+05:30"],
    ["2020-01-02 09:05 GMT-3", "2020-01-02 09:05:00-03:00"],
    // In China, CST is China's; for RFC 2822 it is America's.
    ["2020-01-02 09:05 CST", "2020-01-02 09:05:00+08:00"],
    ["2020-01-02 09:05 Asia/Seoul", "2020-01-02T09:05:00+09:00"],
    // New York is five hours behind in January, four in July.
    ["2020-07-02 09:05 America/New_York", "2020-07-02T09:05:00-04:00"],
    ["Thu, 02 Jan 2020 15:04:05 -0700", "2020-01-02 15:04:05-07:00"],
    ["Thu, 02 Jan 2020 15:04:05 GMT", "2020-01-02 15:04:05+00:00"],
    // 1577955845 seconds are 18263 days, 9 hours, 4 minutes and 5 seconds.
    ["1577955845", "2020-01-02T09:04:05Z"],
    ["1577955845000", "2020-01-02T09:04:05Z"],
  ] as const)("%s is %s", ([text, moment]) => {
    expect(read(text)).toBe(moment);
  });

  test.for([
    // The day or the month?
    "01/02/2020",
    "2020-02-30",
    "2020-01-02 25:00",
    "2020-01-02 09:05 XYZ",
    "2020-01",
    "yesterday",
    "Last Modified",
    "",
  ])("that cannot be told is told: %s", (text) => {
    expect(read(text)).toBeUndefined();
  });

  test("goes by the clocks of the old site where it names no offset, and is a day where it names no time", () => {
    expect(read("2020-01-02 09:05", "Asia/Tokyo")).toBe("2020-01-02T09:05:00+09:00");
    expect(read("2020-01-02", "Asia/Tokyo")).toBe("2020-01-02");
    expect(read("2020-01-02 09:05 -0300", "Asia/Tokyo")).toBe("2020-01-02 09:05:00-03:00");
  });
});

describe("the date of a file", () => {
  test.for([
    ["_posts/2020-01-02-ferry-returns.md", "2020-01-02", "ferry-returns"],
    ["_posts/2020-1-2-ferry.md", "2020-01-02", "ferry"],
    ["blog/2020-01-02_ferry.md", "2020-01-02", "ferry"],
    ["blog/2020-01-02-ferry/index.md", "2020-01-02", "ferry"],
    ["2020-01-02.md", "2020-01-02", "2020-01-02"],
    ["news/2020/01/02/ferry.md", "2020-01-02", "ferry"],
    ["blog/2020/01/02-ferry.md", "2020-01-02", "02-ferry"],
  ] as const)("%s is %s", ([file, date, name]) => {
    expect(dateInPath(file)).toEqual({ date, name });
  });

  test.for(["ferry.md", "2020/ferry.md", "2020-13-45-ferry.md", "covid-2020-01-02.md"])(
    "%s has none",
    (file) => {
      expect(dateInPath(file)).toBeUndefined();
    },
  );
});
