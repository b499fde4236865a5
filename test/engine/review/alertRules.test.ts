import { describe, expect, test } from "vitest";
import { alerts, nextReview, type Alert, type CellValue } from "../../../engine/index";
import { cellsOf, type Cells } from "../samples";
import { quarters, tierPreset } from "./quarters";

const [Q1, Q2] = ["2026-01-31", "2026-04-30"];
const told = (before: Cells, now: Cells, changes: Record<string, unknown>): Alert[] => {
  const { runs, history } = quarters({ [Q1]: before, [Q2]: now }, tierPreset(changes));
  return alerts(runs[1]!, history); // there are two
};
const regions = (accounts: Record<string, string>) => cellsOf(accounts, "region");

describe("what an alert of the preset is about", () => {
  const alert = { from: ["t1", "t2", "t3"], severity: "low", dueDays: 9 };
  const [before, now] = [regions({ A: "1", B: "3" }), regions({ A: "2", B: "2" })];
  const rules = (list: object[]) => told(before, now, { review: { alerts: list } }).map(({ code, rule }) => [code, rule]); // prettier-ignore

  test("what it says, whatever its id", () => {
    expect(rules([{ ...alert, id: "call", on: "slipped" }])).toEqual([["slipped", "call"]]);
    expect(rules([{ ...alert, id: "slipped", on: "rose" }])).toEqual([["rose", "slipped"]]);
  });

  test("without that, what its id says or begins with", () => {
    expect(rules([{ ...alert, id: "slippedOne" }])).toEqual([["slipped", "slippedOne"]]);
    expect(rules([{ ...alert, id: "slippedly" }])).toEqual([]);
  });

  test("of several about one thing the first that has the tier", () => {
    const list = [
      { ...alert, id: "low", on: "slipped", from: ["t3"] },
      { ...alert, id: "high", on: "slipped" },
    ];
    expect(rules(list)).toEqual([["slipped", "high"]]);
  });

  const flags = ["growing", "quiet"].map((id, i) => ({ id, label: id, when: { measure: "other", "=": i + 1 } }));
  const cells = (other: CellValue): Cells => [["account", "region", "other"], ["A", "1", other]]; // prettier-ignore
  const flagged = (other: number, list: object[]) =>
    told(cells(0), cells(other), { flags, review: { alerts: list } }).map(({ code, rule, flag }) => [code, rule, flag]);

  test("a flag, by its id", () => {
    expect(flagged(2, [{ ...alert, id: "call", on: "flagged", flag: "quiet" }])).toEqual([
      ["flagged", "call", "quiet"],
    ]);
    expect(flagged(1, [{ ...alert, id: "call", on: "flagged", flag: "quiet" }])).toEqual([]);
  });

  test("the flag of growth, by its own code or as a flag", () => {
    expect(flagged(1, [{ ...alert, id: "call", on: "growing" }])).toEqual([["growing", "call", "growing"]]);
    expect(flagged(1, [{ ...alert, id: "call", on: "flagged", flag: "growing" }])).toEqual([["growing", "call", "growing"]]); // prettier-ignore
    expect(flagged(1, [{ ...alert, id: "call", on: "rose" }])).toEqual([["growing", "call", "growing"]]);
  });
});

describe("How often is each tier gone over?", () => {
  const cadences = { t1: "monthly", t3: "yearly" };
  const preset = tierPreset({ review: { cadences } });

  test.each([
    ["t1", "2026-02-28"],
    ["t2", "2026-04-30"],
    ["t3", "2027-01-31"],
    ["toString", "2026-04-30"],
    [undefined, "2026-04-30"],
  ])("%s: next on %s", (tier, day) => {
    expect(nextReview(preset, Q1, tier)).toBe(day);
  });

  const overdue = (day: string, review: object) => {
    const cells = regions({ A: "1" });
    const { runs, history } = quarters({ [Q1]: cells, [day]: cells }, tierPreset({ review }));
    return alerts(runs[1]!, history).map(({ code, tier, days }) => [code, tier, days]); // there are two
  };

  test("overdue by the tier's own cadence, by the list's for all others", () => {
    expect(overdue("2026-02-28", { cadences })).toEqual([]);
    expect(overdue("2026-03-01", { cadences })).toEqual([["reviewOverdue", "t1", 1]]);
    expect(overdue("2026-05-02", { cadences })).toEqual([["reviewOverdue", "t1", 63]]);
    expect(overdue("2026-05-02", { cadences: { t1: "yearly" } })).toEqual([["reviewOverdue", null, 2]]);
    expect(overdue("2026-05-02", { cadences: { t1: "yearly", t2: "yearly", t3: "yearly" } })).toEqual([]);
  });

  test("nobody is told of a tier further down, unless the preset says so; the list is told all the same", () => {
    expect(overdue("2026-03-02", { cadences: { t3: "monthly" } })).toEqual([]);
    expect(overdue("2026-05-02", { cadences: { t3: "monthly" } })).toEqual([["reviewOverdue", null, 2]]);
    const alert = { id: "reviewOverdue", from: ["t3"], severity: "low", dueDays: 9 };
    expect(overdue("2026-03-02", { cadences: { t3: "monthly" }, alerts: [alert] })).toEqual([["reviewOverdue", "t3", 2]]); // prettier-ignore
  });
});
