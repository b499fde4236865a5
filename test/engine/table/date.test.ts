import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMonths,
  dateInText,
  dayOf,
  isoOf,
  isSerial,
  lastDayPassed,
  serialOf,
  serialOfIso,
} from "../../../engine/table/date";

const FIRST = 61; // 1900-03-01, behind the day that never was
const LAST = 2_958_465; // 9999-12-31
const day = fc.integer({ min: FIRST, max: LAST });

describe("serial numbers", () => {
  test.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [60, "1900-03-01"], // Excel's 29 February 1900
    [61, "1900-03-01"],
    [25_569, "1970-01-01"],
    [45_351, "2024-02-29"],
    [45_351.99, "2024-02-29"],
    [LAST, "9999-12-31"],
  ])("%d is %s", (serial, iso) => {
    expect(isoOf(serial)).toBe(iso);
    expect(serialOfIso(iso)).toBe(serial === 60 ? 61 : Math.floor(serial));
  });

  test("every day from 1900-03-01 to 9999-12-31 has one serial, one after another", () => {
    const date = new Date(Date.UTC(1900, 2, 1));
    let wrong = 0;
    for (let serial = FIRST; serial <= LAST; serial++) {
      const { year, month, day } = dayOf(serial);
      const isRight = year === date.getUTCFullYear() && month === date.getUTCMonth() + 1 && day === date.getUTCDate();
      if (!isRight || serialOf({ year, month, day }) !== serial) wrong++;
      date.setUTCDate(date.getUTCDate() + 1);
    }
    expect(wrong).toBe(0);
  });

  test("serial → ISO → serial", () => {
    fc.assert(fc.property(day, (serial) => serialOfIso(isoOf(serial)) === serial));
  });

  test.each([0, 0.5, -1, LAST + 1, NaN, Infinity])("%d is no date", (value) => {
    expect(isSerial(value)).toBe(false);
  });

  test.each([
    "1900-02-29",
    "2100-02-29",
    "2023-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "1899-12-31",
    "0000-01-01",
  ])("%s is no day", (iso) => {
    expect(serialOfIso(iso)).toBeNaN();
  });
});

describe("months later", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2000-01-31", 1, "2000-02-29"],
    ["2100-01-31", 1, "2100-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2025-11-22", 12, "2026-11-22"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-12-31", 0, "2026-12-31"],
  ])("%s + %d is %s", (from, months, to) => {
    expect(isoOf(addMonths(serialOfIso(from), months))).toBe(to);
  });

  test("as counting them one by one on a wall calendar", () => {
    const lengths = (year: number) => {
      const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    };
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: 2_000_000 }), fc.integer({ min: 0, max: 300 }), (serial, months) => {
        let { year, month } = dayOf(serial);
        for (let i = 0; i < months; i++) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
        const held = Math.min(dayOf(serial).day, lengths(year)[month - 1] ?? 0);
        expect(dayOf(addMonths(serial, months))).toEqual({ year, month, day: held });
      }),
    );
  });

  test("the last day from which they have passed is the last one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 100_000 }), fc.integer({ min: 0, max: 300 }), (until, months) => {
        const last = lastDayPassed(until, months);
        expect(addMonths(last, months)).toBeLessThanOrEqual(until);
        expect(addMonths(last + 1, months)).toBeGreaterThan(until);
      }),
    );
  });

  test("none have passed since before Excel's first day", () => {
    expect(lastDayPassed(serialOfIso("1900-06-01"), 12)).toBe(0);
  });
});

describe("dates written as text", () => {
  test.each([
    ["2026-01-31", null, "2026-01-31"],
    ["2026/1/5", null, "2026-01-05"],
    ["2026.01.05", null, "2026-01-05"],
    ["2026-01-31T23:30:00.000Z", null, "2026-01-31"],
    ["2026-01-31T23:30:00.000+0000", null, "2026-01-31"],
    ["2026-01-31T00:30:00+02:00", null, "2026-01-31"], // the day that is written, not the one in UTC
    ["2026-01-31 08:00", null, "2026-01-31"],
    ["3/4/2026", "dmy", "2026-04-03"],
    ["3/4/2026", "mdy", "2026-03-04"],
    ["03.04.2026", "dmy", "2026-04-03"],
    ["3-4-2026", "mdy", "2026-03-04"],
    ["13/1/2026", null, "2026-01-13"],
    ["1/13/2026", null, "2026-01-13"],
    ["5/5/2026", null, "2026-05-05"],
    [" 1/13/2017 10:30 PM ", "mdy", "2017-01-13"],
  ] as const)("%j in order %s is %s", (text, order, iso) => {
    expect(dateInText(text, order)).toBe(serialOfIso(iso));
  });

  test.each(["3/4/2026", "03.04.2026 10:00", "1-2-2026"])("%j has two readings where no order is stated", (text) => {
    expect(dateInText(text, null)).toBe("ambiguous");
  });

  test.each([
    ["1/13/2026", "dmy"],
    ["13/1/2026", "mdy"],
    ["31/31/2026", null],
    ["3/4/26", "dmy"],
    ["3/4-2026", "dmy"],
    ["5-Jan-2026", null],
    ["20260131", null],
    ["2026", null],
    ["soon", null],
  ] as const)("%j in order %s is no date", (text, order) => {
    expect(dateInText(text, order)).toBeNaN();
  });
});
