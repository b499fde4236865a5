import { expect, test } from "vitest";
import { explain } from "../../../engine/index";
import { tiered } from "../samples";

const cells = [
  ["account", "value", "region", "client"],
  ["Acme", 60, "n", "y"],
  ["Bolt", 30, "n", "y"],
  ["Cyan", 0, "n", "y"],
  ["Dune", "n/a", "n", "y"],
  ["Echo", 10, "n", "n"],
  ["Fern", 0, "s", "y"],
];
const clients = { measure: "isClient", is: ["yes"] };

/** What is said of each account about a top that it is tried by. */
function reasons(top: object, changes: Record<string, unknown> = {}) {
  const result = tiered(cells, { in: { measure: "value", top } }, changes);
  return cells.slice(1).map((_, i) => {
    const told = explain(result, i + 1);
    return told.kind === "account" ? (told.tier?.tried[0]?.reason ?? null) : null;
  });
}

test("what is asked for, by its own name and number", () => {
  expect(reasons({ share: 0.5 })[0]).toMatchObject({ target: { by: "share", of: 0.5 } });
  expect(reasons({ percent: 0.2 })[0]).toMatchObject({ target: { by: "percent", of: 0.2 }, sums: null });
  expect(reasons({ count: 3 })[0]).toMatchObject({ target: { by: "count", of: 3 }, sums: null });
});

test("where each account stands: a rank, no value, none that a share counts, or outside of the population", () => {
  const standings = (top: object, ladder = {}) =>
    reasons(top, { ladder }).map((reason) => (reason?.kind === "top" ? reason.standing : null));
  const inShare = ["ranked", "ranked", "not-positive", "missing", "ranked", "not-positive"];
  expect(standings({ share: 0.5 })).toEqual(inShare);
  expect(standings({ share: 0.5 }, { among: clients })).toEqual(inShare.with(4, "outside"));
  expect(standings({ share: 0.5, among: clients })).toEqual(inShare.with(4, "outside"));
  expect(standings({ count: 1 })).toEqual(["ranked", "ranked", "ranked", "missing", "ranked", "ranked"]);
});

test("a list in which nobody is ranked has no lowest value inside", () => {
  const [first, , , , , alone] = reasons({ share: 0.5, within: "region" });
  expect(first).toMatchObject({
    rank: { rank: 1, of: 3, in: 1 },
    sums: { before: 0, after: 60, total: 100 },
    marginal: 60,
  });
  expect(alone).toMatchObject({ standing: "not-positive", rank: null, sums: null, marginal: null });
});
