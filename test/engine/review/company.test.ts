import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alerts, movement, presetDocument, recordReview, run, type Alert, type Move, type Movement, type Preset } from "../../../engine/index"; // prettier-ignore
import { builtIn } from "../builtin/builtIn";
import { accepted, tableOf, type Cells } from "../samples";
import { company, EVENTS, QUARTERS, WHALE } from "./company";
import { quarters } from "./quarters";

const truth = company();
const cellsByQuarter = Object.fromEntries(truth.map(({ asOf, cells }) => [asOf, cells]));

/** Two of the built-ins: shares with a band, one review; shares of all that a client is worth with a band, two reviews. */
const shares = threeYears(builtIn("revenue-share"));
const worth = threeYears(builtIn("client-value"));
const sharesAtOnce = threeYears(changed("revenue-share", { steadiness: null }));
const worthAtOnce = threeYears(changed("client-value", { steadiness: null }));

function changed(id: string, changes: Record<string, unknown>): Preset {
  return accepted({ ...presetDocument(builtIn(id)), ...changes });
}

interface Quarter {
  readonly moved: Movement;
  readonly told: readonly Alert[];
  /** Accounts that steadiness keeps in their tier. */
  readonly held: ReadonlySet<string>;
}

function threeYears(preset: Preset): Quarter[] {
  const { runs, history } = quarters(cellsByQuarter, preset);
  return runs.map((each) => {
    const moved = movement(each, history);
    const { holds } = each.decision.steadied;
    const held = [...holds].flatMap((hold, row) => (hold > 0 ? [each.accounts.table.accounts.nameAt(row)] : []));
    return { moved, told: alerts(each, history, { movement: moved }), held: new Set(held) };
  });
}

/** Who is told of with one of the codes in a quarter, by name as the simulator has it. */
function toldOf(year: readonly Quarter[], quarter: number, ...codes: string[]): string[] {
  const found = year[quarter]?.told.filter(({ code }) => codes.includes(code)) ?? [];
  return found.map(({ account }) => (account ?? "").replace(/^account/, "Account")).sort();
}

/** In which quarters an account is told of with one of the codes. */
function whenTold(year: readonly Quarter[], account: string, ...codes: string[]): number[] {
  return QUARTERS.flatMap((_, quarter) => (toldOf(year, quarter, ...codes).includes(account) ? [quarter] : []));
}

/** Who moved in a quarter for a cause. */
function causedBy(year: readonly Quarter[], quarter: number, why: Move["cause"]): string[] {
  return year[quarter]?.moved.moves.flatMap(({ account, cause }) => (cause === why ? [account] : [])) ?? [];
}

const pushes = [EVENTS.firstPush, EVENTS.secondPush];

describe("every early warning, in its quarter", () => {
  test("the largest account is lost: the first thing told, in that quarter alone", () => {
    for (const year of [shares, worth, sharesAtOnce, worthAtOnce]) {
      const { whaleLost } = EVENTS;
      expect(whenTold(year, WHALE, "left", "slipped", "held", "nearEdge")).toEqual([whaleLost]);
      expect(year[whaleLost]?.told[0]).toMatchObject({
        code: "left",
        key: "account 1",
        before: "t1",
        severity: "high",
      });
    }
  });

  test.each(pushes)(
    "large accounts that lose their revenue in quarter %d slip in it, and are not told of before",
    (at) => {
      const pushed = truth[at]?.pushed ?? [];
      expect(pushed).toHaveLength(5);
      for (const year of [shares, sharesAtOnce, worthAtOnce]) {
        expect(toldOf(year, at, "slipped")).toEqual(expect.arrayContaining([...pushed]));
        for (const each of pushed) expect(whenTold(year, each, "slipped", "held", "left")[0]).toBe(at);
      }
    },
  );

  test.each(pushes)(
    "where two reviews must agree, those of quarter %d are told to be held in it and to slip in the next",
    (at) => {
      for (const each of truth[at]?.pushed ?? []) {
        expect(whenTold(worth, each, "held")).toEqual([at]);
        expect(whenTold(worth, each, "left", "slipped")[0]).toBe(at + 1);
      }
    },
  );

  test("who has left, who bought for the first time, who is no New Start any more: those and nobody else, in all quarters", () => {
    truth.slice(1).forEach(({ gone, converted, graduated }, i) => {
      expect(toldOf(shares, i + 1, "left")).toEqual([...gone].sort());
      expect(toldOf(shares, i + 1, "converted")).toEqual([...converted].sort());
      expect(toldOf(shares, i + 1, "graduated")).toEqual([...graduated].sort());
      expect(toldOf(worth, i + 1, "left")).toEqual([...gone].sort());
      expect(toldOf(worth, i + 1, "converted")).toEqual([...converted].sort());
    });
    expect(truth.flatMap(({ gone }) => gone).length).toBeGreaterThan(100);
    expect(truth.flatMap(({ converted }) => converted).length).toBeGreaterThan(40);
    expect(truth.flatMap(({ graduated }) => graduated).length).toBeGreaterThan(40);
  });
});

