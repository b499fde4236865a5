import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  customerReason,
  explain,
  movement,
  pathsOf,
  presetDocument,
  rankInTier,
  recordReview,
  resultOf,
  run,
  whyAt,
  whyOf,
  type Preset,
  type RecordedReview,
  type ResultColumn,
  type Run,
} from "../../engine/index";
import { accepted, AS_OF, documentWith, rungs, tableOf, type Cells } from "./samples";

const COLUMNS = [
  ...(["segment", "tier", "score", "movement", "why", "reason", "rank", "initial", "previous", "highest"] as const),
  ...(["nextReview", "play", "flags"] as const),
];

const ALL: Preset = accepted(
  documentWith({
    measures: [
      { id: "total", type: "sum", of: ["value", "other"] },
      { id: "score", type: "scale", of: "total", method: "minMax" },
    ],
    gates: [
      { id: "known", when: { not: { measure: "region", is: ["nowhere"] } }, else: { exclude: "Not ours" } },
      { id: "real", when: { measure: "value", blank: false }, else: { maxTier: "mid" } },
    ],
    segments: {
      rungs: rungs(
        { western: { measure: "region", is: ["west"] }, big: { measure: "total", top: { share: 0.5 } } },
        "elsewhere",
      ),
    },
    tiers: {
      rungs: [
        {
          id: "key",
          label: "Key",
          when: {
            any: [
              { measure: "segment", is: ["western"] },
              { measure: "total", top: { share: 0.3 } },
            ],
          },
          capacity: { max: 3, rankBy: "total" },
          play: { treatment: "A plan of its own" },
        },
        {
          id: "mid",
          label: "Mid",
          when: {
            all: [
              { measure: "value", ">=": 10 },
              { measure: "other", between: [0, 40] },
            ],
          },
        },
        { id: "rest", label: "Rest" },
      ],
    },
    steadiness: { band: 0.1, reviews: 2 },
    bumps: { rules: [{ id: "logo", when: { measure: "isClient", is: ["yes"] }, move: 1, reason: "A known name" }] },
    flags: [{ id: "big", label: "Big", when: { measure: "value", ">=": 50 } }],
    review: { cadence: "quarterly", cadences: { key: "monthly" } },
    columns: [...COLUMNS],
  }),
);

const HEADER = ["account", "value", "other", "region", "client", "first", "last"];
const cellsOf = (rows: readonly (readonly (string | number | boolean)[])[]): Cells => [
  HEADER,
  ...rows.map((row) => [...row, "", ""]),
];
const number = fc.oneof(fc.integer({ min: -5, max: 60 }), fc.constant(""), fc.constant("n/a"));
const someRows = fc.array(
  fc.tuple(
    fc.constantFrom("Acme", "Bolt", "Cyan", "Dune", "Echo", "Fern", "Gale", "", "Total"),
    number,
    number,
    fc.constantFrom("West", "east", "nowhere", ""),
    fc.constantFrom("yes", "no", ""),
  ),
  { minLength: 1, maxLength: 14 },
);
const someOverrides = fc.array(
  fc.record({
    account: fc.constantFrom("acme", "Bolt", "Cyan"),
    kind: fc.constantFrom("exact", "floor", "ceiling", "exclude"),
    tier: fc.constantFrom("key", "rest"),
  }),
  { maxLength: 2 },
);

