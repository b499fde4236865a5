import { describe, expect, test } from "vitest";
import { kindOf, type Condition } from "../../../engine/conditions/registry";
import { relaxed, type RelaxFacts } from "../../../engine/conditions/relax";
import type { Band } from "../../../engine/preset/schema";
import { accepted, documentWith } from "../samples";

const facts: RelaxFacts = {
  isDate: (measure) => measure === "first",
  segmentIs: (ids, sign) => ({ measure: sign > 0 ? "wider" : "narrower", is: ids }),
};
/** A condition as the gate gives it, with its defaults. */
function checked(when: unknown): Condition {
  const rungs = [
    { id: "in", label: "In", when },
    { id: "out", label: "Out" },
  ];
  const segments = { rungs: [{ id: "key", label: "Key" }] };
  const condition = accepted(documentWith({ segments, tiers: { rungs } })).tiers.rungs[0]?.when;
  if (!condition) throw new Error("no condition");
  return condition;
}

const relax = (when: unknown, band: Band) => relaxed(checked(when), band, facts);
const tighten = (when: unknown, band: Band) => relaxed(checked(when), band, facts, -1);
const value = (comparison: object) => ({ measure: "value", ...comparison });

describe("a band of 10 %", () => {
  test.each([
    [{ ">=": 100 }, { ">=": 90 }, { ">=": 110 }],
    [{ ">": 100 }, { ">": 90 }, { ">": 110 }],
    [{ "<=": 100 }, { "<=": 110 }, { "<=": 90 }],
    [{ "<": 100 }, { "<": 110 }, { "<": 90 }],
    [{ ">=": -100 }, { ">=": -110 }, { ">=": -90 }], // a part of its size, whatever its sign
    [{ "<": -100 }, { "<": -90 }, { "<": -110 }],
    [{ ">=": 0 }, { ">=": 0 }, { ">=": 0 }],
    [{ ">=": 1.1 }, { ">=": 0.99 }, { ">=": 1.21 }], // 1.1 - 0.11 is 0.9900000000000001 to a computer
    [{ "!=": 100 }, { "!=": 100 }, { "!=": 100 }],
    [{ between: [10, 20] }, { between: [9, 22] }, { between: [11, 18] }],
    [{ between: [-10, 0] }, { between: [-11, 0] }, { between: [-9, 0] }],
  ])("of value %j is %j, tightened %j", (cut, wider, narrower) => {
    expect(relax(value(cut), 0.1)).toEqual(value(wider));
    expect(tighten(value(cut), 0.1)).toEqual(value(narrower));
  });

  test("of a number is all about it, and nothing is tighter than one number", () => {
    expect(relax(value({ "=": -100 }), 0.1)).toEqual({ all: [value({ ">=": -110 }), value({ "<=": -90 })] });
    expect(tighten(value({ "=": 100 }), 0.1)).toEqual(value({ "=": 100 }));
  });

  test.each([
    [{ share: 0.3 }, { share: 0.33 }, { share: 0.27 }],
    [{ share: 0.95 }, { share: 1 }, { share: 0.855 }],
    [{ percent: 0.2 }, { percent: 0.22 }, { percent: 0.18 }],
    [{ count: 20 }, { count: 22 }, { count: 18 }], // 20 * 1.1 is 22.000000000000004 to a computer
    [{ count: 15 }, { count: 17 }, { count: 13 }],
    [{ count: 5 }, { count: 6 }, { count: 4 }],
    [{ count: 0 }, { count: 0 }, { count: 0 }],
  ])("of top %j is %j, tightened %j", (top, wider, narrower) => {
    expect(relax(value({ top }), 0.1)).toMatchObject(value({ top: wider }));
    expect(tighten(value({ top }), 0.1)).toMatchObject(value({ top: narrower }));
  });

  test("leaves all of a top but its cut", () => {
    const among = value({ ">=": 50 });
    const top = { share: 0.3, crossing: "refill", ties: "down", outside: "compare", among, within: "region" };
    expect(relax(value({ top }), 0.1)).toEqual(value({ top: { ...top, share: 0.33 } }));
  });
});

test.each([
  { measure: "region", is: ["North"] },
  { measure: "region", contains: ["or"] },
  { measure: "region", startsWith: ["No"] },
  { measure: "value", blank: true },
  { measure: "value", unreadable: false },
  { measure: "first", ">=": 46_000 },
  { measure: "first", "=": 46_000 },
  { measure: "first", between: [45_000, 46_000] },
])("%j stays as it is, both ways", (when) => {
  expect(relax(when, 0.1)).toEqual(when);
  expect(tighten(when, 0.1)).toEqual(when);
});

describe("parts", () => {
  test("of all and any are relaxed one by one, that of not is tightened", () => {
    const [a, b] = [value({ ">=": 100 }), { measure: "region", is: ["North"] }];
    expect(relax({ all: [a, { any: [b, a] }] }, 0.1)).toEqual({
      all: [value({ ">=": 90 }), { any: [b, value({ ">=": 90 })] }],
    });
    expect(relax({ not: a }, 0.1)).toEqual({ not: value({ ">=": 110 }) });
    expect(relax({ not: { not: a } }, 0.1)).toEqual({ not: { not: value({ ">=": 90 }) } });
    expect(relax({ not: value({ top: { count: 15 } }) }, 0.1)).toMatchObject({ not: value({ top: { count: 13 } }) });
  });

  test("a segment stands for the segments climbed again, the same way", () => {
    const isKey = { measure: "segment", is: ["key"] };
    expect(relax({ any: [isKey, { not: isKey }] }, 0.1)).toEqual({
      any: [{ measure: "wider", is: ["key"] }, { not: { measure: "narrower", is: ["key"] } }],
    });
    expect(relax({ measure: "segment", startsWith: ["k"] }, 0.1)).toEqual({ measure: "segment", startsWith: ["k"] });
  });
});

describe("points", () => {
  test.each([
    [{ share: 0.3 }, { share: 0.33 }, { share: 0.27 }],
    [{ share: 0.99 }, { share: 1 }, { share: 0.96 }],
    [{ percent: 0.02 }, { percent: 0.05 }, { percent: 0 }],
    [{ count: 20 }, { count: 20 }, { count: 20 }],
  ])("of 3 make top %j %j, tightened %j", (top, wider, narrower) => {
    expect(relax(value({ top }), { points: 0.03 })).toMatchObject(value({ top: wider }));
    expect(tighten(value({ top }), { points: 0.03 })).toMatchObject(value({ top: narrower }));
  });

  const exact = 0.12345678901234568; // more digits than a sheet shows
  test.each([
    value({ ">=": exact }),
    value({ "<": exact }),
    value({ "=": exact }),
    value({ between: [exact, 1] }),
    { measure: "first", ">=": exact },
  ])("leave %j alone, to its last digit", (when) => {
    expect(relax(when, { points: 0.03 })).toEqual(when);
    expect(tighten(when, 0)).toEqual(when);
  });
});

test("every kind of condition that has a number to move, moves it", () => {
  const moved = [value({ ">=": 1 }), value({ between: [1, 2] }), value({ top: { count: 9 } })].map(checked);
  const whole = [{ all: moved }, { any: moved }, { not: checked(value({ ">=": 1 })) }] as const;
  for (const condition of [...moved, ...whole]) {
    expect(kindOf(condition).relax).toBeDefined();
    expect(relaxed(condition, 0.1, facts)).not.toEqual(condition);
  }
});
