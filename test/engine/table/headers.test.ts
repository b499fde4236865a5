import { describe, expect, test } from "vitest";
import { bindFields, type BindOptions } from "../../../engine/index";
import type { FieldSpec } from "../../../engine/preset/schema";

const specs: Record<string, Partial<FieldSpec>> = {
  account: { headers: ["Account", "Account name", "Customer"], required: true },
  income: { type: "number", headers: ["Revenue", "Sales"], required: true, many: true },
  expected: { type: "number", headers: ["Expected revenue"] },
  first: { type: "date", headers: ["First purchase", "Customer since"] },
};
const fields = new Map(
  Object.entries(specs).map(([id, spec]): [string, FieldSpec] => [
    id,
    { type: "text", headers: [], required: false, many: false, ...spec },
  ]),
);

function bound(headers: readonly string[], options?: BindOptions) {
  const { columns, issues } = bindFields(headers, fields, options);
  return {
    columns: Object.fromEntries([...columns].map(([id, found]) => [id, found.map((i) => headers[i])])),
    issues: issues.map(({ code, severity, params }) => `${severity} ${code} ${String(params.field)}`),
  };
}

describe("a header finds its field", () => {
  test.each([
    ["as it stands", "Revenue"],
    ["in another case", "REVENUE"],
    ["with spaces and signs around it", "  -Revenue: "],
    ["with a line break", "Total\nrevenue"],
    ["as one word among others", "Net revenue 2026"],
    ["in full-width letters", "Ｒｅｖｅｎｕｅ"],
    ["behind an emoji", "💰 Revenue"],
    ["behind a mark of an emoji", "❤️ Revenue"],
  ])("%s: %j", (_, header) => {
    expect(bound(["Account", header])).toMatchObject({ columns: { income: [header] }, issues: [] });
  });

  test.each(["Revenues", "Prerevenue", "Reve", "", "💰", "x".repeat(255), "הכנסות"])("not: %j", (header) => {
    expect(bound(["Account", header]).issues).toEqual(["error header-missing income"]);
  });

  test.each([
    ["FY25 Rev (k)", "income"],
    ["Exp. rev", "expected"],
    ["Cust. since", "first"],
  ])("cut short: %j", (header, field) => {
    const of = field === "income" ? ["Acct"] : ["Acct", "Revenue"];
    expect(bound([...of, header])).toEqual({
      columns: expect.objectContaining({ account: ["Acct"], [field]: [header] }) as unknown,
      issues: [],
    });
  });

  test("in full before cut short, which is ambiguous where there are two", () => {
    expect(bound(["Account", "Rev", "Net revenue"]).columns).toMatchObject({ income: ["Net revenue"] });
    expect(bound(["Account", "Rev FY24", "Rev FY25"]).issues).toEqual(["error header-ambiguous income"]);
  });

  test("with or without spaces between its words", () => {
    expect(bound(["AccountName", "Revenue", "first_purchase"]).columns).toMatchObject({
      account: ["AccountName"],
      first: ["first_purchase"],
    });
  });

  test.each(["הכנסות 2026", "العائد", "राजस्व", "Выручка", "売上", "__proto__", "constructor", "x".repeat(255)])(
    "in any script, and whatever it is called: %j",
    (name) => {
      const field: FieldSpec = { type: "number", headers: [name], required: true, many: false };
      const { columns, issues } = bindFields(["Account", name], new Map([["income", field]]));
      expect([columns.get("income"), issues]).toEqual([[1], []]);
    },
  );

  test("vowel signs are part of a word", () => {
    const field: FieldSpec = { type: "number", headers: ["कि"], required: true, many: false };
    expect(bindFields(["की"], new Map([["income", field]])).columns.get("income")).toEqual([]);
  });
});

