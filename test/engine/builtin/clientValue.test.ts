import { describe, expect, test } from "vitest";
import { explain, freeze, run, type Review } from "../../../engine/index";
import { AS_OF, tableOf, tiersOf } from "../samples";
import { builtIn, counts, flagged, rowsOf, runOn } from "./builtIn";

const preset = builtIn("client-value");
const OLD = "2019-04-01";
const NEW = "2025-11-03";

/** Established clients are worth 1,000 together; the classes begin under 500, 800 and 950 of it. */
const CLIENTS = [
  { Client: "Ann", Revenue: 500, "Client since": OLD },
  { Client: "Bob", Revenue: 300, "Client since": OLD },
  { Client: "Cid", Revenue: 100, "Client since": OLD, "Referral value": 50 },
  { Client: "Dan", Revenue: 50, "Client since": OLD },
];
const TIERS = ["Tier 1", "Tier 2", "Tier 3", "Tier 4"];

describe("tiers by all that a client is worth", () => {
  test("other factors count with their value in money", () => {
    const result = runOn(preset, rowsOf(CLIENTS));
    expect(tiersOf(result)).toEqual(TIERS);
    expect([...result.value]).toEqual([500, 300, 150, 50]);
  });

  test("rows of one client are one client, who began with the first of them", () => {
    const rows = CLIENTS.map((client) => (client.Client === "Bob" ? { ...client, Revenue: 200 } : client));
    const result = runOn(preset, rowsOf([...rows, { Client: "bob ", Revenue: 100, "Client since": NEW }]));
    expect(tiersOf(result)).toEqual([...TIERS, "Tier 2"]);
    expect([...result.value]).toEqual([500, 300, 150, 50, 300]);
    expect(result.stats.tiers.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  });

  test("a new client is set beside the others by what is expected, without a forecast by what it brought in", () => {
    const others = [
      { Client: "N1", "Client since": NEW, Revenue: 10, "Expected revenue": 400 }, // under Ann, not under Bob
      { Client: "N2", "Client since": NEW, Revenue: 160, "Expected revenue": "" },
      { Client: "N3", "Client since": "", Revenue: "", "Expected revenue": 500 },
      { Client: "N4", "Client since": NEW, Revenue: 900, "Expected revenue": 20 },
      { Client: "N5", "Client since": OLD, Revenue: "", "Expected revenue": "" },
    ];
    const result = runOn(preset, rowsOf([...CLIENTS, ...others]));
    expect(tiersOf(result).slice(4)).toEqual(["Tier 2", "Tier 3", "Tier 1", "Tier 4", "Tier 4"]);
    expect(tiersOf(result).slice(0, 4)).toEqual(TIERS); // nobody made way for them
  });

  test("with nothing but revenue everybody has a track record", () => {
    const cells = [["Client", "Revenue"], ["Ann", 500], ["Bob", 300], ["Cid", 150], ["Dan", 50], ["Nil", 0], ["Minus", -9], ["Blank", ""]]; // prettier-ignore
    const result = runOn(preset, cells);
    expect(counts(result, "tier")).toEqual({ "Tier 1": 1, "Tier 2": 1, "Tier 3": 1, "Tier 4": 4 });
    for (const { id } of preset.flags) expect(flagged(result, id)).toEqual([]);
  });

  test("an income that cannot be read is worth nothing until it is put right", () => {
    const result = runOn(preset, rowsOf([...CLIENTS, { Client: "Eve", Revenue: "many", "Client since": OLD }]));
    expect(tiersOf(result)[4]).toBe("Tier 4");
    expect(flagged(result, "unreadable")).toEqual(["Eve"]);
  });
});

describe("strategic points", () => {
  test.each([
    { points: { SEO: 100, "Logo strength": 3 }, lifted: true }, // 5 + 3
    { points: { "Co-marketing": "Yes", "Growth potential": 3 }, lifted: true },
    { points: { "Co-marketing": "Yes", "Growth potential": 2.9 }, lifted: false },
    { points: { SEO: 40, "Logo strength": 3, "Growth potential": 3 }, lifted: true }, // 2 + 3 + 3
    { points: { SEO: 38, "Logo strength": 3, "Growth potential": 3 }, lifted: false },
    { points: { SEO: 1000 }, lifted: false }, // no more than 5 for one factor
    { points: { SEO: "", "Co-marketing": "", "Logo strength": "", "Growth potential": "" }, lifted: false },
  ])("$points", ({ points, lifted }) => {
    const rows = CLIENTS.map((client) => (client.Client === "Dan" ? { ...client, ...points } : client));
    expect(tiersOf(runOn(preset, rowsOf(rows)))).toEqual([...TIERS.slice(0, 3), lifted ? "Tier 3" : "Tier 4"]);
  });

  test("lift nobody over the top, and say why", () => {
    const rows = CLIENTS.map((client) => ({ ...client, "Co-marketing": "Yes", "Logo strength": 5 }));
    const result = runOn(preset, rowsOf(rows));
    expect(tiersOf(result)).toEqual(["Tier 1", "Tier 1", "Tier 2", "Tier 3"]);
    expect(JSON.stringify(explain(result, 2))).toContain("Strategic value: 8 of 20 points or more");
  });
});

describe("from one review to the next", () => {
  const table = tableOf(rowsOf(CLIENTS), preset);
  const after = (tiers: Record<string, string>, failures = 0): string[] => {
    const entries = new Map(
      Object.entries(tiers).map(([key, tier]) => [key, { ladderTier: tier, finalTier: tier, segment: null, failures }]),
    );
    const history: Review[] = [{ preset: preset.id, date: "2025-10-31", entries }];
    return tiersOf(run(table, preset, { asOf: AS_OF, history }));
  };

  test("who stays within 10 % of the cut is held", () => {
    // Cid begins at 800 of 1,000, under 880; Dan at 950, under 1,000 (no share is larger).
    expect(after({ cid: "t2", dan: "t3" })).toEqual(["Tier 1", "Tier 2", "Tier 2", "Tier 3"]);
  });

  test("who fails it drops in the second review in a row, as far as it must", () => {
    // Dan begins at 950, which is not under 880.
    expect(after({ dan: "t2" })).toEqual(["Tier 1", "Tier 2", "Tier 3", "Tier 2"]);
    expect(after({ dan: "t2" }, 1)).toEqual(["Tier 1", "Tier 2", "Tier 3", "Tier 3"]);
  });

  test("with the cuts held, a new giant moves nobody", () => {
    const frozen = freeze(run(table, preset, { asOf: AS_OF }));
    if (!frozen.ok) throw new Error(frozen.issues[0]?.code);
    const cells = rowsOf([...CLIENTS, { Client: "Giant", Revenue: 1e6, "Client since": OLD }]);
    expect(tiersOf(runOn(preset, cells))).toEqual(["Tier 4", "Tier 4", "Tier 4", "Tier 4", "Tier 1"]);
    expect(tiersOf(runOn(frozen.preset, cells))).toEqual([...TIERS, "Tier 1"]);
  });
});

describe("who to look after first", () => {
  const result = runOn(
    preset,
    rowsOf([
      { Client: "Ann", Revenue: 500, "Revenue last year": 400, "Usage %": 0.59, "Last contact": "2026-01-01", Tickets: 0, Owner: "" },
      { Client: "Bob", Revenue: 300, "Revenue last year": 300, "Usage %": 59, "Last contact": "2025-12-31", Tickets: 40, Owner: "Ada" },
      { Client: "Cid", Revenue: 150, "Revenue last year": 0, "Usage %": 0.1, "Last contact": "2020-01-01", Tickets: 30, Owner: "" },
      { Client: "Dan", Revenue: 50, "Revenue last year": 40, "Usage %": "", "Last contact": "", Tickets: 1, Owner: "" },
    ]),
  ); // prettier-ignore

  test.each([
    ["lowUsage", ["Ann", "Bob"]], // as a fraction and in per cent; of Tier 1 and 2 only
    ["contactOverdue", ["Bob"]], // 31 days; Ann 30
    ["growing", ["Ann", "Dan"]], // 25 % each; from nothing is no growth
    ["loud", []], // the loudest quarter is Bob, who is worth it
    ["noOwner", ["Ann"]],
  ])("%s: %j", (flag, names) => {
    expect(flagged(result, flag)).toEqual(names);
  });

  test("the loudest of low value are told from those who are worth it", () => {
    const cells = [["Client", "Revenue", "Tickets"], ["Ann", 500, 1], ["Bob", 300, 2], ["Cid", 150, 30], ["Dan", 50, 30]]; // prettier-ignore
    expect(flagged(runOn(preset, cells), "loud")).toEqual(["Cid", "Dan"]);
  });
});
