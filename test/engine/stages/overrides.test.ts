import { describe, expect, test } from "vitest";
import type { Override, Run } from "../../../engine/index";
import { cellsOf, issueCodes } from "../samples";
import { byValue, computedTierOf, override, segmentOf, staged, tierOf, written } from "./staged";

const values = { Acme: 120, Bolt: 60, Cyan: 10 };
const overridden = (overrides: readonly Override[], changes: Record<string, unknown> = {}, asOf = "2026-01-31"): Run =>
  staged(cellsOf(values), { tiers: byValue(), ...changes }, { overrides, asOf });
const issuesOf = ({ issues }: Run) =>
  issues.filter(({ code }) => code.startsWith("override") || code.startsWith("seats"));

describe("each kind", () => {
  test.each([
    ["exact puts it there, down", override("Acme", "exact", "t3"), { Acme: "t3" }],
    ["exact puts it there, up", override("Cyan", "exact", "t1"), { Cyan: "t1" }],
    ["floor lifts who stands worse", override("Cyan", "floor", "t2"), { Cyan: "t2" }],
    ["floor leaves who stands better", override("Acme", "floor", "t2"), { Acme: "t1" }],
    ["ceiling lowers who stands better", override("Acme", "ceiling", "t2"), { Acme: "t2" }],
    ["ceiling leaves who stands worse", override("Cyan", "ceiling", "t2"), { Cyan: "t3" }],
    ["exclude takes it out", override("Bolt", "exclude"), { Bolt: "Excluded" }],
    ["names compare as keys do", override(" ACME ", "exact", "t2"), { Acme: "t2" }],
  ])("%s; the computed tier stays what the rules say", (_, one, expected) => {
    const result = overridden([one]);
    expect(tierOf(result)).toEqual({ Acme: "t1", Bolt: "t2", Cyan: "t3", ...expected });
    expect(computedTierOf(result)).toEqual({ Acme: "t1", Bolt: "t2", Cyan: "t3" });
    expect(issuesOf(result)).toEqual([]);
  });

  test("comes after bumps and ceilings, which it beats", () => {
    const bumps = { rules: [{ id: "up", when: { measure: "value", ">": 0 }, move: 1, reason: "Up" }] };
    const gates = [{ id: "g", when: { measure: "value", ">": 20 }, else: { maxTier: "t2" } }];
    const result = overridden([override("Cyan", "exact", "t1"), override("Bolt", "ceiling", "t3")], { bumps, gates });
    expect(tierOf(result)).toEqual({ Acme: "t1", Bolt: "t3", Cyan: "t1" });
    expect(computedTierOf(result)).toEqual({ Acme: "t1", Bolt: "t1", Cyan: "t2" });
    expect(issuesOf(result)).toMatchObject([{ code: "override-breaks-gate", count: 1, rows: [3] }]);
  });

  test("hits every row of its account, and the account that rows were joined to", () => {
    const cells = [["account", "value", "region"], ["Twin", 120, "North"], ["Acme", 60, "North"], ["twin", 10, "South"]]; // prettier-ignore
    const tiersWith = (changes: object, account: string) =>
      written(staged(cells, { tiers: byValue(), ...changes }, { overrides: [override(account, "exact", "t2")] }));
    expect(tiersWith({}, "TWIN").map(([, tier]) => tier)).toEqual(["t2", "t2", "t2"]);
    expect(tiersWith({ rollUp: { by: "region" } }, "north").map(([, tier]) => tier)).toEqual(["t2", "t2", "t3"]);
  });
});