describe("which header wins", () => {
  test("the exact one, before any that contains it", () => {
    expect(bound(["Account", "Revenue LY", "Revenue", "Revenue 2024"])).toMatchObject({
      columns: { income: ["Revenue"] },
      issues: [],
    });
  });

  test("the column of another field is not taken by a shorter name", () => {
    const headers = ["Customer", "Customer since", "Sales", "Expected revenue"];
    expect(bound(headers)).toEqual({
      columns: { account: ["Customer"], income: ["Sales"], expected: ["Expected revenue"], first: ["Customer since"] },
      issues: [],
    });
  });

  test("nor one that contains the longer name of another field", () => {
    expect(bound(["Account", "Expected revenue 2026"])).toMatchObject({
      columns: { income: [], expected: ["Expected revenue 2026"] },
      issues: ["error header-missing income"],
    });
  });

  test("a name written with = stands for the whole header only", () => {
    const field: FieldSpec = { type: "text", headers: ["=Name"], required: true, many: false };
    const fields = new Map([["account", field]]);
    expect(bindFields(["Month Name"], fields).columns.get("account")).toEqual([]);
    expect(bindFields(["Month Name", " NAME "], fields).columns.get("account")).toEqual([1]);
  });

  test.each([
    ["two that contain it", ["Account", "Revenue 2024", "Revenue 2025"]],
    ["two exact ones", ["Account", "Revenue", "Sales"]],
    ["the same one twice", ["Account", "Revenue", "Revenue"]],
    ["the same one in two spellings", ["Account", "Revenue", "REVENUE"]],
  ])("nobody's luck: %s are asked about", (_, headers) => {
    expect(bound(headers)).toMatchObject({ columns: { income: [] }, issues: ["error header-ambiguous income"] });
  });

  test("an optional field with two candidates only warns", () => {
    const headers = ["Account", "Revenue", "First purchase (A)", "First purchase (B)"];
    expect(bound(headers).issues).toEqual(["warning header-ambiguous first"]);
  });

  test("a column of words is not guessed to be a number", () => {
    const sample = [["Acme", "high", 5]];
    expect(bound(["Account", "Revenue class", "Net revenue"], { sample })).toMatchObject({
      columns: { income: ["Net revenue"] },
      issues: [],
    });
  });

  test.each([[""], ["12k"], ["$ 5"], ["-"], [true]])("but one that may hold numbers counts: %j", (cell) => {
    const sample = [["Acme", cell, 5]];
    expect(bound(["Account", "Gross revenue", "Net revenue"], { sample }).issues).toEqual([
      "error header-ambiguous income",
    ]);
  });
});

describe("what the analyst chose", () => {
  const chosen = (choices: Record<string, string[]>) => ({ chosen: new Map(Object.entries(choices)) });

  test("stands, whatever the headers say", () => {
    expect(bound(["Account", "Revenue", "Points"], chosen({ income: ["Points"] }))).toMatchObject({
      columns: { income: ["Points"] },
      issues: [],
    });
  });

  test("can be several columns where a field takes many, each of them once", () => {
    const headers = ["Account", "2024", "2025"];
    expect(bound(headers, chosen({ income: ["2025", "2024", "2025"] })).columns.income).toEqual(["2025", "2024"]);
  });

  test.each([
    [{ account: ["Account", "Revenue"] }, "error header-ambiguous account"],
    [{ income: ["Turnover"] }, "error header-not-found income"],
    [{ income: [] }, "error header-missing income"],
    [{ first: ["Date"] }, "error header-repeated first"],
  ])("is refused where it cannot be followed: %j", (choices, issue) => {
    expect(bound(["Account", "Revenue", "Date", "Date"], chosen(choices)).issues).toContain(issue);
  });

  test("an optional field can be left out", () => {
    const headers = ["Account", "Revenue", "First purchase"];
    expect(bound(headers, chosen({ first: [] }))).toMatchObject({ columns: { first: [] }, issues: [] });
  });

  test("one column for two fields is allowed and told", () => {
    expect(bound(["Account", "Revenue"], chosen({ expected: ["Revenue"] })).issues).toEqual([
      "warning header-shared income",
    ]);
  });

  test("the spelling decides between two that fold alike", () => {
    expect(bound(["Account", "Revenue", "REVENUE"], chosen({ income: ["REVENUE"] })).columns.income).toEqual([
      "REVENUE",
    ]);
  });

  test("a choice for a field that is not there is passed over", () => {
    expect(bound(["Account", "Revenue"], chosen({ constructor: ["Account"] })).issues).toEqual([]);
  });
});
