import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoOf, parsePreset, run, serialOfIso } from "../../../engine/index";
import { AS_OF, accepted, documentWith, oneColumn, rungs, tableOf, tiered, tiersOf } from "../samples";
import { measured } from "./measured";

const quiet = { id: "quiet", type: "daysSince", of: "last" };
const daysTo = (days: readonly (string | number)[]) =>
  measured(
    [quiet],
    "quiet",
    ["last"],
    days.map((day) => [day]),
  );

test.each([
  ["2026-01-31", 0],
  ["2026-01-30", 1],
  ["2025-12-31", 31],
  ["2025-01-31", 365],
  ["2024-01-31", 731], // over a 29 February
  ["2026-02-01", null],
  ["2126-01-31", null],
  ["", null],
  ["n/a", null],
  ["soon", null],
  ["3/4/2025", null], // two readings
])(`from %j to ${AS_OF}: %j`, (day, days) => {
  expect(daysTo([day])).toEqual([days]);
});

test("the time of a day does not count", () => {
  const today = serialOfIso(AS_OF);
  expect(daysTo([today, today + 0.99, today - 0.01, today - 1])).toEqual([0, 0, 1, 1]);
});

test("a later day of the run makes every number larger by as much, and dates then past count", () => {
  const serial = fc.integer({ min: 61, max: 2_900_000 });
  fc.assert(
    fc.property(fc.array(serial, { minLength: 1, maxLength: 5 }), serial, fc.nat(40_000), (dates, from, later) => {
      const preset = accepted(documentWith({ measures: [quiet] }));
      const table = tableOf(oneColumn("last", dates), preset);
      const on = (day: number) => [...run(table, preset, { asOf: isoOf(day) }).facts.number("quiet")];
      const before = on(from);
      on(from + later).forEach((days, row) => {
        const date = dates[row] ?? NaN;
        expect(days).toBe(date > from + later ? NaN : from + later - date);
        if (date <= from) expect(days - (before[row] ?? NaN)).toBe(later);
      });
    }),
    { numRuns: 50 },
  );
});

test("a run on another day does not take over the days of the run before", () => {
  const tiers = { rungs: rungs({ fresh: { measure: "quiet", "<=": 30 } }, "rest") };
  const preset = accepted(documentWith({ measures: [quiet], tiers }));
  const table = tableOf(oneColumn("last", ["2026-01-01"]), preset);
  const previousRun = run(table, preset, { asOf: "2026-01-31" });
  expect(tiersOf(previousRun)).toEqual(["fresh"]);
  expect(tiersOf(run(table, preset, { asOf: "2026-02-01", previousRun }))).toEqual(["rest"]);
});

test("what is still to come is not recent", () => {
  const cells = oneColumn("last", ["2026-01-20", "2025-06-01", "2026-12-01"]);
  const conditions = { fresh: { measure: "quiet", "<=": 30 } };
  expect(tiersOf(tiered(cells, conditions, { measures: [quiet] }))).toEqual(["fresh", "rest", "rest"]);
});

describe("what is reported", () => {
  test("dates after the day of the run, by their rows", () => {
    const cells = [
      ["account", "last"],
      ["a", "2026-02-01"],
      ["b", "2026-01-31"],
      ["", "2027-01-01"],
      ["c", "2027-01-01"],
    ];
    const { issues } = tiered(cells, {}, { measures: [quiet] });
    expect(issues).toContainEqual({
      code: "date-in-future",
      severity: "warning",
      count: 2,
      rows: [1, 4],
      params: { id: "quiet", field: "last" },
    });
  });

  test("that no column holds the date", () => {
    const { issues } = tiered(oneColumn("value", [1]), {}, { measures: [quiet] });
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "measure-unmapped", params: { id: "quiet", fields: ["last"] } }),
    );
  });

  test.each(["value", "region", "isClient"])("%s is no date", (of) => {
    const parsed = parsePreset(documentWith({ measures: [{ ...quiet, of }] }));
    expect(parsed.ok ? [] : parsed.issues.map(({ code }) => code)).toEqual(["wrong-measure-type"]);
  });

  test("a date under another name is one", () => {
    const measures = [
      { ...quiet, of: "order" },
      { id: "order", type: "field", of: "last" },
    ];
    expect(measured(measures, "quiet", ["last"], [["2026-01-30"]])).toEqual([1]);
  });
});
