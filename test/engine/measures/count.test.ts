import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePreset, type CellValue } from "../../../engine/index";
import { documentWith, tiered } from "../samples";
import { measuredIn } from "./measured";

const orders = { id: "orders", type: "count" };
const kinds = (distinct: string) => ({ id: "kinds", type: "count", distinct });
const rowsOf = (names: readonly CellValue[]) =>
  measuredIn([["account"], ...names.map((name) => [name])], [orders], "orders");
const kindsOf = (distinct: string, header: string, rows: readonly (readonly CellValue[])[]) =>
  measuredIn([["account", header], ...rows], [kinds(distinct)], "kinds");

test("rows of each account, on each of them", () => {
  expect(rowsOf(["Acme", "Bolt", "Acme", "Cyan", "Acme"])).toEqual([3, 1, 3, 1, 3]);
});

test("an account is one in any case, form and spaces", () => {
  expect(rowsOf(["Acme", " ACME", "ａｃｍｅ", "Acme Inc"])).toEqual([3, 3, 3, 1]);
});

test("a row that names nobody has no count, and is in none", () => {
  expect(rowsOf(["Acme", "", "n/a", "Acme"])).toEqual([2, null, null, 2]);
});

describe("different values", () => {
  test("of a text, in any case and without the blanks", () => {
    const rows = [
      ["Acme", "Paper"],
      ["Bolt", "Paper"],
      ["Acme", "paper "],
      ["Acme", "Ink"],
      ["Acme", ""],
      ["Cyan", "n/a"],
      ["", "Glue"],
      ["Bolt", "Paper"],
    ];
    expect(kindsOf("region", "region", rows)).toEqual([2, 1, 2, 2, 2, 0, null, 1]);
  });

  test("where every account stands on one row, which may name nobody or hold nothing", () => {
    const rows = [["Acme", "Paper"], ["Bolt", ""], ["", "Glue"], ["Cyan", "Ink"]]; // prettier-ignore
    expect(kindsOf("region", "region", rows)).toEqual([1, 0, null, 1]);
  });

  test("of a number, without what cannot be read", () => {
    const rows: [string, CellValue][] = [
      ["Acme", 5],
      ["Acme", "5"],
      ["Acme", 0],
      ["Acme", "-0"],
      ["Acme", "abc"],
      ["Bolt", 5],
    ];
    expect(kindsOf("value", "value", rows)).toEqual([2, 2, 2, 2, 2, 1]);
  });

  test("of a yes/no column", () => {
    const rows: [string, CellValue][] = [
      ["Acme", true],
      ["Acme", "y"],
      ["Bolt", "no"],
      ["Bolt", 1],
      ["Cyan", "maybe"],
    ];
    expect(kindsOf("isClient", "client", rows)).toEqual([1, 1, 2, 2, 0]);
  });

  test("of a measure", () => {
    const measures = [kinds("total"), { id: "total", type: "sum", of: ["value", "other"] }];
    const cells = [
      ["account", "value", "other"],
      ["Acme", 1, 4],
      ["Acme", 2, 3],
      ["Acme", "", 6],
    ];
    expect(measuredIn(cells, measures, "kinds")).toEqual([2, 2, 2]);
  });

  test("are as many as a set of them has, and no more than the rows", () => {
    const row = fc.tuple(fc.constantFrom("a", "b", "c", ""), fc.constantFrom("x", "y", "z", "w", ""));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 15 }), (rows) => {
        const expected = rows.map(([account]) => {
          const own = rows.filter(([name, kind]) => name === account && kind !== "").map(([, kind]) => kind);
          return account === "" ? null : new Set(own).size;
        });
        const found = kindsOf("region", "region", rows);
        expect(found).toEqual(expected);
        rowsOf(rows.map(([account]) => account)).forEach((count, i) => {
          expect(Number(found[i])).toBeLessThanOrEqual(Number(count));
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe("what is reported", () => {
  test("a column that is not there: nobody knows how many", () => {
    const cells = [["account"], ["Acme"]];
    const { issues, facts } = tiered(cells, {}, { measures: [kinds("region")] });
    expect([...facts.number("kinds")]).toEqual([NaN]);
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "measure-unmapped", params: { id: "kinds", fields: ["region"] } }),
    );
  });

  test("nothing of a plain count, nor of what is made of it", () => {
    const share = { id: "perOrder", type: "change", current: "orders", previous: "orders" };
    const { issues } = tiered([["account"], ["Acme"]], {}, { measures: [orders, share] });
    expect(issues.map(({ code }) => code)).not.toContain("measure-unmapped");
  });

  test.each([
    [{ distinct: "nobody" }, "unknown-reference measures.0"],
    [{ of: "region" }, "unknown-key measures.0"],
  ])("%j", (changes, refused) => {
    const parsed = parsePreset(documentWith({ measures: [{ ...orders, ...changes }] }));
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([refused]);
  });
});
