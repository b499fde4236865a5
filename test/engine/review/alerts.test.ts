import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alerts, movement, nextReview, projectedSegments, recordReview, run, type Alert, type Override } from "../../../engine/index"; // prettier-ignore
import { builtIn } from "../builtin/builtIn";
import { accepted, cellsOf, documentWith, rungs, tableOf, type Cells } from "../samples";
import { quarters, tierPreset } from "./quarters";

const [Q1, Q2] = ["2026-01-31", "2026-04-30"];
const NAMED = [
  { id: "slipped", from: ["t1"], severity: "high", dueDays: 5 },
  { id: "slippedTier2", from: ["t2"], severity: "medium", dueDays: 10 },
  { id: "rose", from: ["t2", "t3"], severity: "medium", dueDays: 10 },
];
const review = (changes: Record<string, unknown> = {}) => ({ review: { alerts: NAMED, ...changes } });
const preset = tierPreset(review());

/** Alerts of the last of the tables, against the reviews of those before. */
function told(tables: Readonly<Record<string, Cells>>, by = preset, overrides: readonly Override[] = []): Alert[] {
  const { runs, history } = quarters(tables, by, { overrides });
  return alerts(runs.at(-1)!, history); // there is one
}
const regions = (...all: Record<string, string>[]) =>
  Object.fromEntries(all.map((accounts, i) => [[Q1, Q2][i] ?? "", cellsOf(accounts, "region")]));
const lines = (found: readonly Alert[]) => found.map(({ code, account }) => `${account ?? "list"} ${code}`);

describe("which accounts changed, and who must look at them?", () => {
  test("slipped, from a tier that the preset names, as urgent as it says", () => {
    const found = told(regions({ A: "1", B: "2", C: "3" }, { A: "3", B: "3", C: "3" }));
    expect(found).toMatchObject([
      { account: "A", key: "a", code: "slipped", rule: "slipped", before: "t1", tier: "t3", severity: "high", raised: Q2, due: "2026-05-05", since: Q1, cause: "own" }, // prettier-ignore
      { account: "B", code: "slipped", rule: "slippedTier2", before: "t2", severity: "medium", due: "2026-05-10" },
    ]);
    const named = tierPreset({ review: { alerts: NAMED.slice(0, 1) } });
    expect(lines(told(regions({ A: "1", B: "2" }, { A: "3", B: "3" }), named))).toEqual(["A slipped"]);
  });

  test("rose, by a level or more", () => {
    expect(lines(told(regions({ A: "3", B: "1", C: "2" }, { A: "2", B: "1", C: "1" })))).toEqual(["C rose", "A rose"]);
  });

  test("left, off the list or turned away: urgent in the upper tiers", () => {
    const gated = tierPreset({ gates: [{ id: "g", when: { measure: "region", blank: false }, else: { exclude: "Out" } }] }); // prettier-ignore
    const found = told(regions({ Low: "3", Gone: "2", Out: "1", Stays: "1" }, { Out: "", Stays: "1" }), gated);
    expect(found.map(({ account, severity, tier, before }) => [account, severity, tier, before])).toEqual([
      ["Out", "high", null, "t1"],
      ["gone", "high", null, "t2"],
      ["low", "low", null, "t3"],
    ]);
  });

  test("nothing has moved in a first review, nor where nobody has", () => {
    expect(told(regions({ A: "1", B: "2" }))).toEqual([]);
    expect(told(regions({ A: "1", B: "2" }, { A: "1", B: "2" }))).toEqual([]);
  });

  test("the first two tiers come first, then severity, day, tier and value", () => {
    const four = accepted(
      documentWith({
        tiers: { rungs: rungs(Object.fromEntries([1, 2, 3].map((n) => [`t${n}`, { measure: "region", is: [`${n}`] }])), "t4") }, // prettier-ignore
        ...review({ alerts: [...NAMED.slice(0, 2), { id: "slippedTier3", from: ["t3"], severity: "high", dueDays: 1 }] }), // prettier-ignore
      }),
    );
    const cells = (at: 0 | 1) => [["account", "region", "value"], ...[["A", "34", 1], ["B", "23", 5], ["C", "12", 5], ["D", "12", 9]].map(([name, moves, value]) => [name, String(moves)[at], value])] as Cells; // prettier-ignore
    expect(lines(told({ [Q1]: cells(0), [Q2]: cells(1) }, four))).toEqual(["D slipped", "C slipped", "B slipped", "A slipped"]); // prettier-ignore
  });
});

