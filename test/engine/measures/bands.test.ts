import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tiered } from "../samples";
import { measured } from "./measured";
import { refusals } from "./refusals";

/** The employee bands of the abm-score preset, out of order. */
const size = {
  id: "size",
  type: "bands",
  of: "value",
  bands: [
    { from: 50, points: 40 },
    { from: 1000, points: 100 },
    { from: 0, points: 5 },
    { from: 200, points: 70 },
  ],
};
const pointsOf = (values: readonly (string | number)[], bands = size.bands) =>
  measured(
    [{ ...size, bands }],
    "size",
    ["value"],
    values.map((value) => [value]),
  );

test.each([
  [1_000_000, 100],
  [1000, 100], // a lower bound is in
  [999.99, 70], // an upper one is out
  [200, 70],
  [199, 40],
  [50, 40],
  [49.999, 5],
  [0, 5],
  [-0.01, 0], // under every band: no points, but a value that is there
  ["", null],
  ["n/a", null],
  ["abc", null],
])("%j has %j points", (value, points) => {
  expect(pointsOf([value])).toEqual([points]);
});

test("bands of negative numbers, with points that fall", () => {
  const bands = [
    { from: -1, points: 0 },
    { from: -0.1, points: -20.5 },
  ];
  expect(pointsOf([-2, -1, -0.5, -0.1, 3], bands)).toEqual([0, 0, 0, -20.5, -20.5]);
});

test("the order of the bands does not matter; as many points as the highest band that is reached", () => {
  const band = fc.record({ from: fc.integer({ min: -20, max: 20 }), points: fc.integer({ min: -9, max: 9 }) });
  fc.assert(
    fc.property(
      fc.uniqueArray(band, { minLength: 1, maxLength: 6, selector: ({ from }) => from }),
      fc.array(fc.integer({ min: -25, max: 25 }), { minLength: 1, maxLength: 6 }),
      (bands, values) => {
        const reached = values.map((value) => {
          const under = bands.filter(({ from }) => from <= value);
          return under.find(({ from }) => from === Math.max(...under.map((each) => each.from)))?.points ?? 0;
        });
        expect(pointsOf(values, bands)).toEqual(reached);
        expect(pointsOf(values, [...bands].reverse())).toEqual(reached);
      },
    ),
    { numRuns: 50 },
  );
});

describe("what is reported", () => {
  test("accounts under the lowest band, by row, those with a name only", () => {
    const cells = [
      ["account", "value"],
      ["a", -1],
      ["b", 0],
      ["", -5],
      ["c", ""],
      ["d", -2],
    ];
    expect(tiered(cells, {}, { measures: [size] }).issues).toContainEqual({
      code: "under-bands",
      severity: "warning",
      count: 2,
      rows: [1, 5],
      params: { id: "size", least: 0 },
    });
  });

  test("a number without a column", () => {
    const { issues } = tiered([["account"], ["a"]], {}, { measures: [size] });
    expect(issues.map(({ code }) => code)).toEqual(["measure-unmapped", "value-missing"]);
  });
});

test.each([
  [{ bands: [] }, ["too-few measures.0.bands"]],
  [{ bands: [{ from: 0 }] }, ["missing measures.0.bands.0.points"]],
  [{ bands: [{ from: 0, points: 1, to: 5 }] }, ["unknown-key measures.0.bands.0"]],
  [
    {
      bands: [
        { from: 5, points: 1 },
        { from: 7, points: 1 },
        { from: 5, points: 2 },
      ],
    },
    ["repeated-id measures.0.bands.2.from"],
  ],
  [{ of: "region" }, ["wrong-measure-type measures.0"]],
  [{ of: "nothing" }, ["unknown-reference measures.0"]],
  [{ of: "size" }, ["measure-cycle measures.0"]],
])("%j", (changes, refused) => {
  expect(refusals([{ ...size, ...changes }])).toEqual(refused);
});
