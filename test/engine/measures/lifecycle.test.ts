import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { run, type CellValue } from "../../../engine/index";
import { addMonths, isoOf, serialOfIso } from "../../../engine/table/date";
import { accepted, documentWith, oneColumn, tableOf, type Cells } from "../samples";

const stage = { id: "stage", type: "lifecycle", firstPurchase: "first" };

/** The stage of each account on a day, and what the analyst is told. */
function stages(cells: Cells, asOf: string, measure: object = stage, more: object[] = []) {
  const preset = accepted(documentWith({ measures: [...more, measure] }));
  const result = run(tableOf(cells, preset), preset, { asOf });
  const { codes, words } = result.facts.text("stage");
  const issues = result.issues.map(({ code, severity, count, rows }) => [code, severity, count, rows.join()]);
  return { words: [...codes].map((code) => words[code]), issues };
}

describe("the window of a new account, to the day", () => {
  test.each([
    ["2025-11-21", "established"],
    ["2025-11-22", "established"],
    ["2025-11-23", "new"],
    ["2026-11-22", "new"],
    ["2026-11-23", "prospect"],
    ["", "prospect"],
    ["n/a", "prospect"],
    ["soon", "prospect"],
  ])("first purchase %j on 2026-11-22: %s", (first, word) => {
    expect(stages(oneColumn("first", [first]), "2026-11-22").words).toEqual([word]);
  });

  test.each([
    ["2024-02-29", "2025-02-27", "new"],
    ["2024-02-29", "2025-02-28", "established"], // 29 February + 12 months is held to the 28th
    ["2025-01-31", "2026-01-30", "new"],
    ["2025-01-31", "2026-01-31", "established"],
  ])("first purchase %s on %s: %s", (first, asOf, word) => {
    expect(stages(oneColumn("first", [first]), asOf).words).toEqual([word]);
  });

  test("the time of day never decides", () => {
    const day = serialOfIso("2026-11-22");
    expect(stages(oneColumn("first", [day + 0.9]), "2026-11-22").words).toEqual(["new"]);
  });

  test("no months: nobody is new", () => {
    expect(stages(oneColumn("first", ["2026-11-22"]), "2026-11-22", { ...stage, newMonths: 0 }).words).toEqual([
      "established",
    ]);
  });

  test("as the rule is written, for every window and day", () => {
    const near = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(near, fc.integer({ min: 10_000, max: 60_000 }), fc.nat(120), (offsets, day, newMonths) => {
        const firsts = offsets.map((offset) => addMonths(day, -newMonths) + offset);
        const { words } = stages(oneColumn("first", firsts), isoOf(day), { ...stage, newMonths });
        const rule = (first: number) =>
          first > day ? "prospect" : addMonths(first, newMonths) > day ? "new" : "established";
        expect(words).toEqual(firsts.map(rule));
      }),
    );
  });
});

describe("lapsed accounts", () => {
  const lapsing = { ...stage, lastPurchase: "last", lapsedMonths: 6 };
  const rows: [CellValue, CellValue, string][] = [
    ["2020-01-01", "2026-05-22", "lapsed"],
    ["2020-01-01", "2026-05-23", "established"],
    ["2020-01-01", "", "established"],
    ["2026-01-01", "2026-01-01", "new"],
    ["", "2020-01-01", "prospect"],
  ];

  test.each(rows)("first %j, last %j: %s", (first, last, word) => {
    const cells = [
      ["account", "first", "last"],
      ["A", first, last],
    ];
    expect(stages(cells, "2026-11-22", lapsing).words).toEqual([word]);
  });

  test("nobody is lapsed, and it is said, where no column holds the last purchase", () => {
    const result = stages(oneColumn("first", ["2020-01-01"]), "2026-11-22", lapsing);
    expect(result).toMatchObject({ words: ["established"] });
    expect(result.issues).toContainEqual(["last-purchase-unmapped", "info", 1, ""]);
  });
});

describe("what the analyst is told", () => {
  const told = (header: string, cell: CellValue, more = {}) => {
    const measures = [{ ...stage, ...more }];
    const preset = accepted(documentWith({ measures }));
    const { issues } = run(tableOf(oneColumn(header, [cell]), preset), preset, { asOf: "2026-11-22" });
    return issues.filter(({ code }) => code.includes("purchase") || code.startsWith("lifecycle"));
  };

  test("names the field, and says nothing of a last purchase that is not asked for, or is there", () => {
    expect(told("first", 80_000)).toMatchObject([{ code: "first-purchase-in-future", params: { field: "first" } }]);
    expect(told("value", 1)).toMatchObject([{ code: "lifecycle-unmapped", params: { field: "first" } }]);
    expect(told("first", "2020-01-01")).toEqual([]);
    expect(told("first", "2020-01-01", { lastPurchase: "last" })).toMatchObject([
      { code: "last-purchase-unmapped", params: { field: "last" } },
    ]);
    expect(told("first", "2020-01-01", { lastPurchase: "first" })).toEqual([]);
  });

  test("everybody is established where no column holds the first purchase", () => {
    expect(stages(oneColumn("value", [1, 2]), "2026-11-22")).toEqual({
      words: ["established", "established"],
      issues: [["lifecycle-unmapped", "info", 2, ""]],
    });
  });

  test("first purchases after the day of the run, without the rows that are no account", () => {
    const cells = [
      ["account", "first"],
      ["A", 80_000],
      ["", 80_000],
      ["C", 1000],
      ["D", 80_000],
    ];
    expect(stages(cells, "2026-11-22").issues).toContainEqual(["first-purchase-in-future", "warning", 2, "1,4"]);
  });

  test("the first purchase may be known by another name", () => {
    const cells = oneColumn("first", ["2026-11-01", "2020-01-01"]);
    const alias = { id: "since", type: "field", of: "first" };
    expect(stages(cells, "2026-11-22", { ...stage, firstPurchase: "since" }, [alias]).words).toEqual([
      "new",
      "established",
    ]);
  });
});