describe("a client of the upper tiers that steadiness still holds", () => {
  const cut = { tiers: { rungs: rungs({ t1: { measure: "value", ">=": 100 } }, "t2") }, steadiness: { band: 0.1, reviews: 2 } }; // prettier-ignore
  const steady = tierPreset({ ...cut, ...review({ alerts: NAMED.slice(0, 1) }) });
  const values = (...all: number[]) => Object.fromEntries(all.map((value, i) => [[Q1, Q2, "2026-07-31"][i] ?? "", cellsOf({ A: value })])); // prettier-ignore

  test("is told of at once, and how far it is under the cut", () => {
    expect(told(values(120, 95), steady)).toMatchObject([{ code: "held", tier: "t1", before: "t1", severity: "high", due: "2026-05-05", distance: 0.05 }]); // prettier-ignore
    expect(lines(told(values(120, 80), steady))).toEqual(["A held"]);
    expect(lines(told(values(120, 80, 80), steady))).toEqual(["A slipped"]);
    expect(told(values(120, 110), steady)).toEqual([]);
  });

  test("is not, where people keep it there", () => {
    for (const kind of ["exact", "floor"] as const) {
      expect(told(values(120, 95), steady, [{ account: "A", kind, tier: "t1" }])).toEqual([]);
    }
  });
});

describe("which Tier 1 accounts are within 5 % of dropping?", () => {
  const cuts = { t1: { measure: "value", ">=": 100 }, t2: { measure: "value", ">=": 50 }, t3: { measure: "value", ">=": 10 } }; // prettier-ignore
  const near = tierPreset({ tiers: { rungs: rungs(cuts, "t4") }, ...review({ nearEdge: 0.05 }) });

  test("those, and no others but of Tier 2", () => {
    const found = told({ [Q1]: cellsOf({ At: 100, Near: 105, Far: 106, Next: 52, Low: 10 }) }, near);
    expect(found.map(({ account, code, distance }) => [account, code, distance])).toEqual([
      ["Near", "nearEdge", 0.05],
      ["At", "nearEdge", 0],
      ["Next", "nearEdge", 0.04],
    ]);
  });

  test("not one that is where people have put it", () => {
    expect(told({ [Q1]: cellsOf({ A: 40 }) }, near, [{ account: "A", kind: "exact", tier: "t1" }])).toEqual([]);
  });
});

describe("which are pinned, by whom, until when?", () => {
  const until = (day: string | undefined): Override => ({ account: "A", kind: "exact", tier: "t1", until: day });
  const one = (...overrides: Override[]) => told(regions({ A: "1" }, { A: "1" }), preset, overrides);

  test("expiring within 30 days, due on its last day at the latest", () => {
    expect(one(until("2026-05-03"))).toMatchObject([{ code: "overrideExpiring", days: 3, due: "2026-05-03" }]);
    expect(one(until(Q2))).toMatchObject([{ code: "overrideExpiring", days: 0 }]);
    expect(one(until("2026-05-30"))).toMatchObject([{ code: "overrideExpiring", days: 30, due: "2026-05-10" }]);
    expect(one(until("2026-05-31"))).toEqual([]);
    expect(one(until(undefined))).toEqual([]);
  });

  test("expired since the last review, unless another one acts", () => {
    expect(one(until("2026-04-29"))).toMatchObject([{ code: "overrideExpired", days: 1 }]);
    expect(one(until("2026-01-30"))).toEqual([]);
    expect(one(until("2026-04-29"), until(undefined))).toEqual([]);
    expect(one({ ...until("2026-04-29"), account: "Nobody" })).toEqual([]);
  });
});

