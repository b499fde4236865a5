import { describe, expect, test } from "vitest";
import { alerts, dossiersDue, run, type Alert, type Override } from "../../../engine/index";
import { builtIn } from "../builtin/builtIn";
import { cellsOf, tableOf, type Cells } from "../samples";
import { tierPreset } from "./quarters";

const DAY = "2026-04-30";
const dossierDays = { t1: 92, t2: 366 };
const preset = tierPreset({ review: { dossierDays } });
const runOf = (cells: Cells, by = preset, overrides: readonly Override[] = []) =>
  run(tableOf(cells, by), by, { asOf: DAY, overrides });
const regions = (accounts: Record<string, string>) => cellsOf(accounts, "region");
const CELLS = regions({ Old: "1", Never: "1", Fresh: "1", Due: "1", Small: "2", Last: "3" });
const DOSSIERS = new Map([
  ["old", "2025-12-31"],
  ["never", null],
  ["fresh", "2026-01-29"],
  ["due", "2026-01-28"],
  ["small", "2025-04-28"],
  ["gone", "2020-01-01"],
]);

describe("Whose dossier is due?", () => {
  test("what is to be done before what is fresh; of each, the best tier, who has none, the earliest day", () => {
    const found = dossiersDue(runOf(CELLS), DOSSIERS);
    expect(found.map(({ account, tier, state, last, due }) => [account, tier, state, last, due])).toEqual([
      ["Never", "t1", "missing", null, DAY],
      ["Old", "t1", "due", "2025-12-31", "2026-04-02"],
      ["Due", "t1", "due", "2026-01-28", DAY],
      ["Small", "t2", "due", "2025-04-28", "2026-04-29"],
      ["Fresh", "t1", "fresh", "2026-01-29", "2026-05-01"],
    ]);
    expect(found[0]).toMatchObject({ key: "never", row: 2, value: null });
  });

  test("nobody of a tier without a rule, and nobody where there is no rule at all", () => {
    expect(dossiersDue(runOf(regions({ Last: "3" })), DOSSIERS)).toEqual([]);
    expect(dossiersDue(runOf(CELLS, tierPreset({ review: {} })), DOSSIERS)).toEqual([]);
    expect(dossiersDue(runOf(CELLS, tierPreset()), DOSSIERS)).toEqual([]);
  });

  test.each(["2026-05-01", "soon", ""])("a dossier of %j is none", (last) => {
    const found = dossiersDue(runOf(regions({ A: "1" })), new Map([["a", last]]));
    expect(found).toMatchObject([{ state: "missing", last: null, due: DAY }]);
  });

  test("by the tier that it is in, whoever put it there; equals by value, then by account", () => {
    const pinned: Override[] = [{ account: "Low", kind: "exact", tier: "t1" }];
    const cells: Cells = [["account", "region", "value"], ["Low", "3", 1], ["B", "1", 5], ["A", "1", 5], ["Big", "1", 9]]; // prettier-ignore
    const found = dossiersDue(runOf(cells, preset, pinned), new Map());
    expect(found.map(({ account }) => account)).toEqual(["Big", "A", "B", "Low"]);
  });

  test("of an account on several rows once: by the best tier, or as the one that they are joined to", () => {
    const twice: Cells = [["account", "region"], ["A", "2"], ["a", "1"]]; // prettier-ignore
    const joined = tierPreset({ review: { dossierDays }, rollUp: { by: "account" } });
    expect(dossiersDue(runOf(twice), new Map())).toMatchObject([{ key: "a", tier: "t1", row: 2 }]);
    expect(dossiersDue(runOf(twice, joined), new Map())).toMatchObject([{ key: "a", tier: "t2", row: 1 }]);
  });

  test("the source text: Tier 1 each quarter, the selling points of Tier 2 each year", () => {
    expect(builtIn("abm-score").review?.dossierDays).toEqual({ t1: 92, t2: 366 });
  });
});

describe("an alert of a dossier that is due", () => {
  const told = (found: readonly Alert[]) =>
    found.map(({ account, code, severity, due, days }) => [account, code, severity, due, days]);

  test("where it is handed when they were renewed; a fresh one is not told", () => {
    const result = runOf(CELLS);
    expect(told(alerts(result, [], { dossiers: DOSSIERS }))).toEqual([
      ["Due", "dossierDue", "medium", "2026-05-10", 92],
      ["Never", "dossierDue", "medium", "2026-05-10", null],
      ["Old", "dossierDue", "medium", "2026-05-10", 120],
      ["Small", "dossierDue", "medium", "2026-05-10", 367],
    ]);
    expect(alerts(result, [])).toEqual([]);
  });

  test("as the preset names it", () => {
    const named = { id: "brief", on: "dossierDue", from: ["t1"], severity: "high", dueDays: 1 };
    const result = runOf(CELLS, tierPreset({ review: { dossierDays, alerts: [named] } }));
    expect(told(alerts(result, [], { dossiers: DOSSIERS })).map(([account]) => account)).toEqual(["Due", "Never", "Old"]); // prettier-ignore
    expect(alerts(result, [], { dossiers: DOSSIERS })[0]).toMatchObject({ rule: "brief", severity: "high" });
  });
});
