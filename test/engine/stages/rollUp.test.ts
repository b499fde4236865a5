import { describe, expect, test } from "vitest";
import { explain, type CellValue, type Run } from "../../../engine/index";
import { issueCodes, tiersOf } from "../samples";
import { byValue, fieldsWith, staged } from "./staged";

/** Each account and one of its columns, as joined; null is missing. */
function joined(result: Run, id: string): [string, CellValue | null][] {
  const column = result.facts.column(id);
  return result.facts.accounts.keys.map((key, account) => {
    if (column.type === "text") return [key, column.words[column.codes[account] ?? -1] ?? null];
    const value = column.values[account] ?? NaN;
    return [key, Number.isNaN(value) ? null : value];
  });
}
const valuesOf = (result: Run, id: string) => joined(result, id).map(([, value]) => value);

describe("rows of one account", () => {
  const fields = fieldsWith({ parent: { type: "text" } });
  const cells = [
    ["account", "parent", "value"],
    ["Acme North", "Acme", 10],
    ["Acme", "", 20], // the parent itself
    ["acme south", " ACME ", 30],
    ["", "Ａｃｍｅ", 40], // no name of its own, and its parent's in another Unicode form
    ["Bolt", "n/a", 50],
    ["", "-", 60], // names nobody
    ["", "", ""],
  ];
  const result = staged(cells, { fields, rollUp: { by: "parent" }, tiers: byValue() });

  test("are those with one parent, the parent itself, and its own name where there is no parent", () => {
    expect(joined(result, "value")).toEqual([["acme", 40], ["bolt", 50]]); // prettier-ignore
    expect([...result.accountCodes]).toEqual([0, 0, 0, 0, 1, -1, -1]);
    expect([0, 1].map((account) => result.accounts.table.accounts.nameAt(account))).toEqual(["Acme", "Bolt"]);
  });

  test("are told, and so are the rows that name nobody in any way", () => {
    const told = result.issues.filter(({ code }) => code === "rows-merged" || code === "account-blank");
    expect(told).toMatchObject([
      { code: "account-blank", rows: [6] },
      { code: "rows-merged", rows: [2, 3, 4], params: { of: 2 } },
    ]);
  });

  test("get the result of their account; a row that names nobody is Unrated, a blank one gets nothing", () => {
    expect(tiersOf(result)).toEqual(["t3", "t3", "t3", "t3", "t2", "Unrated", ""]);
    expect([...result.value]).toEqual([40, 40, 40, 40, 50, NaN, NaN]);
    expect([...result.included]).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(result.stats.tiers.map(({ count, sum }) => [count, sum])).toEqual([[0, 0], [1, 50], [1, 40]]); // prettier-ignore
    expect(explain(result, 3)).toEqual({ kind: "merged", into: 1 });
    expect(explain(result, 1)).toMatchObject({ kind: "account", account: "Acme", rows: 4 });
  });

  test("are told, and not called repeated", () => {
    const merged = result.issues.find(({ code }) => code === "rows-merged");
    expect(merged).toEqual({
      ...{ code: "rows-merged", severity: "info", count: 3, rows: [2, 3, 4], params: { of: 2 } },
    });
    const repeated = [["account", "value"], ["Acme", 1], ["acme", 2]]; // prettier-ignore
    expect(issueCodes(staged(repeated, {}))).toContain("account-repeated");
    expect(issueCodes(staged(repeated, { rollUp: { by: "account" } }))).not.toContain("account-repeated");
  });

  test("are counted before they are joined, rows and different values alike", () => {
    const measures = [
      { id: "rows", type: "count" },
      { id: "names", type: "count", distinct: "account" },
      { id: "amounts", type: "count", distinct: "value" },
    ];
    const more = [...cells.slice(0, 5), ["Acme North", "acme", 40], ...cells.slice(5)];
    const counted = staged(more, { fields, rollUp: { by: "parent" }, measures });
    expect(joined(counted, "rows")).toEqual([["acme", 5], ["bolt", 1]]); // prettier-ignore
    expect(joined(counted, "names")).toEqual([["acme", 3], ["bolt", 1]]); // prettier-ignore
    expect(joined(counted, "amounts")).toEqual([["acme", 4], ["bolt", 1]]); // prettier-ignore
  });

  test("leave totals out, whose name is no account's", () => {
    const withTotal = [["account", "parent", "value"], ["a", "Acme", 10], ["b", "Bolt", 20], ["Total", "", 30]]; // prettier-ignore
    const totalled = staged(withTotal, { fields, rollUp: { by: "parent" } });
    expect(joined(totalled, "value")).toEqual([["acme", 10], ["bolt", 20]]); // prettier-ignore
    expect(tiersOf(totalled)).toEqual(["All", "All", ""]);
  });

  test("by a parent that no column holds are joined by their own names", () => {
    const unmapped = staged([["account", "value"], ["Acme", 1], ["acme", 3]], { fields, rollUp: { by: "parent" } }); // prettier-ignore
    expect(joined(unmapped, "value")).toEqual([["acme", 3]]);
  });
});

