import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathOf, pathsOf, pathWithRun, recordReview, run, type RecordedReview } from "../../../engine/index";
import { cellsOf, rungs, tableOf } from "../samples";
import { quarters, tierPreset } from "./quarters";

const [Q1, Q2, Q3, Q4] = ["2025-01-31", "2025-04-30", "2025-07-31", "2025-10-31"];
const DAYS = [Q1, Q2, Q3, Q4];
const preset = tierPreset();
const historyOf = (reviews: readonly Record<string, string>[], by = preset): RecordedReview[] =>
  quarters(Object.fromEntries(reviews.map((accounts, i) => [DAYS[i] ?? "", cellsOf(accounts, "region")])), by).history;
const steps = (path: { steps: readonly { date: string; tier: string | null }[] } | undefined) =>
  path?.steps.map(({ date, tier }) => `${date} ${tier ?? "none"}`);

describe("what did each account's path look like since onboarding?", () => {
  const history = historyOf([{ A: "1", B: "3" }, { A: "1", B: "1" }, { A: "2" }, { A: "2", B: "2", C: "3" }]);

  test("initial, previous, current and highest tier", () => {
    const paths = pathsOf(history, preset);
    expect(paths.get("a")).toMatchObject({ initial: "t1", previous: "t2", current: "t2", highest: "t1" });
    expect(paths.get("b")).toMatchObject({ initial: "t3", previous: null, current: "t2", highest: "t1" });
    expect(paths.get("c")).toMatchObject({ initial: "t3", previous: null, current: "t3", highest: "t3" });
  });

  test("the steps, with the time off the list", () => {
    const paths = pathsOf(history, preset);
    expect(steps(paths.get("a"))).toEqual([`${Q1} t1`, `${Q3} t2`]);
    expect(steps(paths.get("b"))).toEqual([`${Q1} t3`, `${Q2} t1`, `${Q3} none`, `${Q4} t2`]);
    expect(paths.get("b")?.firstIn).toEqual(new Map([["t3", Q1], ["t1", Q2], ["t2", Q4]])); // prettier-ignore
    expect(paths.get("c")?.firstSeen).toBe(Q4);
  });

  test("of one account, review by review", () => {
    const tiers = (key: string) => pathOf(history, preset, key)?.reviews.map(({ tier }) => tier);
    expect(tiers("a")).toEqual(["t1", "t1", "t2", "t2"]);
    expect(tiers("b")).toEqual(["t3", "t1", null, "t2"]);
    expect(tiers("c")).toEqual(["t3"]);
    expect(pathOf(history, preset, "nobody")).toBeNull();
  });

  test("as of a day, later reviews are not looked at", () => {
    expect(pathsOf(history, preset, { asOf: Q2 })).toEqual(pathsOf(history.slice(0, 2), preset));
    expect(pathsOf(history, preset, { asOf: Q3 }).get("b")).toMatchObject({ previous: "t1", current: null });
    expect(() => pathsOf(history, preset, { asOf: "soon" })).toThrow(RangeError);
  });

  test("what is known from before the first review", () => {
    const imported = new Map([
      ["b", { initial: "t2" }],
      ["c", { highest: "t1" }],
      ["d", { initial: "t1" }],
    ]);
    const paths = pathsOf(history, preset, { imported });
    expect(paths.get("b")).toMatchObject({ initial: "t2", highest: "t1" });
    expect(paths.get("c")).toMatchObject({ initial: "t3", highest: "t1" });
    expect(paths.has("d")).toBe(false);
  });

  test("tiers that the rules no longer have are told as they were, and are not the highest", () => {
    const now = tierPreset({ tiers: { rungs: rungs({ t2: { measure: "region", is: ["2"] } }, "t3") } });
    expect(pathsOf(history, now).get("a")).toMatchObject({ initial: "t1", highest: "t2" });
    expect(pathsOf(history, now).get("c")).toMatchObject({ highest: "t3" });
  });

  test("nobody without reviews, or with those of another preset", () => {
    expect(pathsOf([], preset).size).toBe(0);
    expect(pathsOf(history, tierPreset({ id: "other" })).size).toBe(0);
  });
});

test("one that a gate turned away at first has its first tier when it is let in", () => {
  const gated = tierPreset({ gates: [{ id: "g", when: { measure: "region", blank: false }, else: { exclude: "Out" } }] }); // prettier-ignore
  const path = pathsOf(historyOf([{ A: "" }, { A: "2" }], gated), gated).get("a");
  expect(path).toMatchObject({ initial: "t2", firstSeen: Q1, previous: null });
  expect(steps(path)).toEqual([`${Q1} none`, `${Q2} t2`]);
});