describe("which prospects became customers since the last run?", () => {
  const when = (stage: string) => ({ measure: "stage", is: [stage] });
  const established = { among: when("established") };
  const staged = tierPreset({
    measures: [{ id: "stage", type: "lifecycle", firstPurchase: "first", newMonths: 6 }],
    segments: {
      ...established,
      rungs: rungs({ lead: when("prospect"), fresh: when("new"), big: { measure: "value", top: { percent: 0.5 } } }, "small"), // prettier-ignore
    },
    ...review(),
  });
  const [OLD, NEW] = ["2020-01-01", "2026-04-01"];
  const cells = (rows: Record<string, [string, number | string]>) => [["account", "first", "value"], ...Object.entries(rows).map(([name, [first, value]]) => [name, first, value])]; // prettier-ignore

  test("converted, and which New Starts have graduated", () => {
    const before = cells({ Lead: ["", 1], Still: ["", 1], Start: ["2025-10-30", 1], Fresh: ["2026-01-01", 1], Old: [OLD, 9] }); // prettier-ignore
    const now = cells({ Lead: [NEW, 1], Still: ["", 1], Start: ["2025-10-30", 1], Fresh: ["2026-01-01", 1], Old: [OLD, 9] }); // prettier-ignore
    const found = told({ [Q1]: before, [Q2]: now }, staged);
    expect(found.map(({ account, code, segmentBefore, segment }) => [account, code, segmentBefore, segment])).toEqual([
      ["Lead", "converted", "lead", "fresh"],
      ["Start", "graduated", "fresh", "small"],
    ]);
  });

  test("converted by the first purchase, where the preset has no segments", () => {
    const { segments: _, ...plain } = staged;
    const found = told({ [Q1]: cells({ Lead: ["", 1], Old: [OLD, 1] }), [Q2]: cells({ Lead: [NEW, 1], Old: [OLD, 1] }) }, plain); // prettier-ignore
    expect(found).toMatchObject([{ account: "Lead", code: "converted", segment: null }]);
  });

  test("the segment that a New Start is heading for", () => {
    const rows: Record<string, [string, number | string]> = { X: [OLD, 90], Y: [OLD, 10], Rich: [NEW, 95], Even: [NEW, 90], Poor: [NEW, 50], Mute: [NEW, ""], Lead: ["", 99] }; // prettier-ignore
    const result = run(tableOf(cells(rows), staged), staged, { asOf: Q2 });
    expect(Object.fromEntries(projectedSegments(result))).toEqual({ rich: "big", even: "big", poor: "small", mute: null }); // prettier-ignore
    expect(Object.fromEntries(projectedSegments(result, "prospect"))).toEqual({ lead: "big" });
  });

  test("of the built-in: by what is expected of it at the cuts of the established", () => {
    const shares = builtIn("revenue-share");
    const table = tableOf(
      [
        ["Account", "Revenue", "Expected revenue", "First purchase"],
        ...[["K", 300], ["E", 500], ["C", 200]].map(([name, revenue]) => [name ?? "", revenue ?? 0, "", OLD]), // prettier-ignore
        ...[["N1", 600], ["N2", 300], ["N3", 10]].map(([name, revenue]) => [name ?? "", "", revenue ?? 0, NEW]), // prettier-ignore
      ],
      shares,
    );
    const found = projectedSegments(run(table, shares, { asOf: Q2 }));
    expect(Object.fromEntries(found)).toEqual({ n1: "key", n2: "enterprise", n3: "commercial" });
  });
});

describe("data older than its tier allows", () => {
  const cells = (days: Record<string, string>) => [["account", "region", "last"], ...Object.entries(days).map(([name, day]) => [name, name.at(-1) ?? "", day])]; // prettier-ignore
  const old = cells({ Old1: "2025-10-30", Fresh1: "2025-10-31", Old2: "2025-01-29", Old3: "2000-01-01", None1: "", Later1: "2027-01-01" }); // prettier-ignore
  const fresh = { freshnessDays: { t1: 92, t2: 366 } };
  const aged = tierPreset({ measures: [{ id: "dataAge", type: "daysSince", of: "last" }], ...review(fresh) });

  test("by tier; nobody whose date is missing", () => {
    const found = told({ [Q1]: old }, aged);
    expect(found.map(({ account, code, days }) => [account, code, days])).toEqual([
      ["Old1", "staleData", 93],
      ["Old2", "staleData", 367],
    ]);
  });

  test("by the date of the last update, where no number says it", () => {
    const fields = { account: { type: "text", headers: ["account"] }, region: { type: "text", headers: ["region"] }, updated: { type: "date", headers: ["last"] } }; // prettier-ignore
    expect(lines(told({ [Q1]: old }, tierPreset({ fields, ...review(fresh) })))).toEqual(["Old1 staleData", "Old2 staleData"]); // prettier-ignore
  });

  test("by another number than dataAge where it is asked for; by nothing where nothing tells it", () => {
    const other = tierPreset({ measures: [{ id: "since", type: "daysSince", of: "last" }], ...review(fresh) });
    const { runs } = quarters({ [Q1]: old }, other);
    expect(alerts(runs[0]!, [])).toEqual([]); // there is one
    expect(alerts(runs[0]!, [], { dataAge: "since" })).toHaveLength(2); // likewise
    expect(told(regions({ A: "1" }), aged)).toEqual([]);
  });
});

