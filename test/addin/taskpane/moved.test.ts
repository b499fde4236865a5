import fc from "fast-check";
import { expect, test } from "vitest";
import { numberAfter, numberAt, positionOf } from "../../../addin/taskpane/cuts/moved";
import type { CutCurve } from "../../../engine/index";

/** Four accounts of 50, 30, 15 and 5. */
const CURVE: CutCurve = {
  measure: "value",
  accounts: 4,
  points: [
    { accounts: 0, value: 50, share: 0 },
    { accounts: 1, value: 50, share: 0.5 },
    { accounts: 2, value: 30, share: 0.8 },
    { accounts: 3, value: 15, share: 0.95 },
    { accounts: 4, value: 5, share: 1 },
  ],
  cuts: [],
};

test.each([
  ["share", 2, 0.8],
  ["share", 1.5, 0.65],
  ["percent", 1, 0.25],
  ["count", 2.6, 3],
  ["value", 2, 30],
  ["value", 2.5, 22.5],
  ["share", -3, 0],
  ["count", 9, 4],
] as const)("a %s cut dragged to %d accounts says %d", (by, position, number) => {
  expect(numberAt(CURVE, { by }, position)).toBe(number);
});

test.each([
  ["share", 0.3, 1, 0.31],
  ["share", 0.99, 5, 1],
  ["percent", 0.02, -5, 0],
  ["count", 3, 1, 4],
  ["count", 4, 1, 4],
  ["value", 30, 1, 15],
  ["value", 30, -1, 50],
] as const)("a %s cut at %d moved by %d steps says %d", (by, at, steps, number) => {
  expect(numberAfter(CURVE, { by, at }, steps)).toBe(number);
});

test("a cut stands after those that are in, and is dragged to where it stands", () => {
  expect(positionOf(CURVE, { by: "value", at: 20 })).toBe(2);
  expect(positionOf(CURVE, { by: "value", at: 51 })).toBe(0);
  expect(positionOf(CURVE, { by: "value", at: 1 })).toBe(4);
  expect(positionOf(CURVE, { by: "share", at: 0.6 })).toBe(2); // whoever crosses the line is in
  fc.assert(
    fc.property(
      fc.constantFrom("share", "percent", "count", "value"),
      fc.integer({ min: 1, max: 4 }),
      (by, position) => {
        expect(positionOf(CURVE, { by, at: numberAt(CURVE, { by }, position) })).toBe(position);
      },
    ),
  );
});
