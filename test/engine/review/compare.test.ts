import { describe, expect, test } from "vitest";
import { compare, presetDocument, run, type Preset } from "../../../engine/index";
import { builtIn } from "../builtin/builtIn";
import { accepted, AS_OF, cellsOf, documentWith, rungs, tableOf } from "../samples";

const cells = cellsOf(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`a${i + 1}`, 1000 - i])));
const withSeats = (max: number): Preset => {
  const [first, last] = rungs({ t1: { measure: "value", ">": 0 } }, "t2");
  return accepted(documentWith({ tiers: { rungs: [{ ...first, capacity: { max, rankBy: "value" } }, last] } }));
};
const table = tableOf(cells, withSeats(20));
const at = (max: number) => run(table, withSeats(max), { asOf: AS_OF });

describe("Who would change if Tier 1 went from 20 to 25?", () => {
  test("the next five, from the tier below", () => {
    const found = compare(at(20), at(25));
    expect(found.map(({ account, from, to }) => [account, from, to])).toEqual(
      [21, 22, 23, 24, 25].map((number) => [`a${number}`, "t2", "t1"]),
    );
    expect(found[0]).toEqual({ account: "a21", row: 21, from: "t2", to: "t1", value: 980 });
    expect(compare(at(25), at(20)).map(({ from, to }) => [from, to])).toEqual(Array(5).fill(["t1", "t2"]));
  });

  test("nobody under the same rules; another table is refused", () => {
    expect(compare(at(20), at(20))).toEqual([]);
    const other = run(tableOf(cells, withSeats(20)), withSeats(20), { asOf: AS_OF });
    expect(() => compare(at(20), other)).toThrow(RangeError);
  });

  test("who is turned away or let in changes to and from no tier", () => {
    const gated = accepted({ ...presetDocument(withSeats(20)), gates: [{ id: "g", when: { measure: "value", "<": 1000 }, else: { exclude: "Out" } }] }); // prettier-ignore
    const found = compare(at(20), run(table, gated, { asOf: AS_OF }));
    expect(found.map(({ account, from, to }) => [account, from, to])).toEqual([["a1", "t1", null], ["a21", "t2", "t1"]]); // prettier-ignore
  });
});

test("of a built-in: the seats of Tier 1 as they stand, and five more", () => {
  const preset = builtIn("top-accounts");
  const [first, ...rest] = presetDocument(preset).tiers.rungs;
  const more = accepted({ ...presetDocument(preset), tiers: { rungs: [{ ...first, capacity: { ...first?.capacity, max: 10 } }, ...rest] } }); // prettier-ignore
  const own = tableOf([["Account", "Revenue"], ...cells.slice(1)], preset);
  const found = compare(run(own, preset, { asOf: AS_OF }), run(own, more, { asOf: AS_OF }));
  expect(found.map(({ account }) => account)).toEqual(["a6", "a7", "a8", "a9", "a10"]);
});
