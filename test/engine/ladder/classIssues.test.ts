import { describe, expect, test } from "vitest";
import { issueCodes, tiered } from "../samples";

describe("issues of a population in lists", () => {
  const cells = [
    ["account", "value", "region"],
    ...[
      ["A", 90, "North"],
      ["B", 10, "North"],
      ["C", 80, "South"],
      ["D", 20, "South"],
      ["E", 50, "West"],
      ["F", 50, "West"],
    ],
  ];
  const share = (share: number) => ({ measure: "value", top: { share } });

  test("are one per kind and rung: how many lists, and the worst by name", () => {
    const { issues } = tiered(cells, { k: share(0.3), e: share(0.79) }, { ladder: { within: "region" } });
    expect(issues.map(({ code, count, rows, params }) => [code, count, rows, params.rung, params.within])).toEqual([
      ["tie-at-cut", 2, [5, 6], "k", "West"],
      ["share-overshoot", 3, [], "k", "North"],
      ["account-spans-cuts", 2, [1, 3], "e", undefined],
    ]);
  });

  test("cuts of different populations are not set against each other", () => {
    const whole = { measure: "value", top: { share: 0.9 } };
    const part = { measure: "value", top: { share: 0.3, within: "region" } };
    expect(issueCodes(tiered(cells, { k: part, e: whole }))).not.toContain("account-spans-cuts");
  });
});
