import { describe, expect, test } from "vitest";
import type { CellValue, ResultColumn } from "../../../engine/index";
import { AccountCells } from "../../../addin/excel/accountCells";
import { cellAddress, cellsOfAddress, columnLetters } from "../../../addin/excel/address";
import { coloursOf } from "../../../addin/excel/colours";
import { columnCells } from "../../../addin/excel/columnCells";
import { ContentList, ContentPrint } from "../../../addin/excel/columnPrint";
import { ColumnPrint, together } from "../../../addin/excel/fingerprint";
import { OldCells } from "../../../addin/excel/oldCells";
import { knownBefore } from "../../../addin/excel/rewritten";
import { jsonOf } from "../../../addin/excel/slicedJson";
import { atOnce, eachOf, inSlices } from "../../../addin/slices";
import { formulaIn, typedValue } from "../../../addin/excel/typedValue";
import { placedAt, standing } from "./planned";
import { PRESET } from "./workbooks";

const block = (rows: CellValue[][]) => ({ size: rows.length, column: (index: number) => ({ rows, index }) });

describe("addresses", () => {
  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16_383, "XFD"],
  ])("column %i is %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
    expect(cellsOfAddress(`${letters}7`)).toMatchObject({ firstColumn: column, lastColumn: column, firstRow: 6 });
  });

  test("are read as Excel gives them", () => {
    expect(cellAddress(4, 1)).toBe("B5");
    const cells = (firstRow: number, lastRow: number, firstColumn: number, lastColumn: number) => ({
      ...{ firstRow, lastRow, firstColumn, lastColumn },
    });
    expect(cellsOfAddress("$B$5:c9")).toEqual(cells(4, 8, 1, 2));
    expect(cellsOfAddress("'It''s ! mine'!B5")).toEqual(cells(4, 4, 1, 1));
    expect(cellsOfAddress("B1048576")).toEqual(cells(1_048_575, 1_048_575, 1, 1));
    expect(cellsOfAddress("5:7")).toEqual(cells(4, 6, 0, 16_383));
    expect(cellsOfAddress("B:C")).toEqual(cells(0, 1_048_575, 1, 2));
    for (const none of ["", " ", "A1:", "ABCD1", "A12345678", "x y", "1A", "?A1", "A1x"])
      expect(cellsOfAddress(none)).toBeNull();
  });
});

describe("what stands in a column of ours", () => {
  const old = standing(["b", "", "b", "a", "a", 1]);

  test("by row, by place among some contents, and how often", () => {
    expect([0, 1, 3, 5, 99].map((row) => old.at(row))).toEqual(["b", "", "a", 1, ""]);
    expect([0, 1, 2, 3, 5].map(old.among(["a", "b", "1"]))).toEqual([1, -1, 1, 0, -1]);
    expect([...old.counts()]).toEqual([
      ["", 1],
      ["b", 2],
      ["a", 2],
      [1, 1],
    ]);
  });

  test("in runs of some rows", () => {
    expect(old.inRuns([0, 2, 3, 4, 5, 0])).toEqual({ values: ["b", "a", 1], runs: [0, 2, 1, 2, 2, 1, 0, 1] });
    expect(old.inRuns([])).toEqual({ values: [], runs: [] });
  });

  test("in blocks, the second below the first", () => {
    const cells = new OldCells(3);
    cells.read({ rows: [["-", "x"]], index: 1 }, 0);
    cells.read({ rows: [["-", "y"], ["-"]], index: 1 }, 1);
    expect([0, 1, 2].map((row) => cells.at(row))).toEqual(["x", "y", ""]);
  });
});

