import { describe, expect, test } from "vitest";
import { bindFields, readTable, tableBuilder, type CellValue } from "../../../engine/index";
import { accepted, documentWith, issueCodes, oneColumn, tableOf } from "../samples";

const preset = accepted(documentWith());

describe("accounts", () => {
  test("are compared folded; blank and repeated ones are told with input rows", () => {
    const table = tableOf([["account"], ["Acme"], [""], ["ACME "], ["n/a"], ["Bolt"], [7]], preset);
    expect([...table.accounts.codes]).toEqual([0, -1, 0, -1, 1, 2]);
    expect(table.accounts.keys).toEqual(["acme", "bolt", "7"]);
    expect(table.accounts.nameAt(2)).toBe("ACME ");
    expect(table.issues.filter(({ code }) => code.startsWith("account"))).toMatchObject([
      { code: "account-blank", count: 1, rows: [4] }, // row 2 is blank throughout
      { code: "account-repeated", count: 1, rows: [3] },
    ]);
  });

  test.each(["__proto__", "constructor", "toString", "😀", "x".repeat(255), "חברה"])("can be called %j", (name) => {
    expect(tableOf([["account"], [name], ["Acme"]], preset).accounts.keys).toHaveLength(2);
  });
});

describe("a table that cannot be read", () => {
  const required = accepted(
    documentWith({ fields: { account: { type: "text", headers: ["account"], required: true } } }),
  );
  test.each([
    [[], "header-missing"],
    [[["account"]], "no-rows"],
    [[["name"], ["Acme"]], "header-missing"],
  ])("%j: %s", (cells, code) => {
    const result = readTable(cells, required);
    expect(result.ok).toBe(false);
    expect(result.ok ? [] : issueCodes(result)).toEqual([code]);
  });
});

test("blocks make the same table as the whole, whatever columns they leave out", () => {
  const cells = oneColumn("value", [5, "6", "abc", 7, ""]).map(
    ([account, value], i) => ["x", i, account, "", value] as CellValue[],
  );
  const header = ["note", "row", "account", "blank", "value"];
  const rows = cells.slice(1);
  const builder = tableBuilder(bindFields(header, preset.fields), preset, rows.length);
  if (!builder.ok) throw new Error("not bound");
  const kept = [2, 4];
  for (const from of [0, 2, 4]) {
    const block = rows.slice(from, from + 2).map((row) => kept.map((column) => row[column] ?? ""));
    builder.add(block.length, (column) => ({ rows: block, index: kept.indexOf(column) }));
  }
  const whole = tableOf([header, ...rows], preset);
  const { accounts, reading: _reading, ...rest } = builder.table();
  expect(JSON.stringify([rest, [...rest.fields]])).toBe(
    JSON.stringify([{ ...whole, accounts: undefined, reading: undefined }, [...whole.fields]]),
  );
  expect(accounts.keys).toEqual(whole.accounts.keys);
});

test("a short row is blank where it ends", () => {
  expect(tableOf([["account", "value"], ["Acme"]], preset).fields.get("value")).toMatchObject({
    values: Float64Array.of(NaN),
  });
});