describe("the columns of any run", () => {
  const property = (preset: Preset, check: (run: Run, history: readonly RecordedReview[]) => void) =>
    fc.assert(
      fc.property(someRows, someRows, someOverrides, (before, now, overrides) => {
        const history = recordReview([], run(tableOf(cellsOf(before), preset), preset, { asOf: "2025-10-31" }));
        check(run(tableOf(cellsOf(now), preset), preset, { asOf: AS_OF, overrides, history }), history);
      }),
      { numRuns: 200 },
    );
  const rolledUp = accepted(JSON.stringify({ ...presetDocument(ALL), rollUp: { by: "account" } }));

  test.each([
    ["rows", ALL],
    ["accounts on several rows", rolledUp],
  ])("say of %s what is said when they are asked about one by one", (_, preset) => {
    property(preset, (result, history) => {
      const moves = new Map(movement(result, history).moves.map(({ account, kind }) => [account, kind]));
      const recorded = recordReview(history, result);
      const paths = pathsOf(recorded, preset, { asOf: AS_OF });
      const labels = new Map(preset.tiers.rungs.map(({ id, label }) => [id, label]));
      const ranks = rankInTier(result);
      const { columns } = resultOf(result, history);
      const { nameAt, codes, keys } = result.accounts.table.accounts;
      for (let row = 0; row < result.size; row++) {
        const at = result.firstRow + row;
        const account = result.accounts.accountOf ? (result.accounts.accountOf[row] ?? -1) : row;
        const explained = explain(result, at);
        const own = explained.kind === "merged" ? explain(result, explained.into) : explained;
        const why = columnOf(columns, "why");
        expect(whyAt(why.values, why.codes[row] ?? -1)).toEqual(whyOf(own, preset));
        if (account < 0 || (codes[account] ?? -1) < 0) {
          expect(valueAt(columns, "score", row) ?? null).toBeNull();
          continue;
        }
        expect(valueAt(columns, "reason", row)).toEqual(customerReason(result, at));
        expect(valueAt(columns, "rank", row)).toBe(ranks[row] || null);
        const path = paths.get(keys[codes[account] ?? -1] ?? "");
        expect(valueAt(columns, "initial", row)).toBe(labels.get(path?.initial ?? "") ?? null);
        expect(valueAt(columns, "highest", row)).toBe(labels.get(path?.highest ?? "") ?? null);
        expect(valueAt(columns, "previous", row)).toBe(labels.get(path?.previous ?? "") ?? null);
        const [name] = [...moves.keys()].filter((each) => each.toLowerCase() === nameAt(account).toLowerCase());
        expect(valueAt(columns, "movement", row)).toBe(moves.get(name ?? "") ?? null);
      }
    });
  });
});

test("what each column holds", () => {
  const UNHELD = accepted(JSON.stringify({ ...presetDocument(ALL), steadiness: null }));
  const history = recordReview(
    [],
    run(
      tableOf(
        cellsOf([
          ["Acme", 50, 0, "east", "no"],
          ["Bolt", 5, 1, "", ""],
        ]),
        ALL,
      ),
      ALL,
      { asOf: "2025-10-31" },
    ),
  );
  const rows = [
    ["Acme", 5, 0, "east", "no"],
    ["Bolt", 90, 1, "", ""],
    ["Cyan", 30, 1, "nowhere", ""],
    ["", 7, 1, "", ""],
    ["", "", "", "", ""],
  ];
  const { columns } = resultOf(run(tableOf(cellsOf(rows), UNHELD), UNHELD, { asOf: AS_OF, history }), history);
  expect(columns.map(({ kind }) => kind)).toEqual([...COLUMNS.slice(0, -1), "flag:big"]);
  const rowsOf = (kind: string) => rows.map((_, row) => valueAt(columns, kind, row));
  expect(rowsOf("tier")).toEqual(["Rest", "Key", "Not ours", "Unrated", ""]);
  expect(rowsOf("movement")).toEqual(["down", "up", null, null, undefined]);
  expect(rowsOf("score")).toEqual([0, 100, 30.2326, null, undefined]);
  expect(rowsOf("rank")).toEqual([1, 1, null, null, undefined]);
  expect(rowsOf("initial")).toEqual(["Key", "Rest", null, null, undefined]);
  expect(rowsOf("previous")).toEqual(["Key", "Rest", null, null, undefined]);
  expect(rowsOf("highest")).toEqual(["Key", "Key", null, null, undefined]);
  expect(rowsOf("nextReview")).toEqual([46053, 45991, null, null, undefined]); // 31 January and 30 November
  expect(rowsOf("play")).toEqual([null, "A plan of its own", null, null, undefined]);
  expect(rowsOf("flag:big")).toEqual([false, true, null, null, undefined]);
});

test("what the preset has nothing for is left out", () => {
  const bare = accepted(documentWith({ columns: ["tier", "score", "nextReview", "play", "flags"] }));
  const { columns } = resultOf(run(tableOf([HEADER, ["Acme", 5, "", "", "", "", ""]], bare), bare, { asOf: AS_OF }));
  expect(columns.map(({ kind }) => kind)).toEqual(["tier"]);
});

function columnOf<Kind extends ResultColumn["kind"]>(columns: readonly ResultColumn[], kind: Kind) {
  const found = columns.find((each): each is Extract<ResultColumn, { kind: Kind }> => each.kind === kind);
  if (!found) throw new Error(`no column ${kind}`);
  return found;
}

function valueAt(columns: readonly ResultColumn[], kind: string, row: number): unknown {
  const found = columns.find((each) => each.kind === kind);
  if (!found || found.kind === "why") throw new Error(`no column ${kind}`);
  return found.values[found.codes[row] ?? -1];
}
