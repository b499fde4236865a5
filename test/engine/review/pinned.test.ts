import { expect, test } from "vitest";
import { pinned, run, type Override } from "../../../engine/index";
import { AS_OF, cellsOf, tableOf } from "../samples";
import { tierPreset } from "./quarters";

const preset = tierPreset();
const found = (...overrides: Override[]) => {
  const cells = cellsOf({ A: "3", B: "1", C: "2", D: "3" }, "region");
  return pinned(run(tableOf(cells, preset), preset, { asOf: AS_OF, overrides }));
};

test("Which accounts are pinned, by whom, until when?", () => {
  const pins = found(
    { account: "C", kind: "exclude", by: "Kim" },
    { account: "a", kind: "exact", tier: "t1", by: "Ann", reason: "Board", until: "2026-06-30" },
    { account: "B", kind: "ceiling", tier: "t2", until: "2026-02-28" },
  );
  expect(pins).toEqual([
    { key: "b", account: "B", row: 2, kind: "ceiling", tier: "t2", computed: "t1", final: "t2", by: null, reason: null, until: "2026-02-28" }, // prettier-ignore
    { key: "a", account: "A", row: 1, kind: "exact", tier: "t1", computed: "t3", final: "t1", by: "Ann", reason: "Board", until: "2026-06-30" }, // prettier-ignore
    { key: "c", account: "C", row: 3, kind: "exclude", tier: null, computed: "t2", final: null, by: "Kim", reason: null, until: null }, // prettier-ignore
  ]);
});

test("not by what has run out, nor for an account or a tier that is not there", () => {
  const expired: Override = { account: "A", kind: "exact", tier: "t1", until: "2026-01-30" };
  expect(found(expired, { ...expired, account: "Z" }, { account: "A", kind: "exact", tier: "t9" })).toEqual([]);
  expect(found({ ...expired, until: AS_OF })).toHaveLength(1);
  expect(found()).toEqual([]);
});

test("a floor and a ceiling of one account are two decisions, the strongest first", () => {
  const bounds = found({ account: "A", kind: "floor", tier: "t2" }, { account: "A", kind: "ceiling", tier: "t1" });
  expect(bounds.map(({ kind, final }) => [kind, final])).toEqual([["ceiling", "t2"], ["floor", "t2"]]); // prettier-ignore
});
