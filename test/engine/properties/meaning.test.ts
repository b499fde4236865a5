import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain, parsePreset, run, type CellValue, type Reason } from "../../../engine/index";
import { AS_OF, accepted, documentWith, rungs, tableOf, tiered, tiersOf } from "../samples";
import { accountRows, cellsOfRows, condition, ladder, measures } from "./randomTables";

describe("one more euro never lowers a class", () => {
  const distinct = fc.uniqueArray(fc.integer({ min: -20, max: 500 }), { minLength: 1, maxLength: 15 });
  test.each([
    ["share, crossing up", { k: { share: 0.3 }, e: { share: 0.8 } }],
    ["share, crossing up, ties up", { k: { share: 0.3, ties: "up" }, e: { share: 0.8, ties: "up" } }],
    ["count", { k: { count: 2 }, e: { count: 5 } }],
    ["percent", { k: { percent: 0.2 }, e: { percent: 0.5 } }],
  ])("by %s", (_, tops) => {
    const conditions = Object.fromEntries(Object.entries(tops).map(([id, top]) => [id, { measure: "value", top }]));
    const classOf = (values: readonly number[], row: number) => {
      const cells = [["account", "value"], ...values.map((value, i): CellValue[] => [`a${i}`, value])];
      return tiered(cells, conditions).tier.codes[row] ?? -1;
    };
    fc.assert(
      fc.property(
        fc.oneof(distinct, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 })),
        fc.nat(),
        (values, pick) => {
          const row = pick % values.length;
          const richer = values.map((value, i) => (i === row ? value + 1 : value));
          expect(classOf(richer, row)).toBeLessThanOrEqual(classOf(values, row));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("an explanation", () => {
  /** A reason must follow from its own parts and numbers. */
  function expectConsistent(reason: Reason): void {
    const numbers = () => ("value" in reason && typeof reason.value === "number" ? reason.value : NaN);
    switch (reason.kind) {
      case "not":
        expectConsistent(reason.part);
        return expect(reason.holds).toBe(!reason.part.holds);
      case "all":
        reason.parts.forEach(expectConsistent);
        return expect(reason.holds).toBe(reason.parts.every((part) => part.holds));
      case "any":
        reason.parts.forEach(expectConsistent);
        return expect(reason.holds).toBe(reason.parts.some((part) => part.holds));
      case "between":
        return expect(reason.holds).toBe(numbers() >= reason.from && numbers() < reason.under);
      case "top": {
        if (reason.rank) expect(reason.holds).toBe(reason.rank.rank <= reason.rank.in);
        if (reason.standing === "missing" || reason.standing === "not-positive") expect(reason.holds).toBe(false);
        if (reason.standing === "outside" && reason.holds)
          expect(numbers()).toBeGreaterThanOrEqual(reason.marginal ?? Infinity);
        if (reason.sums) expect(reason.sums.after - reason.sums.before).toBeCloseTo(numbers(), 6);
        return expect(reason.standing === "ranked").toBe(reason.rank !== null);
      }
      case "compare":
      case "is":
      case "blank":
      case "unreadable":
        if ("value" in reason && reason.value === null) expect(reason.holds).toBe(false);
    }
  }

  test("ends in the class of its row: every rung tried before it failed", () => {
    const document = ladder.map((tiers) => documentWith({ measures, tiers })).filter((each) => parsePreset(each).ok);
    fc.assert(
      fc.property(accountRows, document, (rows, source) => {
        const preset = accepted(source);
        const result = run(tableOf(cellsOfRows(rows), preset), preset, { asOf: AS_OF });
        tiersOf(result).forEach((tier, row) => {
          const explanation = explain(result, row + 1);
          expect(explanation.kind).toBe(rows[row]?.account === "" ? "unrated" : "account");
          if (explanation.kind !== "account") return;
          const { label, tried } = explanation.tier ?? { label: "", tried: [] };
          expect(label).toBe(tier);
          expect(tried.at(-1)?.label).toBe(tier);
          tried.forEach(({ reason }, i) => {
            expect(reason?.holds ?? true).toBe(i === tried.length - 1);
            if (reason) expectConsistent(reason);
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  test("explaining changes nothing in the run", () => {
    fc.assert(
      fc.property(accountRows, condition, (rows, when) => {
        const preset = accepted(documentWith({ measures, tiers: { rungs: rungs({ a: when }, "b") } }));
        const result = run(tableOf(cellsOfRows(rows), preset), preset, { asOf: AS_OF });
        const before = JSON.stringify([...result.tier.codes]);
        rows.forEach((_, row) => explain(result, row + 1));
        expect(JSON.stringify([...result.tier.codes])).toBe(before);
      }),
    );
  });
});

test("lists within a table are the lists apart", () => {
  const top = fc.constantFrom(
    ...["up", "down", "nearest", "refill"].map((crossing) => ({ share: 0.4, crossing })),
    ...["strict", "with", "drop"].map((ties) => ({ count: 2, ties })),
    { percent: 0.3 },
  );
  const listOf = (region: string) => region.trim().toLowerCase();
  fc.assert(
    fc.property(accountRows, top, (rows, top) => {
      const conditions = { k: { measure: "value", top } };
      const together = tiersOf(tiered(cellsOfRows(rows), conditions, { ladder: { within: "region" } }));
      for (const list of ["north", "south", ""]) {
        const own = rows.filter(({ region }) => listOf(region) === list);
        if (own.length === 0) continue;
        const apart = tiersOf(tiered(cellsOfRows(own), conditions));
        expect(together.filter((_, i) => listOf(rows[i]?.region ?? "") === list)).toEqual(apart);
      }
    }),
  );
});