describe("which prospects became customers, and when?", () => {
  const when = (stage: string) => ({ measure: "stage", is: [stage] });
  const staged = tierPreset({
    measures: [{ id: "stage", type: "lifecycle", firstPurchase: "first", newMonths: 6 }],
    segments: { rungs: rungs({ lead: when("prospect"), fresh: when("new") }, "base") },
  });
  const cells = (first: string, other = "2020-01-01") => [["account", "first"], ["A", first], ["B", other]]; // prettier-ignore
  const { history } = quarters({ [Q1]: cells("", ""), [Q2]: cells("", ""), [Q3]: cells("2025-07-01"), [Q4]: cells("2025-07-01") }, staged); // prettier-ignore

  test("days from the first review as a prospect to the first in another segment", () => {
    expect(pathsOf(history, staged).get("a")).toMatchObject({ converted: Q3, daysToConvert: 181 });
  });

  test("nobody while still a prospect, or without segments of that kind", () => {
    expect(pathsOf(history, staged, { asOf: Q2 }).get("a")).toMatchObject({ converted: null, daysToConvert: null });
    const plain = historyOf([{ A: "1" }, { A: "2" }]);
    expect(pathsOf(plain, preset).get("a")).toMatchObject({ converted: null, daysToConvert: null });
  });
});

test("the first day as a qualified account, by the flag that says so", () => {
  const flags = ["mqa", "hot"].map((id, i) => ({ id, label: id, when: { measure: "region", is: [String(i + 1)] } }));
  const flagged = tierPreset({ flags });
  const history = historyOf([{ A: "3" }, { A: "1" }, { A: "2" }, { A: "1" }], flagged);
  expect(pathsOf(history, flagged).get("a")?.firstFlagged).toBe(Q2);
  expect(pathsOf(history, flagged, { flag: "hot" }).get("a")?.firstFlagged).toBe(Q3);
});

test.each(["2025-10-31", "2025-12-31", "2025-04-30"])(
  "of one account with a run of %s that is not recorded",
  (asOf) => {
    const flags = [{ id: "mqa", label: "MQA", when: { measure: "region", is: ["1"] } }];
    const flagged = tierPreset({ flags });
    const history = historyOf(
      [{ A: "1", B: "3" }, { A: "1", B: "1" }, { A: "2" }, { A: "2", B: "2", C: "3" }],
      flagged,
    );
    const cells = [["account", "region"], ["A", "3"], ["C", "3"], ["D", "2"], ["c", "1"]]; // prettier-ignore
    const result = run(tableOf(cells, flagged), flagged, { asOf, history });
    const recorded = recordReview(history, result);
    for (const key of ["a", "b", "c", "d", "nobody"]) {
      expect(pathWithRun(history, result, key), key).toEqual(pathOf(recorded, flagged, key));
    }
    expect(pathWithRun(history, result, "c")?.reviews.find(({ date }) => date === asOf)?.tier).toBe("t1");
  },
);

describe("properties", () => {
  const account = fc.constantFrom("a", "b", "c", "d");
  const reviews = fc.array(fc.dictionary(account, fc.constantFrom("1", "2", "3"), { minKeys: 1 }), {
    minLength: 1,
    maxLength: 4,
  });

  test("all at once is each for itself, in whatever order the reviews are kept", () => {
    fc.assert(
      fc.property(reviews, (all) => {
        const history = historyOf(all);
        const paths = pathsOf(history.toReversed(), preset);
        expect([...paths.keys()].sort()).toEqual([...new Set(all.flatMap(Object.keys))].sort());
        for (const [key, path] of paths) expect(pathOf(history, preset, key)).toMatchObject(path);
      }),
      { numRuns: 100 },
    );
  });

  test("the tier of every review is the one that the account had in it", () => {
    fc.assert(
      fc.property(reviews, account, (all, key) => {
        const tiers = all.map((accounts) => (accounts[key] ? `t${accounts[key]}` : null));
        const first = tiers.findIndex((tier) => tier !== null);
        const path = pathOf(historyOf(all), preset, key);
        expect(path === null).toBe(first < 0);
        if (!path) return;
        expect(path.reviews).toEqual(tiers.map((tier, i) => ({ date: DAYS[i], tier })).slice(first));
        expect([path.initial, path.current]).toEqual([tiers[first], tiers.at(-1)]);
        expect(path.highest).toBe(tiers.filter((tier) => tier !== null).sort()[0]);
        expect(path.previous).toBe(tiers.at(-2) ?? null);
        expect(steps(path)?.length).toBe(tiers.slice(first).filter((tier, i, own) => i === 0 || tier !== own[i - 1]).length); // prettier-ignore
      }),
      { numRuns: 100 },
    );
  });
});
