import { describe, expect, test } from "vitest";
import { BUILT_IN, run, type CellValue } from "../../../engine/index";
import { answerTo, Asked } from "../../../engine/questions";
import { tableOf } from "../samples";
import { quarters, tierPreset } from "./quarters";

const [Q1, Q2, Q3] = ["2026-01-31", "2026-04-30", "2026-07-31"];
const HEADERS: CellValue[] = ["account", "region", "value"];
const preset = tierPreset({ measures: [{ id: "sum", type: "sum", of: ["value"] }] });

/** The last of several quarters, asked with those before it. */
function asked(...tables: readonly (readonly CellValue[][])[]): Asked {
  const days = [Q1, Q2, Q3];
  const cells = Object.fromEntries(tables.map((rows, i) => [days[i] ?? "", [HEADERS, ...rows]]));
  const { runs, history } = quarters(cells, preset);
  const last = runs.at(-1);
  if (!last) throw new Error("no quarter");
  return new Asked(last, history.slice(0, -1));
}

const FIRST: CellValue[][] = [["A", "1", 50], ["B", "1", 90], ["C", "2", 30], ["D", "2", 20], ["E", "3", 5]]; // prettier-ignore
const SECOND: CellValue[][] = [["E", "3", 5], ["D", "1", 25], ["b", "2", 80], ["A", "2", 95], ["F", "2", 1]]; // prettier-ignore

describe("who is behind a count of the movement", () => {
  const quarter = asked(FIRST, SECOND);

  test("the highest value first, with the row in the table as it stands now", () => {
    const slipped = answerTo(quarter, "moved", { from: "t1", to: "t2" });
    expect(slipped.count).toBe(2);
    expect(slipped.accounts.map(({ account, row, value }) => [account, row, value])).toEqual([
      ["A", 4, 95],
      ["b", 3, 80],
    ]);
    expect(answerTo(quarter, "moved", { from: "t1", to: "t2", shown: 1 })).toMatchObject({ count: 2, accounts: [{ account: "A" }] }); // prettier-ignore
  });

  test("who came, and who left the table", () => {
    expect(answerTo(quarter, "moved", { kind: "new", to: "t2" }).accounts).toMatchObject([{ account: "F", row: 5 }]);
    expect(answerTo(quarter, "moved", { kind: "left", from: "t2" }).accounts).toMatchObject([
      { account: "c", row: null, value: 30 },
    ]);
  });

  test("the counts are the movement's, and every one of them has its accounts", () => {
    const { moves, ...counts } = answerTo(quarter, "movement");
    expect(answerTo(quarter, "movementCounts")).toEqual(counts);
    counts.tiers.forEach((from, was) => {
      counts.tiers.forEach((to, is) =>
        expect(answerTo(quarter, "moved", { from, to }).count).toBe(counts.counts[was]?.[is]),
      );
      expect(answerTo(quarter, "moved", { kind: "left", from }).count).toBe(counts.left[was]);
      expect(answerTo(quarter, "moved", { kind: "new", to: from }).count).toBe(counts.entered[was]);
    });
    expect(moves).toHaveLength(6);
  });

  test("of a tier that the rules no longer have", () => {
    const now = tierPreset({
      tiers: { rungs: [{ id: "t2", label: "Two", when: { measure: "region", is: ["2"] } }, { id: "t3", label: "Three" }] },
    }); // prettier-ignore
    const table = tableOf([["account", "region"], ["B", "2"]], now); // prettier-ignore
    const again = new Asked(run(table, now, { asOf: Q3, history: quarter.history }), quarter.history);
    expect(answerTo(again, "movementCounts").leftUnknown).toBe(1);
    expect(answerTo(again, "moved", { kind: "left", isFormer: true }).accounts).toMatchObject([{ account: "a", from: "t1" }]); // prettier-ignore
    expect(answerTo(again, "moved", { kind: "left", isFormer: false }).count).toBe(3);
  });
});

describe("whose tier is another one than before", () => {
  test("who changed since the last review first, then the best tier; new ones and those who stayed are not named", () => {
    const third: CellValue[][] = [["A", "2", 95], ["B", "1", 80], ["D", "1", 25], ["E", "3", 5], ["F", "2", 1]]; // prettier-ignore
    const paths = answerTo(asked(FIRST, SECOND, third), "changedPaths");
    const told = paths.accounts.map(({ account, initial, previous, current, highest }) =>
      [account, initial, previous, current, highest].join(" "),
    );
    expect(told).toEqual(["B t1 t2 t1 t1", "D t2 t1 t1 t1", "A t1 t2 t2 t1", "c t2   t2"]);
    expect(paths.accounts[0]?.steps.map(({ date, tier }) => [date, tier])).toEqual([
      [Q1, "t1"],
      [Q2, "t2"],
      [Q3, "t1"],
    ]);
    expect(paths.accounts.map(({ row }) => row)).toEqual([2, 3, 1, null]);
  });

  test("nobody in a first review", () => {
    expect(answerTo(asked(FIRST), "changedPaths")).toEqual({ count: 0, accounts: [] });
  });
});

test("the attention list, cut: what is open and late is counted over all of it", () => {
  const quarter = asked(FIRST, SECOND);
  const due = { raised: Q1, due: "2026-02-05", owner: null, reason: null, resolved: null, flag: null };
  const notes = ["A", "B", "E"].map((account) => ({
    ...due,
    ...{ account, code: "slipped" as const, status: account === "E" ? ("done" as const) : ("open" as const) },
  }));
  const all = answerTo(quarter, "attention", { notes });
  const first = answerTo(quarter, "attentionFirst", { notes, shown: 2 });
  expect(first).toMatchObject({ count: all.length, overdue: 2, open: all.length - 1 });
  expect(first.accounts.map(({ row: _, ...item }) => item)).toEqual(all.slice(0, 2));
  expect(first.accounts.every(({ account, row }) => (account === null) === (row === null) || account === "c")).toBe(true); // prettier-ignore
});

test("New Starts with the segment that they would be in, the best first", () => {
  const shares = BUILT_IN.get("revenue-share");
  if (!shares) throw new Error("no built-in");
  const cells: CellValue[][] = [
    ["Account", "Revenue", "Expected revenue", "First purchase"],
    ["Old", 100, "", "2020-01-01"],
    ["Older", 60, "", "2019-01-01"],
    ["Small", "", 1, "2025-12-01"],
    ["Large", "", 500, "2025-11-01"],
    ["Unknown", "", "", "2025-10-01"],
  ];
  const quarter = new Asked(run(tableOf(cells, shares), shares, { asOf: Q1 }), []);
  const { count, accounts } = answerTo(quarter, "newStarts", { shown: 5 });
  expect(count).toBe(3);
  expect(accounts.map(({ account, row, segment }) => [account, row, segment])).toEqual([
    ["Large", 4, "key"],
    ["Small", 3, "commercial"],
    ["Unknown", 5, null],
  ]);
});