describe("fingerprints", () => {
  const printOf = (...blocks: CellValue[][]) => {
    const print = new ColumnPrint();
    for (const cells of blocks) print.add({ rows: cells.map((cell) => ["-", cell]), index: 1 });
    return print.digest();
  };

  test("are the same however a column is cut, and others for anything else", () => {
    expect(printOf(["a", 1], [true])).toBe(printOf(["a", 1, true]));
    const different: CellValue[][] = [
      ...[["a", "b"], ["b", "a"], ["ab", ""], ["", "ab"], ["a"], ["1"], [1], [-1], [2 ** 32], [0.1], [1e-300]],
      ...[[true], [false], ["TRUE"], [""], [], ["", ""], [0], ["\u0000"], [0.30000000000000004], [0.3]],
    ];
    const prints = different.map((cells) => printOf(cells));
    expect(new Set(prints).size).toBe(prints.length);
    for (const print of prints) expect(print).toMatch(/^[0-9a-f]{16}$/);
    // Both lanes tell: neither half is ever the same.
    for (const half of [prints.map((print) => print.slice(0, 8)), prints.map((print) => print.slice(8))]) {
      expect(new Set(half).size).toBe(prints.length);
    }
  });

  test("of several columns keep their order", () => {
    const [one, other] = [new ColumnPrint(), new ColumnPrint()];
    one.add({ rows: [["x"]], index: 0 });
    expect(together([one, other])).toBe(one.digest() + other.digest());
  });

  test("of contents go by how often each is there, in whatever order; blanks are nothing", () => {
    const contents = (...cells: (readonly [CellValue, number])[]) => {
      const print = new ContentPrint();
      for (const [cell, count] of cells) print.add(cell, count);
      return print.digest();
    };
    const twice = contents(["a", 1], ["b", 1], ["a", 1], ["", 5]);
    expect(twice).toBe(contents(["b", 1], ["a", 2]));
    for (const other of [contents(["b", 2], ["a", 1]), contents(["b", 1], ["a", 1]), contents(["b", 1], ["c", 2])]) {
      expect(other).not.toBe(twice);
    }
    expect(contents()).toBe("0 0 0");
    expect(twice).toMatch(/^3 [0-9a-f]+ [0-9a-f]+$/);
  });

  test("a list of contents knows each of them, in ten characters", () => {
    const written = ["Tier 1", 5, true, ...Array.from({ length: 300 }, (_, i) => i + 0.5)];
    const list = atOnce(ContentList.of(written));
    expect(list).toHaveLength(written.length * 10);
    const isKnown = ContentList.reader(list);
    expect(written.every(isKnown)).toBe(true);
    expect(["Tier 2", "5", false, 6].some(isKnown)).toBe(false);
    expect(ContentList.reader("")("Tier 1")).toBe(false);
  });
});

describe("who stands in a row", () => {
  test("the first of several columns that names anybody, as it was written", () => {
    const cells = new AccountCells([1, 0], 4);
    cells.read(block([["a", "B"]]), 0);
    cells.read(
      block([
        ["c", ""],
        ["d", "n/a"],
        ["", ""],
      ]),
      1,
    );
    expect([0, 1, 2, 3, 9].map((row) => cells.nameAt(row))).toEqual(["B", "c", "d", "", ""]);
    expect([cells.isSame(0, "B"), cells.isSame(0, "b"), cells.isSame(1, ""), cells.isSame(1, "c")]).toEqual([
      ...[true, false, true, false],
    ]);
    expect([cells.isAt(0, " b "), cells.isAt(0, "a"), cells.isAt(1, ""), cells.isAt(9, "")]).toEqual([
      ...[true, false, true, true],
    ]);
  });
});

describe("contents of a column", () => {
  const cellsOf = (column: ResultColumn) => {
    const { labels, codes } = atOnce(columnCells(column, { preset: PRESET, date1904: false }));
    return [...codes].map((code) => labels[code]);
  };
  const column = <Kind extends string, Value>(kind: Kind, ...values: Value[]) => ({
    ...{ kind, values, isOpen: true },
    codes: Int32Array.from([...values.keys(), -1, -1]),
  });

  test("a word says that there is nothing; only beside a row that is no account nothing stands", () => {
    expect(cellsOf(column("score", 1.5, null))).toEqual([1.5, "No score", "", ""]);
    expect(cellsOf(column("rank", 2, null))).toEqual([2, "No tier", "", ""]);
    expect(cellsOf(column("previous", "Tier 1", null))).toEqual(["Tier 1", "None", "", ""]);
    expect(cellsOf(column("initial", "Tier 2", null))).toEqual(["Tier 2", "None", "", ""]);
    expect(cellsOf(column("highest", "Tier 1", null))).toEqual(["Tier 1", "None", "", ""]);
    expect(cellsOf(column("reason", ["size"] as const, null))).toEqual([
      ...["Your level of service follows from the size of your account.", "No tier", "", ""],
    ]);
    expect(cellsOf(column("nextReview", 46_053, null))).toEqual([46_053, "No tier", "", ""]);
    expect(cellsOf(column("movement", "up" as const, null))).toEqual(["▲ Up", "No tier", "", ""]);
    expect(cellsOf(column("flag:x", true, false, null))).toEqual(["Yes", "No", "No tier", "", ""]);
    expect(cellsOf(column("play", "Visits", "  ", null))).toEqual(["Visits", "No play", "No play", "", ""]);
  });

  test("classes are written as the engine names them, also who is in none", () => {
    const classes = { values: ["A", "", "B"], codes: Int16Array.of(2, 1, 0), isOpen: false };
    for (const kind of ["segment", "tier"] as const) {
      const { labels, codes } = atOnce(columnCells({ kind, ...classes }, { preset: PRESET, date1904: false }));
      expect([labels, codes]).toEqual([classes.values, classes.codes]);
    }
  });

  test("what comes to the same content is there once", () => {
    const { labels } = atOnce(columnCells(column("play", "Visits", "", null), { preset: PRESET, date1904: false }));
    expect(labels).toEqual(["Visits", "No play", ""]);
  });

  test("colours are those of the rules, the highest class first", () => {
    const labels = (kind: Parameters<typeof coloursOf>[0]) => coloursOf(kind, PRESET).map(({ label }) => label);
    const tiers = ["Tier 1", "Tier 2", "Tier 3"];
    for (const kind of ["tier", "initial", "previous", "highest"] as const) expect(labels(kind)).toEqual(tiers);
    expect(labels("segment")).toEqual(["Prospect", "New Start", "Key", "Enterprise", "Commercial"]);
    expect(labels("movement")).toEqual(["▲ Up", "▼ Down"]);
    expect([labels("why"), labels("flag:x"), coloursOf("segment", { ...PRESET, segments: undefined })]).toEqual([
      [],
      [],
      [],
    ]);
    const [first = { colour: "" }, ...others] = PRESET.tiers.rungs;
    const bare = { ...PRESET, tiers: { ...PRESET.tiers, rungs: [{ ...first, colour: undefined }, ...others] } };
    expect(coloursOf("tier", bare as typeof PRESET).map(({ label }) => label)).toEqual(tiers.slice(1));
  });
});

