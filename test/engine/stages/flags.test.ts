import { expect, test } from "vitest";
import type { Run } from "../../../engine/index";
import { byValue, override, review, staged, tierOf } from "./staged";

const flag = (id: string, when: unknown) => ({ id, label: `Is ${id}`, when });
const cells = [
  ["account", "value", "client"],
  ["Acme", 120, "y"],
  ["Bolt", 60, "y"],
  ["Cyan", 10, "n"],
  ["Dune", 200, "n"],
  ["", 300, "y"],
];
const names = ["Acme", "Bolt", "Cyan", "Dune", "nobody"];
/** Who has each flag. */
const flagged = ({ flags }: Run) =>
  Object.fromEntries(flags.map(({ id, mask }) => [id, names.filter((_, row) => mask[row] === 1)]));

test("asks about the tier in the end, and the segment; who is in no tier has none", () => {
  const segments = {
    rungs: [
      { id: "big", label: "Big", when: { measure: "value", ">=": 50 } },
      { id: "small", label: "Small" },
    ],
  };
  const gates = [{ id: "g", when: { measure: "value", "<": 200 }, else: { exclude: "Out" } }];
  const flags = [
    flag("first", { measure: "tier", is: ["t1"] }),
    flag("big", { measure: "segment", is: ["big"] }),
    flag("noSegment", { measure: "segment", blank: true }),
    flag("rich", { measure: "value", ">": 0 }),
    flag("other", { not: { measure: "tier", is: ["t1", "t2"] } }),
  ];
  const overrides = [override("Cyan", "exact", "t1"), override("Bolt", "exclude")];
  const changes = { segments, gates, flags, tiers: byValue() };
  const result = staged(cells, changes, { overrides });
  expect(tierOf(result)).toEqual({ Acme: "t1", Bolt: "Excluded", Cyan: "t1", Dune: "Out", "": "Unrated" });
  expect(flagged(result)).toEqual({
    ...{ first: ["Acme", "Cyan"], big: ["Acme"], noSegment: [], rich: ["Acme", "Cyan"], other: [] },
  });
  expect(result.flags.map(({ label }) => label)).toEqual(flags.map(({ label }) => label));

  const letIn = staged(cells, changes, { overrides: [override("Dune", "exact", "t3")] });
  expect(flagged(letIn)).toMatchObject({ big: ["Acme", "Bolt"], noSegment: ["Dune"], other: ["Cyan", "Dune"] });
});

test("asks about held and bumped tiers as they came out", () => {
  const flags = [flag("first", { measure: "tier", is: ["t1"] })];
  const bumps = { rules: [{ id: "up", when: { measure: "value", "=": 10 }, move: 1, reason: "Up" }] };
  const changes = { flags, bumps, tiers: byValue(), steadiness: { band: 0.5 } };
  const history = [review({ bolt: "t1", cyan: "t2" })];
  const result = staged(cells, changes, { history });
  expect(tierOf(result)).toMatchObject({ Bolt: "t1", Cyan: "t2" }); // Cyan's band ends at 25; its bump is one level
  expect(flagged(result)).toEqual({ first: ["Acme", "Bolt", "Dune"] });
});

test("ranks those in the race, each time anew", () => {
  const gates = [{ id: "g", when: { measure: "value", "<": 200 }, else: { exclude: "Out" } }];
  const top = (spec: object) => ({ measure: "value", top: spec });
  const among = { measure: "tier", is: ["t2", "t3"] };
  const flags = [flag("best", top({ count: 1 })), flag("bestOfRest", top({ count: 1, among }))];
  const overrides = [override("Acme", "exact", "t2"), override("Bolt", "exclude")];
  const changes = { gates, flags, tiers: byValue() };
  expect(flagged(staged(cells, changes))).toEqual({ best: ["Acme"], bestOfRest: ["Bolt"] });
  expect(flagged(staged(cells, changes, { overrides }))).toEqual({ best: ["Acme"], bestOfRest: ["Acme"] });
});

test("stands beside every row of an account that rows were joined to", () => {
  const rows = [["account", "value", "region"], ["a", 60, "North"], ["b", 10, "South"], ["c", 50, "north"]]; // prettier-ignore
  const flags = [flag("rich", { measure: "value", ">=": 60 })];
  expect(staged(rows, { flags, rollUp: { by: "region" } }).flags.map(({ mask }) => [...mask])).toEqual([[1, 0, 1]]);
});