describe("several for one account", () => {
  const [exclude, exact] = [override("Acme", "exclude"), override("Acme", "exact", "t3")];
  const [floor, ceiling] = [override("Acme", "floor", "t1"), override("Acme", "ceiling", "t2")];
  test.each([
    ["exclude beats all", [floor, ceiling, exact, exclude], "Excluded"],
    ["exact beats floor and ceiling", [floor, ceiling, exact], "t3"],
    ["ceiling beats floor", [floor, ceiling], "t2"],
    ["floor alone", [floor], "t1"],
    ["a floor under a ceiling leaves what lies between", [override("Acme", "floor", "t3"), ceiling], "t2"],
  ])("%s, in whatever order they come", (_, overrides, tier) => {
    expect(tierOf(overridden(overrides))["Acme"]).toBe(tier);
    expect(tierOf(overridden([...overrides].reverse()))["Acme"]).toBe(tier);
    expect(issueCodes({ issues: issuesOf(overridden(overrides)) })).toEqual([]);
  });

  test.each([
    ["exclude", [floor, ceiling, exact, exclude], [exclude]],
    ["exclude, without exact", [floor, exclude], [exclude]],
    ["exact", [floor, ceiling, exact], [exact]],
    ["ceiling, then floor", [floor, ceiling], [ceiling, floor]],
  ])("those that act are %s", (_, overrides, acting) => {
    expect(overridden(overrides).decision.overriding.acting).toEqual(new Map([["acme", acting]]));
  });

  test("of one kind the later one acts, and that is said", () => {
    const result = overridden([override("Acme", "exact", "t2"), override("acme", "exact", "t3")]);
    expect(tierOf(result)["Acme"]).toBe("t3");
    expect(issuesOf(result)).toEqual([
      { code: "override-repeated", severity: "warning", count: 1, rows: [1], params: { accounts: ["Acme"] } },
    ]);
  });

  test("what does not act beats nothing", () => {
    const expired = override("Acme", "exact", "t2", "2025-12-31");
    const result = overridden([override("Acme", "exact", "t3"), expired, override("Acme", "exact", "gold")]);
    expect(tierOf(result)["Acme"]).toBe("t3");
    expect(issueCodes({ issues: issuesOf(result) }).sort()).toEqual(["override-expired", "override-tier-unknown"]);
  });
});

test("an override acts through its last day", () => {
  const one = override("Acme", "exact", "t3", "2026-01-31");
  expect(tierOf(overridden([one], {}, "2026-01-31"))["Acme"]).toBe("t3");
  const after = overridden([one], {}, "2026-02-01");
  expect(tierOf(after)["Acme"]).toBe("t1");
  expect(issuesOf(after)).toEqual([
    { code: "override-expired", severity: "info", count: 1, rows: [1], params: { accounts: ["Acme"] } },
  ]);
});

test("an account or a tier that is not there is said, and changes nothing", () => {
  const result = overridden([
    override("Zeta", "exact", "t1"),
    override("Zeta", "exclude"),
    override("", "exclude"),
    override("Acme", "floor", "gold"),
    override("Bolt", "exact"),
  ]);
  expect(tierOf(result)).toEqual({ Acme: "t1", Bolt: "t2", Cyan: "t3" });
  expect(issuesOf(result)).toEqual([
    {
      ...{ code: "override-account-unknown", severity: "warning", count: 3, rows: [] },
      params: { accounts: ["Zeta", ""] },
    },
    {
      ...{ code: "override-tier-unknown", severity: "warning", count: 2, rows: [1, 2] },
      params: { accounts: ["Acme", "Bolt"], tiers: ["gold", ""] },
    },
  ]);
});

describe("an account that a gate has turned away", () => {
  const changes = {
    gates: [{ id: "g", when: { measure: "value", "<": 100 }, else: { exclude: "Review" } }],
    segments: { rungs: [{ id: "all", label: "Everybody" }] },
  };
  test.each([
    ["is let in by exact", [override("Acme", "exact", "t2")], "t2", ["override-breaks-gate"]],
    ["is let in by floor", [override("Acme", "floor", "t3")], "t3", ["override-breaks-gate"]],
    ["is not let in by ceiling", [override("Acme", "ceiling", "t3")], "Review", []],
    ["is let in by floor, under a ceiling", [override("Acme", "floor", "t1"), override("Acme", "ceiling", "t2")], "t2", ["override-breaks-gate"]], // prettier-ignore
    ["is taken out by exclude", [override("Acme", "exclude")], "Excluded", []],
  ])("%s", (_, overrides, tier, codes) => {
    const result = overridden(overrides, changes);
    expect(tierOf(result)).toEqual({ Acme: tier, Bolt: "t2", Cyan: "t3" });
    expect(computedTierOf(result)["Acme"]).toBe("Review");
    expect(segmentOf(result)["Acme"]).toBe(tier === "Excluded" ? "Excluded" : "Review");
    expect(issueCodes({ issues: issuesOf(result) })).toEqual(codes);
  });
});

test("one row of an account that a gate has turned away is enough to say so, whichever gate it was", () => {
  const gates = [
    { id: "named", when: { measure: "account", blank: false }, else: { exclude: "Unnamed" } },
    { id: "large", when: { measure: "value", ">": 20 }, else: { exclude: "Small" } },
  ];
  const cells = [["account", "value"], ["Twin", 120], ["twin", 10]]; // prettier-ignore
  const result = staged(cells, { tiers: byValue(), gates }, { overrides: [override("Twin", "exact", "t2")] });
  expect(written(result).map(([, tier]) => tier)).toEqual(["t2", "t2"]);
  expect(issueCodes({ issues: issuesOf(result) })).toEqual(["override-breaks-gate"]);
});