test("columns from before a run may hold the words of both runs, and an open one what either has written", () => {
  const column = (kind: "tier" | "score" | "segment", labels: string[]) => placedAt(kind, 3, { labels });
  const before = { columns: [column("tier", ["A"]), column("score", []), column("segment", ["S"])] };
  const list = atOnce(ContentList.of([1]));
  const valuesOf = (kind: string, value: CellValue) => ({ kind, values: [value], runs: [] });
  const old = { accounts: [], columns: [valuesOf("tier", "A"), valuesOf("score", 2)] };
  const rewritten = [
    { kind: "tier", colours: [], labels: ["B"] },
    { kind: "score", colours: [], labels: [], written: list, rest: "r" },
  ];
  const known = knownBefore({ before, rewritten, old } as unknown as Parameters<typeof knownBefore>[0]);
  expect(known.map(({ kind, labels, written, rest }) => [kind, labels, written, rest])).toEqual([
    ["tier", ["A", "B"], undefined, undefined],
    ["score", [], list + atOnce(ContentList.of([2])), "r"],
    ["segment", ["S"], undefined, undefined],
  ]);
  expect(
    knownBefore({ before: null, rewritten: [], old: null } as unknown as Parameters<typeof knownBefore>[0]),
  ).toEqual([]);
});

describe("in slices", () => {
  test("JSON is the same as at once", () => {
    const long = Array.from({ length: 12_001 }, (_, i) => (i % 3 === 0 ? `"${i}` : i));
    for (const value of [
      null,
      1,
      "a\n",
      [],
      {},
      [1, [2, {}]],
      { a: undefined, b: [], "c d": { e: true } },
      { long, after: 1 },
    ]) {
      expect(atOnce(jsonOf(value))).toBe(JSON.stringify(value));
    }
    const steps = [...jsonOf(long)].length;
    expect(steps).toBe(3); // a pause after every 5,000
  });

  test("there is a pause after so many items, and an answer at the end", async () => {
    const seen: number[] = [];
    expect([...eachOf([1, 2, 3, 4, 5], (item) => seen.push(item), 2)]).toHaveLength(2);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect([...eachOf(new Array(2_000).keys(), () => undefined)]).toHaveLength(2);
    function* work() {
      yield;
      return "done";
    }
    expect([atOnce(work()), await inSlices(work())]).toEqual(["done", "done"]);
  });
});

test("text goes into a cell as text, and a formula is told from text that looks like one", () => {
  expect([typedValue("=1"), typedValue("a"), typedValue(-1), typedValue(true)]).toEqual(["'=1", "a", -1, true]);
  expect([formulaIn(2, "=1+1"), formulaIn("=1", "=1"), formulaIn("a", "b"), formulaIn(2, 2)]).toEqual([
    ...["=1+1", null, null, null],
  ]);
});
