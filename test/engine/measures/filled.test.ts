import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePreset, type CellValue } from "../../../engine/index";
import { documentWith, holds, tiered } from "../samples";
import { measured } from "./measured";

const OF = ["value", "region", "isClient", "first"];
const HEADER = ["value", "region", "client", "first"];
const known = { id: "known", type: "filled", of: OF };
const filledIn = (...cells: readonly CellValue[]) => measured([known], "known", HEADER, [cells])[0];

test.each([
  [[5, "North", true, "2026-01-01"], 4],
  [[5, "", "", "2026-01-01"], 2],
  [["", "", "", ""], 0],
  [[" ", "n/a", "-", "(blank)"], 0],
  [[0, "0", false, 1], 4], // a zero and a no are something
  [["abc", "#N/A", "maybe", "3/4/2026"], 4], // and so is what cannot be read
])("%j: %d", (cells, count) => {
  expect(filledIn(...cells)).toBe(count);
});

test("computed measures count where they have a value", () => {
  const measures = [
    { id: "total", type: "sum", of: ["value", "other"] },
    { id: "growth", type: "change", current: "value", previous: "other" },
    { ...known, of: ["total", "growth", "region"] },
  ];
  const rows = [
    [5, 4, "N"],
    [5, 0, ""],
    ["", "", ""],
  ];
  expect(measured(measures, "known", ["value", "other", "region"], rows)).toEqual([3, 1, 0]);
});

test("it counts where the condition `blank` does not hold, whatever the cells", () => {
  const cell = fc.oneof(
    fc.constantFrom<CellValue>("", " ", "n/a", "#REF!", "x", 0, -1, 45_000, true, false, "3/4/2026"),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.tuple(cell, cell, cell, cell), (cells) => {
      const sheet = [
        ["account", ...HEADER],
        ["a", ...cells],
      ];
      const notBlank = OF.filter((measure) => holds({ measure, blank: false }, sheet)[0]);
      expect(filledIn(...cells)).toBe(notBlank.length);
    }),
    { numRuns: 50 },
  );
});

describe("what is reported", () => {
  test("columns that are not there, which count as blank", () => {
    const cells = [
      ["account", "value"],
      ["a", 1],
    ];
    const { issues, facts } = tiered(cells, {}, { measures: [known] });
    expect([...facts.number("known")]).toEqual([1]);
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: "measure-unmapped",
        params: { id: "known", fields: ["region", "isClient", "first"] },
      }),
    );
  });

  test.each([
    [{ of: [] }, "too-few measures.0.of"],
    [{ of: ["nobody"] }, "unknown-reference measures.0"],
  ])("%j", (changes, refused) => {
    const parsed = parsePreset(documentWith({ measures: [{ ...known, ...changes }] }));
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([refused]);
  });
});
