import { describe, expect, test } from "vitest";
import { cellsOf, issueCodes, tiered } from "../samples";

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

  test("count the equal ones at a cut list by list, from the first list in the order of its words", () => {
    const rows = [["D", 5, "South"], ["E", 5, "South"], ["F", 5, "South"], ["A", 9, "North"], ["B", 5, "north"], ["C", 5, "North"]]; // prettier-ignore
    const top = { measure: "value", top: { count: 2, within: "region" } };
    const { issues } = tiered([["account", "value", "region"], ...rows], { k: top });
    expect(issues).toEqual([
      {
        ...{ code: "tie-at-cut", severity: "info", count: 5, rows: [5, 6, 1, 2, 3] },
        params: { rung: "k", label: "k", value: 5, inside: 1, outside: 1, within: "North" },
      },
    ]);
  });

  test("name the list of those without a word by none", () => {
    const rows = [["A", 90, ""], ["B", 10, ""], ["C", 6, "s"], ["D", 5, "s"]]; // prettier-ignore
    const { issues } = tiered([["account", "value", "region"], ...rows], { k: share(0.5) }, { ladder: { within: "region" } }); // prettier-ignore
    expect(issues).toMatchObject([{ code: "share-overshoot", count: 1, params: { actual: 0.9, within: "" } }]);
  });

  test("cuts of different populations are not set against each other", () => {
    const whole = { measure: "value", top: { share: 0.9 } };
    const part = { measure: "value", top: { share: 0.3, within: "region" } };
    expect(issueCodes(tiered(cells, { k: part, e: whole }))).not.toContain("account-spans-cuts");
    const one = [["account", "value", "region"], ["A", 95, "n"], ["B", 3, "s"], ["C", 2, "s"]]; // prettier-ignore
    expect(issueCodes(tiered(one, { k: part, e: whole }))).not.toContain("account-spans-cuts");
  });
});

test.each([
  ["one behind the first, in its list", { A: 40, B: 30, C: 30 }, [0.5, 0.55], [2]],
  ["none that begins where the cut above lies", { A: 50, B: 50 }, [0.5, 0.55], null],
  ["none that ends where its own cut lies", { A: 60, B: 40 }, [0.3, 0.6], null],
] as const)("an account spans two cuts: %s", (_, values, [above, own], rows) => {
  const [north, south] = ["n", "s"].map((region) => Object.entries(values).map(([name, value]) => [name + region, value, region])); // prettier-ignore
  const by = (share: number) => ({ measure: "value", top: { share, within: "region" } });
  const cells = [["account", "value", "region"], ...(north ?? []), ...(south ?? [])];
  const spanned = tiered(cells, { k: by(above), e: by(own) }).issues.find(({ code }) => code === "account-spans-cuts");
  expect(spanned?.rows ?? null).toEqual(rows && [...rows, ...rows.map((row) => row + (north?.length ?? 0))]);
});

test("of several lists the worst is named, and of those that an account spans every row", () => {
  const share = (share: number) => ({ measure: "value", top: { share } });
  const cells = [
    ["account", "value", "region"],
    ["Acme", 50, "North"],
    ["Bolt", 50, "North"],
    ["Cyan", 90, "South"],
    ["Dune", 10, "South"],
    ["Echo", 85, "West"],
    ["Fern", 15, "West"],
  ];
  const { issues } = tiered(cells, { a: share(0.3), b: share(0.8) }, { ladder: { within: "region" } });
  const classes = issues.filter(({ code }) => ["class-empty", "share-overshoot", "account-spans-cuts"].includes(code));
  expect(classes).toEqual([
    {
      ...{ code: "share-overshoot", severity: "warning", count: 3, rows: [] },
      params: { rung: "a", label: "a", target: 0.3, actual: 0.9, within: "South" },
    },
    {
      ...{ code: "account-spans-cuts", severity: "warning", count: 2, rows: [3, 5] },
      params: { rung: "b", label: "b", from: 0.3, to: 0.8 },
    },
  ]);
});

test("an empty class is said, and an overshoot counts from the class above", () => {
  const top = (top: object) => ({ measure: "value", top });
  const cells = cellsOf({ A: 60, B: 30, C: 10 });
  const rungs = { a: top({ share: 0.55 }), b: top({ share: 0.65 }), c: top({ count: 1 }) };
  const { issues } = tiered(cells, rungs);
  const classes = issues.filter(({ code }) => code === "class-empty" || code === "share-overshoot");
  // A has 60 % for 55 %, just the 5 points that are let pass; B then has 30 % for 10 %; the first one is A's already.
  expect(classes).toMatchObject([
    {
      code: "share-overshoot",
      params: { rung: "b", target: expect.closeTo(0.1, 12) as number, actual: expect.closeTo(0.3, 12) as number },
    },
    { code: "class-empty", severity: "warning", count: 1, rows: [], params: { rung: "c", label: "c" } },
  ]);
});
