import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  calendarDay,
  isTimeZone,
  type Moment,
  machineDate,
  momentAt,
  readMoment,
} from "../../../src/content/values/moment.ts";

describe("the date of an article", () => {
  test.for([
    ["2026-11-20", "Asia/Seoul", "2026-11-20T00:00:00+09:00"],
    ["2026-11-20 08:30", "Asia/Hong_Kong", "2026-11-20T08:30:00+08:00"],
    ["2026-11-20T08:30:15", "UTC", "2026-11-20T08:30:15Z"],
    ["  2026-11-20   08:30 ", "UTC", "2026-11-20T08:30:00Z"],
    // An offset of its own says when; the site's zone says how it is shown.
    ["2026-11-20 23:30+01:00", "Asia/Seoul", "2026-11-21T07:30:00+09:00"],
    ["2026-11-20 23:30+01", "Asia/Seoul", "2026-11-21T07:30:00+09:00"],
    ["2026-11-20 8:30", "Asia/Hong_Kong", "2026-11-20T08:30:00+08:00"],
    ["2026-11-20T8:05:09 -03", "UTC", "2026-11-20T11:05:09Z"],
    // Machines write fractions of a second; a point or a comma stands before them (ISO 8601).
    ["2026-11-20T08:30:00.000Z", "UTC", "2026-11-20T08:30:00Z"],
    ["2026-11-20T08:30:59.987654+00:00", "UTC", "2026-11-20T08:30:59Z"],
    ["2026-11-20 08:30:15,25", "UTC", "2026-11-20T08:30:15Z"],
    ["2026-11-20 08:30 -0330", "UTC", "2026-11-20T12:00:00Z"],
    ["2026-11-20t08:30z", "America/New_York", "2026-11-20T03:30:00-05:00"],
    ["2026-11-20 24:00", "UTC", "2026-11-21T00:00:00Z"],
    // Clocks there went forward at 3 in the morning of this day, three months before they skipped a day.
    ["2011-09-24 12:00", "Pacific/Apia", "2011-09-24T12:00:00-10:00"],
    ["2024-02-29", "UTC", "2024-02-29T00:00:00Z"],
    ["0001-01-01", "UTC", "0001-01-01T00:00:00Z"],
    ["9999-12-31 23:59", "UTC", "9999-12-31T23:59:00Z"],
  ])("%j in %s is %s", ([text = "", zone = "", iso]) => {
    const moment = readMoment(text, zone);
    const precision = text.includes(":") ? "time" : "day";
    expect(moment).toEqual({ iso, epochMs: Date.parse(iso ?? ""), precision });
  });

  test.for([
    "20 November 2026",
    "2026-11",
    "2026-1-2",
    "2026/11/20",
    "2026-11-20 8",
    "2026-11-20 8:3",
    "2026-11-20 008:30",
    "2026-11-20 08:30.5",
    "2026-11-20 08:30:15.",
    "2026-11-20 08:30 pm",
    "2026-11-20 08:30+8",
    "2026-11-20 08:30+15",
    "2026-11-20 08:30+99:99",
    "2026-11-20 08:30+15:00",
    "2026-11-20 08:30+08:60",
    "2026-11-20+08:00",
    "12026-11-20",
    "",
  ])("may not be written %j", (text) => {
    expect(readMoment(text, "UTC")).toMatchObject({ code: "bad-date" });
  });

  test.for([
    ["2026-02-29", "UTC"],
    ["2026-13-01", "UTC"],
    ["2026-11-31", "UTC"],
    ["2026-11-20 25:00", "UTC"],
    ["2026-11-20 8:60", "UTC"],
    ["2026-11-20 08:60", "UTC"],
    ["0000-12-31", "UTC"],
    ["0001-01-01 00:00+14:00", "UTC"],
    ["9999-12-31 23:59-12:00", "UTC"],
  ])(
    "may not be a moment that does not exist or has no year of four digits: %s",
    ([text = "", zone = ""]) => {
      expect(readMoment(text, zone)).toMatchObject({ code: "impossible-date" });
    },
  );

  test("in the hour that is left out in spring is counted on from the hour before", () => {
    expect(readMoment("2026-03-29 02:30", "Europe/Berlin")).toMatchObject({
      iso: "2026-03-29T03:30:00+02:00",
    });
    // Some zones leave out midnight; a day without a time begins when its clocks do.
    expect(readMoment("2018-11-04", "America/Sao_Paulo")).toMatchObject({ iso: "2018-11-04T01:00:00-02:00" });
  });

  test("is made its moment again by its offset, in any zone", () => {
    const moments = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2100, 0) });
    const zones = fc.constantFrom(
      "UTC",
      "Asia/Kathmandu",
      "America/St_Johns",
      "Pacific/Apia",
      "Europe/Dublin",
    );
    fc.assert(
      fc.property(moments, zones, (ms, zone) => {
        const moment = momentAt(Math.floor(ms / 1000) * 1000, zone);
        expect(readMoment(moment.iso, zone)).toEqual(moment);
      }),
    );
  });
});

describe("the hour that comes twice in autumn", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test.for(["2026-07-01", "2026-12-01"])(
    "is meant the first time, also on the day of the build, %s",
    (day) => {
      vi.useFakeTimers({ now: Date.parse(day) });
      expect(readMoment("2026-10-25 02:30", "Europe/Berlin")).toMatchObject({
        iso: "2026-10-25T02:30:00+02:00",
      });
      expect(readMoment("2026-11-01 01:30", "America/New_York")).toMatchObject({
        iso: "2026-11-01T01:30:00-04:00",
      });
    },
  );

  test("is meant the second time where the offset says so", () => {
    expect(readMoment("2026-10-25 02:30+01:00", "Europe/Berlin")).toMatchObject({
      iso: "2026-10-25T02:30:00+01:00",
    });
  });
});

test("machines are told a time only where one was written", () => {
  expect(readMoment("2026-11-20", "Asia/Seoul")).toSatisfy(
    (day: Moment) => machineDate(day) === "2026-11-20" && day.iso === "2026-11-20T00:00:00+09:00",
  );
  expect(readMoment("2026-11-20 00:00", "Asia/Seoul")).toSatisfy(
    (midnight: Moment) => machineDate(midnight) === "2026-11-20T00:00:00+09:00",
  );
});

test("an article's address has the day of its own zone", () => {
  const moment = momentAt(Date.parse("2026-10-31T23:30Z"), "Asia/Seoul");
  expect(calendarDay(moment)).toEqual(["2026", "11", "01"]);
});

test("a time zone is one of the IANA database", () => {
  expect(["Asia/Seoul", "UTC", "America/Argentina/Ushuaia"].filter(isTimeZone)).toHaveLength(3);
  expect(["Seoul", "KST+9", "Asia/Nowhere", ""].filter(isTimeZone)).toEqual([]);
});
