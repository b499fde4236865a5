import { describe, expect, test } from "vitest";
import { freeze, presetDocument, run, type CellValue, type Preset, type Run } from "../../engine/index";
import { AS_OF, accepted, cellsOf, documentWith, membersOf, oneColumn, tableOf, tiered, type Cells } from "./samples";

function frozen(result: Run): { readonly preset: Preset; readonly splits: readonly object[] } {
  const answer = freeze(result);
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.issues)}`);
  return answer;
}
const value = (cut: object) => ({ measure: "value", ...cut });
const top = (spec: object) => value({ top: spec });
/** What a top becomes over some cells, and the tier of each row under it. */
function under(spec: object, cells: Cells, ladder: object = {}) {
  const result = tiered(cells, { in: top(spec) }, { ladder });
  const { preset, splits } = frozen(result);
  const again = (others: Cells) => membersOf(run(tableOf(others, preset), preset, { asOf: AS_OF }))["in"]?.join("");
  return { when: preset.tiers.rungs[0]?.when, splits, again, before: membersOf(result)["in"]?.join("") };
}

describe("a top becomes the value of the last account inside", () => {
  const cells = cellsOf({ A: 50, B: 30, C: 20, D: 10, E: 0, F: -5, G: "" });
  test.each([
    [{ share: 0.4 }, { ">=": 50 }],
    [{ share: 0.5, crossing: "refill" }, { ">=": 30 }],
    [{ count: 3 }, { ">=": 20 }],
    [{ count: 6 }, { ">=": -5 }],
    [{ percent: 0.5 }, { ">=": 20 }],
    [{ count: 2, order: "asc" }, { "<=": 0 }],
    [{ share: 0.1, crossing: "down" }, { ">": 50 }], // nobody is in: over the highest of them all
    [{ count: 0 }, { ">": 50 }],
    [{ percent: 0, order: "asc" }, { "<": -5 }],
  ])("%j becomes %j", (spec, cut) => {
    const { when, splits, again, before } = under(spec, cells);
    expect(when).toEqual({ all: [value(cut)] });
    expect(splits).toEqual([]);
    expect(again(cells)).toBe(before);
  });

  test("so that nobody moves because others do", () => {
    const { again, before } = under({ share: 0.5 }, cells);
    expect(before).toBe("AB");
    expect(again(cellsOf({ A: 50, B: 30, C: 29, D: 500, E: 500 }))).toBe("ABDE");
  });

  test("and where the cut split equal values all of them are in, and that is told", () => {
    const { when, splits, again, before } = under({ count: 2 }, cellsOf({ A: 9, B: 5, C: 5, D: 5 }));
    expect(when).toEqual({ all: [value({ ">=": 5 })] });
    expect(splits).toEqual([{ measure: "value", value: 5, inside: 1, outside: 2 }]);
    expect([before, again(cellsOf({ A: 9, B: 5, C: 5, D: 5 }))]).toEqual(["AB", "ABCD"]);
  });
});

describe("the population", () => {
  const isClient = { measure: "isClient", is: ["yes"] };
  const cells = [
    ["account", "value", "client", "region"],
    ...[["A", 50, "y", "North"], ["B", 40, "n", "North"], ["C", 30, "y", " north"], ["D", 20, "y", "South"]], // prettier-ignore
    ...[
      ["E", 60, "n", "South"],
      ["F", 10, "y", ""],
      ["G", 5, "y", "#N/A"],
    ],
  ];

  test("stays that of the top or of its ladder", () => {
    const cut = value({ ">=": 30 });
    expect(under({ count: 2, among: isClient }, cells).when).toEqual({ all: [isClient, cut] });
    expect(under({ count: 2 }, cells, { among: isClient }).when).toEqual({ all: [isClient, cut] });
  });

  test("is all where those outside of it are compared with it", () => {
    const { when, again, before } = under({ share: 0.5, among: isClient, outside: "compare" }, cells);
    expect(when).toEqual({ all: [value({ ">=": 30 })] });
    expect(before).toBe("ABCE");
    expect(again(cells)).toBe(before);
  });

  test("stays where nobody is inside whom those outside could be compared with", () => {
    const { again, before } = under({ share: 0, among: isClient, outside: "compare" }, cells);
    expect(before).toBe("");
    expect(again(cells)).toBe(""); // E is over them all, and not of them
    expect(again([...cells, ["H", 51, "y", ""]])).toBe("H");
  });

  test("has a cut for each of its lists, and none for one that was not there", () => {
    const { when, again, before } = under({ count: 1, within: "region" }, cells.slice(0, -1));
    const inNorth = { all: [{ measure: "region", is: ["North"] }, value({ ">=": 50 })] };
    const inSouth = { all: [{ measure: "region", is: ["South"] }, value({ ">=": 60 })] };
    const noWord = [{ measure: "region", blank: true }, { measure: "region", unreadable: true }]; // prettier-ignore
    expect(when).toEqual({ all: [{ any: [{ all: [{ any: noWord }, value({ ">=": 10 })] }, inNorth, inSouth] }] });
    expect(before).toBe("AEF");
    expect(again([...cells, ["H", 999, "y", "East"]])).toBe("AEF");
    expect(under({ count: 1, within: "region" }, cells).again(cells)).toBe("AEF");
  });

  test("of a list in which nobody is inside lets in who is over all of it", () => {
    const { again, before } = under({ count: 0, within: "region" }, cells);
    expect(before).toBe("");
    expect(again([...cells, ["H", 51, "y", "North"], ["I", 51, "y", "South"]])).toBe("H");
  });

  test("that nobody was in has no lists to let anybody in", () => {
    const { again } = under({ count: 1, within: "region" }, [["account", "value", "region"], ["A", "", "North"]]); // prettier-ignore
    expect(again(cells)).toBe("");
  });

  test("may be split by a measure that passes words on, and by those that cannot be read", () => {
    const measures = [{ id: "area", type: "field", of: "region" }];
    const result = tiered(cells.slice(0, -2).concat(cells.slice(-1)), { in: top({ count: 1, within: "area" }) }, { measures }); // prettier-ignore
    const { preset } = frozen(result);
    expect(membersOf(run(result.table, preset, { asOf: AS_OF }))).toEqual(membersOf(result));
    expect(membersOf(result)["in"]).toContain("G");
  });

  test("may have more lists than a condition can have parts", () => {
    const rows = Array.from({ length: 130 }, (_, i): CellValue[] => [`a${i}`, i, `region ${i % 65}`]);
    const many = [["account", "value", "region"], ...rows];
    const { again, before } = under({ count: 1, within: "region" }, many);
    expect(before).toBe(rows.slice(65).map(([name]) => name).join("")); // prettier-ignore
    expect(again(many)).toBe(before);
  });
});

describe("a preset", () => {
  const cells = cellsOf({ A: 50, B: 30, C: 20 });
  const preset = accepted(
    documentWith({
      segments: {
        rungs: [
          { id: "key", label: "Key", when: { all: [top({ share: 0.5 }), { not: top({ count: 1, order: "asc" }) }] } },
          { id: "other", label: "Other" },
        ],
      },
      tiers: {
        rungs: [
          { id: "t1", label: "T1", when: { any: [{ measure: "segment", is: ["key"] }, top({ count: 1 })] } },
          { id: "t2", label: "T2" },
        ],
      },
      bumps: { rules: [{ id: "b", when: top({ count: 1 }), move: 1, reason: "First" }] },
      flags: [{ id: "f", label: "F", when: { any: [top({ percent: 0.5 })] } }],
      steadiness: { band: 0.1 },
    }),
  );

  test("is frozen wherever a top can stand, also inside of others, and stays as it is elsewhere", () => {
    const document = presetDocument(frozen(run(tableOf(cells, preset), preset, { asOf: AS_OF })).preset);
    const before = presetDocument(preset);
    const first = { all: [value({ ">=": 50 })] };
    expect(document.segments?.rungs[0]?.when).toEqual({ all: [first, { not: { all: [value({ "<=": 20 })] } }] });
    expect(document.tiers.rungs[0]?.when).toEqual({ any: [{ measure: "segment", is: ["key"] }, first] });
    expect(document.bumps?.rules).toEqual([{ id: "b", when: first, move: 1, reason: "First" }]);
    expect(document.flags).toEqual([{ id: "f", label: "F", when: { any: [{ all: [value({ ">=": 30 })] }] } }]);
    const rest = { segments: null, tiers: null, bumps: null, flags: null };
    expect({ ...document, ...rest }).toEqual({ ...before, ...rest });
    expect(JSON.stringify(document)).not.toContain('"top"');
  });

  test("is frozen once: again there is nothing to freeze", () => {
    const once = frozen(run(tableOf(cells, preset), preset, { asOf: AS_OF })).preset;
    expect(frozen(run(tableOf(cells, once), once, { asOf: AS_OF }))).toEqual({ ok: true, preset: once, splits: [] });
  });

  test("is refused where a value is more than a preset can hold", () => {
    expect(freeze(tiered(oneColumn("value", [2e15, 1]), { in: top({ count: 1 }) }))).toMatchObject({
      ok: false,
      issues: [{ code: "out-of-range" }],
    });
  });
});
