import { expect, test } from "vitest";
import { BUILT_IN, readTable, run } from "../../../engine/index";
import type { CellValue } from "../../../engine/index";

const preset = BUILT_IN.get("revenue-share")!; // always there: the first of the built-in ones
const OLD = "2019-04-01";
const NEW = "2025-11-03";

test.each<{ of: string; row: CellValue[]; value: number }>([
  { of: "an established account with a history", row: ["A", 300, 900, OLD], value: 300 },
  { of: "a history of zero", row: ["A", 0, 900, OLD], value: 0 },
  { of: "no history", row: ["A", "", 900, OLD], value: 900 },
  { of: "a word for none", row: ["A", "n/a", 900, OLD], value: 900 },
  { of: "a history that cannot be read", row: ["A", "1.234,50", 900, OLD], value: NaN },
  { of: "an error in its place", row: ["A", "#VALUE!", 900, OLD], value: NaN },
  { of: "a new account, whatever stands for its history", row: ["A", "1.234,50", 900, NEW], value: 900 },
  { of: "a new account of which nothing is expected", row: ["A", 300, "", NEW], value: 300 },
])("$of counts as $value", ({ row, value }) => {
  const read = readTable([["Account", "Revenue", "Expected revenue", "First purchase"], row], preset);
  if (!read.ok) throw new Error(read.issues[0]?.code);
  expect([...run(read.table, preset, { asOf: "2026-01-31" }).value]).toEqual([value]);
});