test("of many, ten names and ten rows are said, and the number of all", () => {
  const unknown = Array.from({ length: 12 }, (_, i) => override(`Zeta ${i}`, "exclude"));
  expect(issuesOf(overridden(unknown))).toMatchObject([
    { count: 12, params: { accounts: unknown.slice(0, 10).map(({ account }) => account) } },
  ]);
  const cells = [["account", "value"], ...Array.from({ length: 12 }, () => ["Twin", 120])]; // prettier-ignore
  const twice = [override("Twin", "exact", "t2"), override("Twin", "exact", "t3")];
  const { issues } = staged(cells, { tiers: byValue() }, { overrides: twice });
  const repeated = issues.find(({ code }) => code === "override-repeated");
  expect(repeated).toMatchObject({ count: 1, rows: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
});

describe("seats", () => {
  const cells = cellsOf({ A: 200, B: 190, C: 180, D: 60, E: 10 });
  const seated = (max: number, ...overrides: Override[]) =>
    staged(cells, { tiers: byValue({ t1: { max } }) }, { overrides });

  test("an override into a full tier has one by right, and the last of the others has none", () => {
    const result = seated(3, override("E", "exact", "t1"));
    expect(tierOf(result)).toEqual({ A: "t1", B: "t1", C: "t2", D: "t2", E: "t1" });
    const refusals = Array.from(result.decision.final, (_, row) => result.decision.seated.refusals.of(row));
    expect(refusals).toEqual([[], [], [{ tier: 0, rank: 3, seats: 3 }], [], []]);
    expect(computedTierOf(result)).toMatchObject({ C: "t2", E: "t3" });
    expect(issuesOf(result)).toEqual([]);
  });

  test("more by right than there are is said, and all of them sit", () => {
    const result = seated(1, override("D", "exact", "t1"), override("E", "floor", "t1"));
    expect(tierOf(result)).toEqual({ A: "t2", B: "t2", C: "t2", D: "t1", E: "t1" });
    expect(issuesOf(result)).toMatchObject([{ code: "seats-over-max", params: { used: 2, max: 1 } }]);
    expect(result.stats.tiers[0]?.seats).toEqual({ used: 2, min: null, max: 1 });
  });

  test("an override out of a tier leaves its seat to the next", () => {
    expect(tierOf(seated(2, override("A", "exact", "t3")))).toMatchObject({ A: "t3", B: "t1", C: "t1" });
    expect(tierOf(seated(2, override("A", "exclude")))).toMatchObject({ A: "Excluded", B: "t1", C: "t1" });
    expect(tierOf(seated(2, override("A", "ceiling", "t2")))).toMatchObject({ A: "t2", B: "t1", C: "t1" });
  });

  test("a floor catches who finds none, and gives nobody one further up", () => {
    expect(tierOf(seated(2, override("C", "floor", "t1")))).toMatchObject({ A: "t1", B: "t2", C: "t1" });
    const tiers = byValue({ t1: { max: 2 }, t2: { max: 1 } });
    const caught = staged(cells, { tiers }, { overrides: [override("C", "floor", "t2")] });
    expect(tierOf(caught)).toEqual({ A: "t1", B: "t1", C: "t2", D: "t3", E: "t3" });
    expect(computedTierOf(caught)).toMatchObject({ C: "t2", D: "t3" }); // it competed, further up
    const other = staged(cells, { tiers }, { overrides: [override("D", "floor", "t2")] });
    expect(tierOf(other)).toEqual({ A: "t1", B: "t1", C: "t3", D: "t2", E: "t3" });
  });

  test("who is held down by a ceiling competes for one like the others", () => {
    const tiers = byValue({ t2: { max: 1 } });
    const ceilings = (...names: string[]) => names.map((name) => override(name, "ceiling", "t2"));
    expect(tierOf(staged(cells, { tiers }, { overrides: ceilings("C") }))).toMatchObject({ C: "t2", D: "t3" });
    expect(tierOf(staged(cells, { tiers }, { overrides: ceilings("B", "C") }))).toMatchObject({ B: "t2", C: "t3" });
  });
});

test("who is taken out was ranked with the others, but has no flag", () => {
  const tiers = {
    rungs: [
      { id: "first", label: "first", when: { measure: "value", top: { count: 1 } } },
      { id: "rest", label: "rest" },
    ],
  };
  const flags = [{ id: "big", label: "Big", when: { measure: "value", ">": 50 } }];
  const result = overridden([override("Acme", "exclude")], { tiers, flags });
  expect(tierOf(result)).toEqual({ Acme: "Excluded", Bolt: "rest", Cyan: "rest" });
  expect(result.flags.map(({ mask }) => [...mask])).toEqual([[0, 1, 0]]);
});