describe("why accounts moved", () => {
  test("a price rise for all moves nobody", () => {
    for (const year of [shares, sharesAtOnce, worthAtOnce]) {
      expect(year[EVENTS.priceForAll]?.moved.churn).toBe(0);
    }
  });

  const steadied = (id: string, steadiness: object) => threeYears(changed(id, { steadiness }));
  /** One review moves an account; two reviews must agree, in which a decline moves it in the quarter after. */
  const afterOne = {
    "shares at once": sharesAtOnce,
    "worth at once": worthAtOnce,
    "shares, points of a band": shares,
    "shares, a part of the cut": steadied("revenue-share", { band: 0.1, reviews: 1 }),
    "worth, a part of the cut": steadied("client-value", { band: 0.1, reviews: 1 }),
    "one number": threeYears(builtIn("high-medium-low")),
    seats: threeYears(builtIn("top-accounts")),
  };
  const afterTwo = {
    worth,
    "worth, many points": steadied("client-value", { band: { points: 0.1 }, reviews: 2 }),
    "one number, points": steadied("high-medium-low", { band: { points: 0.03 }, reviews: 2 }),
  };
  const others = {
    "three reviews, one level at a time": steadied("revenue-share", { band: 0.1, reviews: 3, maxStep: 1 }),
  };
  const all = Object.entries({ ...afterOne, ...afterTwo, ...others });

  test.each(all)("%s: nobody is told its own change that the company left alone", (_, year) => {
    truth.forEach(({ touched }, quarter) => {
      expect(causedBy(year, quarter, "own").filter((account) => !touched.has(account))).toEqual([]);
    });
    expect(causedBy(year, EVENTS.whaleLost, "own")).toEqual([]);
    expect(QUARTERS.some((_, quarter) => causedBy(year, quarter, "own").length > 0)).toBe(true);
  });

  test("when the largest left, all who moved at once rose because of it", () => {
    for (const year of [sharesAtOnce, worthAtOnce]) {
      const moves = year[EVENTS.whaleLost]?.moved.moves.filter(({ cause }) => cause === "others") ?? [];
      expect(moves.length).toBeGreaterThan(20);
      expect(new Set(moves.map(({ kind }) => kind))).toEqual(new Set(["up"]));
    }
  });

  test.each(all)("%s: only those are told to have been held that the quarter before held", (_, year) => {
    year.forEach((_, quarter) => {
      for (const account of causedBy(year, quarter, "held")) expect(year[quarter - 1]?.held.has(account)).toBe(true);
    });
  });

  test.each(pushes)("large accounts that lose their revenue in quarter %d: their own change, in it", (at) => {
    const pushed = truth[at]?.pushed ?? [];
    for (const [name, year] of Object.entries(afterOne)) {
      expect(causedBy(year, at, "own"), name).toEqual(expect.arrayContaining([...pushed]));
    }
  });

  test.each(pushes)("where two reviews must agree, those of quarter %d move in the next: held until then", (at) => {
    const pushed = truth[at]?.pushed ?? [];
    for (const [name, year] of Object.entries(afterTwo)) {
      expect(causedBy(year, at + 1, "held"), name).toEqual(expect.arrayContaining([...pushed]));
    }
  });
});

