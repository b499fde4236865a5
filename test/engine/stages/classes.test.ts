import { describe, expect, test } from "vitest";
import { EXCLUDED, UNRATED } from "../../../engine/index";
import { tiersOf } from "../samples";
import { byValue, computedTierOf, override, segmentOf, staged, tierOf } from "./staged";

const cells = [
  ["account", "value"],
  ["Acme", 120],
  ["Bolt", 60],
  ["Cyan", -5],
  ["", 7],
  ["n/a", 3],
  ["", ""],
];
const gates = [{ id: "g", when: { measure: "value", ">": 0 }, else: { exclude: "Not ICP" } }];
const segments = { rungs: [{ id: "s", label: "Everybody" }] };

describe("the words beside the rows", () => {
  test("are of a rung, of the gate, Unrated beside nobody, and none beside a blank row", () => {
    const result = staged(cells, { gates, segments, tiers: byValue() });
    expect(tiersOf(result)).toEqual(["t1", "t2", "Not ICP", UNRATED, UNRATED, ""]);
    expect(result.tier.labels).toEqual(["t1", "t2", "t3", UNRATED, "Not ICP", ""]);
    expect(result.segment?.labels).toEqual(["Everybody", UNRATED, "Not ICP", ""]);
    expect([...(result.segment?.codes ?? [])]).toEqual([0, 0, 2, 1, 1, 3]);
    expect([...result.included]).toEqual([1, 1, 1, 0, 0, 0]);
  });

  test("are Excluded in both columns where an override takes an account out, and never in the computed one", () => {
    const overrides = [override("Bolt", "exclude"), override("Cyan", "exclude")];
    const result = staged(cells, { gates, segments, tiers: byValue() }, { overrides });
    expect(tierOf(result)).toMatchObject({ Acme: "t1", Bolt: EXCLUDED, Cyan: EXCLUDED });
    expect(segmentOf(result)).toMatchObject({ Acme: "Everybody", Bolt: EXCLUDED, Cyan: EXCLUDED });
    expect(computedTierOf(result)).toMatchObject({ Acme: "t1", Bolt: "t2", Cyan: "Not ICP" });
  });

  test("keep the gate's word as the segment of whom only an override lets in", () => {
    const result = staged(
      cells,
      { gates, segments, tiers: byValue() },
      { overrides: [override("Cyan", "floor", "t2")] },
    );
    expect([tierOf(result)["Cyan"], segmentOf(result)["Cyan"], computedTierOf(result)["Cyan"]]).toEqual([
      ...["t2", "Not ICP", "Not ICP"],
    ]);
  });

  test("stand there once each, whatever their case: gates and overrides may share one", () => {
    const twice = ["excluded", "Not ICP", "NOT ICP"].map((exclude, i) => ({ ...gates[0], id: `g${i}`, else: { exclude } })); // prettier-ignore
    const result = staged(cells, { gates: twice });
    expect(result.tier.labels).toEqual(["All", UNRATED, "excluded", "Not ICP", ""]);
    expect(tierOf(result)["Cyan"]).toBe("excluded");
  });

  test("are there without segments and gates: no segment column, and tiers for all", () => {
    const result = staged(cells, {});
    expect(result.segment).toBeNull();
    expect(tiersOf(result)).toEqual(["All", "All", "All", UNRATED, UNRATED, ""]);
  });
});