describe("combine", () => {
  const text = { type: "text" };
  /** What several cells of a field become in one account, beside an account that has none. */
  const combined = (field: object, cells: readonly CellValue[], changes: Record<string, unknown> = {}) => {
    const fields = { account: { ...text, headers: ["account"] }, x: { headers: ["x"], ...field } };
    const rows = [["account", "x"], ...cells.map((cell) => ["Acme", cell]), ["Empty", ""]];
    return valuesOf(staged(rows, { fields, rollUp: { by: "account" }, ...changes }), "x");
  };
  const cells = ["", 5, "n/a", "(2)", "abc", 5];

  test.each([
    ["sum", 8, null],
    ["max", 5, null],
    ["min", -2, null],
    ["mean", 8 / 3, null],
    ["first", 5, null],
    ["count", 3, 0],
  ])("%s of numbers, missing ones left out", (combine, value, ofNone) => {
    expect(combined({ type: "number", combine }, cells)).toEqual([value, ofNone]);
  });

  test("is sum for numbers of several columns, max for others", () => {
    expect(combined({ type: "number", many: true }, cells)).toEqual([8, null]);
    expect(combined({ type: "number" }, cells)).toEqual([5, null]);
  });

  test("adds up without a rest: the order of the rows does not decide", () => {
    const many = { type: "number", many: true };
    expect(combined(many, [1e16, 1, -1e16, 1])[0]).toBe(2);
    expect(combined(many, [0.1, 0.2, 0.3])[0]).toBe(combined(many, [0.3, 0.2, 0.1])[0]);
  });

  test.each([
    [{ combine: "max" }, ["2024-05-01", "", 45_000, "soon"], 45_413],
    [{ combine: "min" }, ["2024-05-01", "", 45_000, "soon"], 45_000],
    [{ combine: "first" }, ["", "2024-05-01", 45_000], 45_413],
    [{}, [45_000, 45_413], 45_413],
  ])("of dates, %j", (combine, dates, serial) => {
    expect(combined({ type: "date", ...combine }, dates)).toEqual([serial, null]);
  });

  test("of dates is min for a first purchase", () => {
    const measures = [{ id: "stage", type: "lifecycle", firstPurchase: "x" }];
    expect(combined({ type: "date" }, [45_413, 45_000], { measures })).toEqual([45_000, null]);
    expect(combined({ type: "date", combine: "max" }, [45_413, 45_000], { measures })).toEqual([45_413, null]);
  });

  test.each([
    [{}, "yes"],
    [{ combine: "max" }, "yes"],
    [{ combine: "min" }, "no"],
    [{ combine: "first" }, "no"],
  ])("of yes and no, %j", (combine, word) => {
    expect(combined({ type: "boolean", ...combine }, ["", "maybe", "no", true, false])).toEqual([word, null]);
    expect(combined({ type: "boolean", ...combine }, ["", "maybe"])).toEqual([null, null]);
  });

  test("of texts is the first that says something", () => {
    expect(combined(text, ["", "n/a", "#N/A", "South", "North"])).toEqual(["South", null]);
  });

  test("counts none where no column holds the field", () => {
    const fields = fieldsWith({ x: { type: "number", combine: "count" } });
    const result = staged([["account"], ["Acme"], ["acme"]], { fields, rollUp: { by: "account" } });
    expect(valuesOf(result, "x")).toEqual([0]);
  });

  test("leaves the strongest of the cells for what asks whether they are blank or unreadable", () => {
    const isBlank = { id: "blank", label: "Blank", when: { measure: "value", blank: true } };
    const isUnreadable = { id: "unreadable", label: "Unreadable", when: { measure: "value", unreadable: true } };
    const asked = (...values: CellValue[]) => {
      const rows = [["account", "value"], ...values.map((value) => ["Acme", value])];
      const changes = { rollUp: { by: "account" }, flags: [isBlank, isUnreadable] };
      return staged(rows, changes).flags.map(({ mask }) => mask[0]);
    };
    expect(asked("", "n/a")).toEqual([1, 0]);
    expect(asked("", 5)).toEqual([0, 0]);
    expect(asked(5, "abc", "")).toEqual([0, 1]);
    expect(asked("#N/A", 5)).toEqual([0, 1]);
  });

  test("is not looked at without a roll-up", () => {
    const fields = { account: { ...text, headers: ["account"] }, x: { type: "number", headers: ["x"], combine: "count" } }; // prettier-ignore
    expect(valuesOf(staged([["account", "x"], ["Acme", 5]], { fields }), "x")).toEqual([5]); // prettier-ignore
  });
});