describe("how much of the list changes in a quarter, in percent", () => {
  const percent = ({ moved }: Quarter) => (moved.churn === null ? "" : (100 * moved.churn).toFixed(1));
  const movers = ({ moved }: Quarter) => moved.moves.filter(({ kind }) => kind === "up" || kind === "down").length;
  const cellsOfQuarter = (quarter?: Quarter) => (quarter ? [percent(quarter).padStart(4), String(movers(quarter)).padStart(4)] : []); // prettier-ignore

  test("steadiness never makes it more", () => {
    for (const [steady, atOnce] of [
      [shares, sharesAtOnce],
      [worth, worthAtOnce],
    ] as const) {
      // prettier-ignore
      steady.slice(1).forEach(({ moved }, i) => {
        expect(moved.churn).toBeLessThanOrEqual(atOnce[i + 1]?.moved.churn ?? NaN);
      });
    }
  });

  test("the twelve quarters: churn, then moves between tiers, without steadiness and with it", () => {
    const rows = QUARTERS.map((asOf, quarter) => {
      const four = [sharesAtOnce, shares, worthAtOnce, worth].map((year) => year[quarter]);
      return `| ${[asOf, ...four.flatMap(cellsOfQuarter)].join(" | ")} |`;
    });
    expect(`\n${rows.join("\n")}\n`).toMatchInlineSnapshot(`
      "
      | 2023-03-31 |      |    0 |      |    0 |      |    0 |      |    0 |
      | 2023-06-30 |  2.9 |   30 |  2.1 |   13 |  4.7 |   64 |  2.9 |   29 |
      | 2023-09-30 |  3.5 |   33 |  2.6 |   14 |  5.7 |   76 |  3.3 |   29 |
      | 2023-12-31 |  4.1 |   50 |  3.3 |   33 |  5.8 |   83 |  3.8 |   44 |
      | 2024-03-31 |  4.3 |   39 |  3.2 |   17 |  5.9 |   70 |  4.0 |   32 |
      | 2024-06-30 |  0.0 |    0 |  0.0 |    0 |  0.0 |    0 |  0.0 |    0 |
      | 2024-09-30 |  3.9 |   32 |  3.0 |   14 |  5.9 |   73 |  3.1 |   17 |
      | 2024-12-31 |  3.2 |   63 |  2.2 |   43 |  4.8 |   95 |  2.8 |   55 |
      | 2025-03-31 |  5.2 |   60 |  4.6 |   49 |  7.5 |  106 |  5.7 |   70 |
      | 2025-06-30 |  3.3 |   66 |  1.2 |   25 |  4.8 |   96 |  1.8 |   36 |
      | 2025-09-30 |  4.5 |   43 |  3.3 |   18 |  6.4 |   81 |  3.5 |   23 |
      | 2025-12-31 |  4.5 |   41 |  3.2 |   15 |  6.4 |   81 |  3.4 |   20 |
      "
    `);
  });
});

describe("properties, of companies of 200 accounts", () => {
  const preset = builtIn("revenue-share");
  const seeds = fc.nat(100_000);
  const tablesOf = (seed: number) =>
    Object.fromEntries(company({ seed, accounts: 200 }).map(({ asOf, cells }) => [asOf, cells]));
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

  test("the rows of a movement add up to the review before, its columns to this one", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { runs, history } = quarters(tablesOf(seed), preset);
        runs.slice(1).forEach((each, i) => {
          const { counts, entered, left } = movement(each, history);
          const rows = counts.map((row, tier) => sumOf(row) + (left[tier] ?? 0));
          const columns = entered.map((count, tier) => count + sumOf(counts.map((row) => row[tier] ?? 0)));
          expect(rows).toEqual(history[i]?.tiers.map(({ count }) => count));
          expect(columns).toEqual(history[i + 1]?.tiers.map(({ count }) => count));
        });
      }),
      { numRuns: 8 },
    );
  });

  test("reviews under renamed labels, or of a sheet in another order, are the same reviews", () => {
    const document = presetDocument(preset);
    const rename = <Rung extends { label: string }>(rung: Rung) => ({ ...rung, label: `${rung.label} of ours` });
    const renamed = accepted({
      ...document,
      tiers: { ...document.tiers, rungs: document.tiers.rungs.map(rename) },
      segments: document.segments && { ...document.segments, rungs: document.segments.rungs.map(rename) },
    });
    const backwards = ([header, ...rows]: Cells): Cells => [header ?? [], ...rows.reverse()].map((row) => [...row].reverse()); // prettier-ignore
    const withoutCuts = (tables: Record<string, Cells>, by: Preset) =>
      quarters(tables, by).history.map(({ cuts: _, ...review }) => review);
    fc.assert(
      fc.property(seeds, (seed) => {
        const tables = tablesOf(seed);
        const turned = Object.fromEntries(Object.entries(tables).map(([day, cells]) => [day, backwards(cells)]));
        const reviews = withoutCuts(tables, preset);
        expect(withoutCuts(tables, renamed)).toEqual(reviews);
        expect(quarters(turned, preset).history).toEqual(quarters(tables, preset).history);
      }),
      { numRuns: 4 },
    );
  });

  test("a review under renamed labels finds that nobody has moved", () => {
    const cells = truth[0]?.cells ?? [];
    const document = presetDocument(preset);
    const rungs = document.tiers.rungs.map((rung) => ({ ...rung, label: `${rung.label} of ours` }));
    const renamed = accepted({ ...document, tiers: { ...document.tiers, rungs } });
    const first = recordReview([], run(tableOf(cells, preset), preset, { asOf: "2023-03-31" }));
    const second = run(tableOf(cells, renamed), renamed, { asOf: "2023-04-30", history: first });
    expect(movement(second, first).churn).toBe(0);
    expect(recordReview(first, second)[1]?.entries.size).toBe(0);
  });
});
