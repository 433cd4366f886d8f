import fc from "fast-check";
import { expect, test } from "vitest";
import { properDate } from "../../../src/content/style/date-forms.ts";

test.for([
  ["20.11.2026", "2026-11-20"],
  ["20.11.2026 8:30", "2026-11-20 08:30"],
  ["20.11.2026, 08:30", "2026-11-20 08:30"],
  ["2026/11/20", "2026-11-20"],
  ["2026.1.5", "2026-01-05"],
  ["2026-1-5 08:30", "2026-01-05 08:30"],
  ["20/11/2026", "2026-11-20"],
  ["11/20/2026", "2026-11-20"],
  ["5.5.2026", "2026-05-05"],
  ["2026-11-20T08:30", "2026-11-20 08:30"],
  ["2026/11/20T08:30:15+09:00", "2026-11-20 08:30:15+09:00"],
  ["2026/11/20 8:30:15.250+09", "2026-11-20 08:30:15+09"],
])("reads %s as %s", ([text = "", proper]) => {
  expect(properDate(text, "Asia/Seoul")).toBe(proper);
});

test.for([
  "3/11/2026",
  "3.11.2026",
  "31.2.2026",
  "20.11.26",
  "20 November 2026",
  "2026-11-20",
  "2026-11-20 08:30",
  "2026-11-20T08:30:00Z",
  "2026-11-20 8:30",
  "2026-11-20T08:30:00.000Z",
  "2026-11-20 08:30+08",
  "20.11/2026",
  "20.11.2026 25:00",
])("lets %s be, which is as it should be or could mean another day", (text) => {
  expect(properDate(text, "Asia/Seoul")).toBeUndefined();
});

test("has nothing more to say of what it has said", () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.constantFrom("/", ".", "-"), (date, separator) => {
      fc.pre(date.getUTCFullYear() >= 1000 && date.getUTCFullYear() <= 9999);
      const written = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].join(separator);
      const proper = properDate(written, "UTC") ?? written;
      expect(proper).toBe(date.toISOString().slice(0, 10));
      expect(properDate(proper, "UTC")).toBeUndefined();
    }),
  );
});
