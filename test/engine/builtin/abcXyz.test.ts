import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../engine/index";
import { boundTo, builtIn, counts, flagged, runOn, shown } from "./builtIn";

const preset = builtIn("abc-xyz");
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const HEADER = ["Customer", ...MONTHS];

const steady = (amount: number) => MONTHS.map(() => amount);
/** Six months of one amount, six of another: the mean is halfway, the deviation half of the difference. */
const swinging = (low: number, high: number) => MONTHS.map((_, i) => (i % 2 === 0 ? low : high));
const some = (months: number, amount: number, others: CellValue) =>
  MONTHS.map((_, i): CellValue => (i < months ? amount : others));

/** Worth 1,000 together, largest first: A begins under 800, B under 950. */
const STEADY: [name: string, months: CellValue[], shown: string][] = [
  ["a1", steady(50), "AX · Tier 1"], // 600, from 0
  ["a2", swinging(11, 29), "AY · Tier 1"], // 240 from 600; 9 / 20 = 45 %
  ["b1", swinging(6, 10), "BX · Tier 2"], // 96 from 840; 2 / 8 = 25 %, the last that is X
  ["b2", some(3, 12, 0), "BZ · Tier 3"], // 36 from 936; 173 %
  ["c1", steady(1), "CX · Tier 3"], // 12 from 972
  ["c2", swinging(0.45, 1.05), "CY · Tier 4"], // 9 from 984; 0.3 / 0.75 = 40 %
  ["c3", some(1, 4, 0), "CZ · Tier 4"], // 4 from 993
  ["c4", some(2, 1.5, ""), "C n/a · Tier 4"], // 3 from 997; two months are too few
];
const ERRATIC: typeof STEADY = [
  ["a1", some(1, 700, 0), "AZ · Tier 2"],
  ["a2", some(2, 75, ""), "A n/a · Tier 2"], // 150 from 700
  ["b1", swinging(4.5, 10.5), "BY · Tier 3"], // 90 from 850; 3 / 7.5 = 40 %
  ["b2", some(2, 25, ""), "B n/a · Tier 3"], // 50 from 940
  ["c1", some(10, 1, ""), "CX · Tier 3"], // 10 from 990; the two blank months are left out
  ["c2", swinging(5, -5), "C n/a · Tier 4"], // nothing in the end
  ["c3", steady(-1), "C n/a · Tier 4"],
  ["c4", steady(0), "C n/a · Tier 4"],
  ["c5", some(0, 0, ""), "C n/a · Tier 4"],
];
const cellsOf = (rows: typeof STEADY): CellValue[][] => [HEADER, ...rows.map(([name, months]) => [name, ...months])];

test.each([
  ["steady customers", STEADY],
  ["erratic ones, and some worth nothing", ERRATIC],
])("%s, cell by cell", (_, rows) => {
  expect(shown(runOn(preset, cellsOf(rows)))).toEqual(rows.map(([, , shown]) => shown));
});

test("a deviation of half the mean is Y, anything more Z", () => {
  const cells = [HEADER, ["y", ...swinging(5, 15)], ["z", ...swinging(4.9, 15.1)]];
  expect(shown(runOn(preset, cells))).toEqual(["AY · Tier 1", "AZ · Tier 2"]);
});

test("what is unknown or worth nothing is flagged", () => {
  const result = runOn(preset, cellsOf(ERRATIC));
  expect(flagged(result, "steadinessUnknown")).toEqual(["a2", "b2"]);
  expect(flagged(result, "noValue")).toEqual(["c2", "c3", "c4", "c5"]);
});

describe("where the value comes from", () => {
  test("without months, from the total; all steadiness is unknown", () => {
    const cells = [["Customer", "Revenue"], ["a", 700], ["b", 200], ["c", 60], ["d", 40], ["e", 0], ["f", ""]]; // prettier-ignore
    const result = runOn(preset, cells);
    expect(shown(result)).toEqual([
      "A n/a · Tier 2",
      "A n/a · Tier 2",
      "B n/a · Tier 3",
      "C n/a · Tier 4",
      "C n/a · Tier 4",
      "C n/a · Tier 4",
    ]);
    expect([...result.value]).toEqual([700, 200, 60, 40, 0, NaN]);
  });

  test("with months, from them, whatever a total says and an account is called", () => {
    const cells = [
      [...HEADER, "Total"],
      ["New", ...steady(10), 9999],
      ["Prospect", ...steady(5), 9999],
      ["No months", ...some(0, 0, ""), 60],
    ];
    expect([...runOn(preset, cells).value]).toEqual([120, 60, 60]);
  });

  test("from three months on there is a steadiness", () => {
    const cells = [["Customer", "M1", "M2", "M3"], ["a", 10, 10, 10], ["b", 0.5, 0.5, ""]]; // prettier-ignore
    expect(shown(runOn(preset, cells))).toEqual(["AX · Tier 1", "C n/a · Tier 4"]); // b begins at 30 of 31, 97 %
  });
});

test.each([
  ["names", MONTHS],
  ["long names", ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]],
  ["a year", MONTHS.map((month) => `${month}-25`)],
  ["the order of a business year", [...MONTHS.slice(3), ...MONTHS.slice(0, 3)].map((month) => `${month} 2025`)],
  ["numbers", MONTHS.map((_, i) => `Month ${i + 1}`)],
  ["numbers of two digits", MONTHS.map((_, i) => `M${String(i + 1).padStart(2, "0")}`)],
])("months with %s are found", (_, headers) => {
  const found = boundTo(preset, ["Account name", "Owner", ...headers]);
  expect(Object.keys(found)).toHaveLength(13);
  expect(new Set(Object.values(found)).size).toBe(13);
}); // prettier-ignore

test("months of two years are asked about", () => {
  const headers = ["Customer", ...["2024", "2025"].flatMap((year) => MONTHS.map((month) => `${month} ${year}`))];
  const result = runOn(preset, [headers, ["a", ...steady(5), ...steady(6)]]);
  expect(result.issues.filter(({ code }) => code === "header-ambiguous")).toHaveLength(12);
  expect(counts(result, "segment")).toEqual({ "C n/a": 1 });
});