describe("the next review of the list", () => {
  test("is told when it is overdue, before all accounts of its urgency", () => {
    const tables = { [Q1]: cellsOf({ A: "1" }, "region"), "2026-05-02": cellsOf({ A: "1" }, "region") };
    expect(told(tables)).toMatchObject([{ code: "reviewOverdue", account: null, key: null, days: 2, since: Q1 }]);
    expect(told(regions({ A: "1" }, { A: "1" }))).toEqual([]);
  });

  test.each([
    ["2026-04-30", "2026-07-31"],
    ["2026-04-29", "2026-07-29"],
    ["2026-05-31", "2026-08-31"],
    ["2024-11-30", "2025-02-28"],
  ])("a quarter after %s: %s, at the end of months once it is there", (last, day) => {
    expect(nextReview(tierPreset({ review: { cadence: "quarterly" } }), last)).toBe(day);
  });

  test.each([
    ["monthly", "2026-02-28"],
    ["quarterly", "2026-04-30"],
    ["biannual", "2026-07-31"],
    ["yearly", "2027-01-31"],
  ])("%s: %s", (cadence, day) => {
    expect(nextReview(tierPreset({ review: { cadence } }), Q1)).toBe(day);
    expect(nextReview(tierPreset(), Q1)).toBeNull();
  });
});

describe("flags", () => {
  const flags = [
    { id: "growing", label: "Growing", when: { measure: "value", ">=": 25 } },
    { id: "quiet", label: "Quiet", when: { measure: "other", "=": 0 } },
  ];
  const cells = (rows: Record<string, [string, number, number]>) => [["account", "region", "value", "other"], ...Object.entries(rows).map(([name, row]) => [name, ...row])]; // prettier-ignore
  const quiet = { id: "quiet", from: ["t1"], severity: "low", dueDays: 90 };
  const flagged = tierPreset({ flags, ...review({ alerts: [...NAMED, quiet] }) });

  test("growing is told as rising is, once, and not beside it", () => {
    const before = cells({ A: ["2", 1, 1], B: ["2", 30, 1], C: ["3", 1, 1], D: ["1", 1, 1] });
    const now = cells({ A: ["2", 30, 1], B: ["2", 30, 1], C: ["2", 30, 1], D: ["1", 30, 1] });
    const found = told({ [Q1]: before, [Q2]: now }, flagged);
    expect(lines(found)).toEqual(["C rose", "A growing"]);
    expect(found[1]).toMatchObject({ rule: "rose", flag: "growing", due: "2026-05-10" });
  });

  test("another one where the preset names it", () => {
    const found = told({ [Q1]: cells({ A: ["1", 1, 0], B: ["2", 1, 0] }) }, flagged);
    expect(found).toMatchObject([{ account: "A", code: "flagged", rule: "quiet", flag: "quiet", severity: "low" }]);
  });
});

test("the owner of the account", () => {
  const fields = { account: { type: "text", headers: ["account"] }, region: { type: "text", headers: ["region"] }, owner: { type: "text", headers: ["owner"] } }; // prettier-ignore
  const owned = tierPreset({ fields, ...review() });
  const cells = (region: string) => [["account", "region", "owner"], ["A", region, "Kim"], ["B", region, ""]]; // prettier-ignore
  const found = told({ [Q1]: cells("1"), [Q2]: cells("2") }, owned);
  expect(found.map(({ account, owner }) => [account, owner])).toEqual([["A", "Kim"], ["B", null]]); // prettier-ignore
});

describe("properties", () => {
  const accounts = fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("1", "2", "3"), fc.constantFrom("1", "2", "3")), { selector: ([name]) => name, minLength: 1 }); // prettier-ignore
  const found = (rows: readonly (readonly string[])[]) => {
    const at = (i: number) => [["account", "region"], ...rows.map((row) => [row[0] ?? "", row[i] ?? ""])];
    const { runs, history } = quarters({ [Q1]: at(1), [Q2]: at(2) }, preset);
    return { run: runs[1]!, history }; // there are two
  };

  test("the order of the rows, and a second look, change nothing", () => {
    fc.assert(
      fc.property(accounts, (rows) => {
        const { run: result, history } = found(rows);
        const own = alerts(result, history);
        expect(alerts(result, history, { movement: movement(result, history) })).toEqual(own);
        expect(alerts(result, recordReview(history, result))).toEqual(own);
        const turned = found(rows.toReversed());
        expect(alerts(turned.run, turned.history)).toEqual(own);
      }),
      { numRuns: 50 },
    );
  });

  test("slipped and rose are what moved from a tier that is named", () => {
    fc.assert(
      fc.property(accounts, (rows) => {
        const { run: result, history } = found(rows);
        const { moves } = movement(result, history);
        const expected = moves.filter(({ kind, from }) => kind === "down" || (kind === "up" && from !== "t1"));
        const told = alerts(result, history);
        expect(told.map(({ account }) => account).sort()).toEqual(expected.map(({ account }) => account).sort());
      }),
      { numRuns: 50 },
    );
  });
});
