import { expect, test } from "vitest";
import type { Condition } from "../../../engine/conditions/registry";
import { excludes } from "../../../engine/ladder/excludes";
import { BUILT_IN, readTable, run } from "../../../engine/index";

const is = (measure: string, ...words: string[]): Condition => ({ measure, is: words });

test.each<[Condition, Condition, boolean]>([
  [is("life", "new"), is("life", "established"), true],
  [is("life", "new", "prospect"), is("life", "established", "lapsed"), true],
  [is("life", "new", "Established "), is("life", "established"), false],
  [is("life", "new"), is("industry", "established"), false],
  [is("listed", "yes"), is("listed", "TRUE"), false], // one word on a yes/no column
  [is("listed", "yes"), is("listed", "No"), true],
  [is("life", "new"), { not: is("life", "new") }, false], // nobody is both, which words alone do not tell
  [is("life", "new"), { measure: "life", contains: ["old"] }, false],
  [{ measure: "value", ">": 5 }, { measure: "value", "<": 5 }, false],
])("%j excludes %j: %s", (one, other, expected) => {
  expect(excludes(one, other)).toBe(expected);
  expect(excludes(other, one)).toBe(expected);
});

test("New Starts and Prospects have no share of established revenue, also where there are none; an empty Key has 0", () => {
  const preset = BUILT_IN.get("revenue-share")!; // the first built-in
  const cells = [["Account", "Revenue"], ...["A", "B", "C", "D"].map((name) => [name, 0])];
  cells[1] = ["A", 100];
  const read = readTable(cells, preset);
  if (!read.ok) throw new Error("unreadable");
  const { segments } = run(read.table, preset, { asOf: "2026-01-31" }).stats;
  expect(Object.fromEntries(segments.map(({ id, share }) => [id, share]))).toEqual({
    ...{ prospect: null, new: null },
    ...{ key: 1, enterprise: 0, commercial: 0 },
  });
});
