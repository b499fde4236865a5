import { existsSync, readFileSync } from "node:fs";
import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../../addin/playground/files/readWorkbook";
import { RowKind, type CellValue } from "../../../engine/index";
import { accepted, documentWith, tableOf } from "../samples";

const shared = new URL("../../../../shared/data/", import.meta.url);
const isHere = existsSync(shared);

/** Numbers as numbers, as a sheet would hold them. */
function csv(file: string): CellValue[][] {
  if (!isHere) return [[]]; // what is skipped is collected all the same
  const rows = parseCsv(readFileSync(new URL(file, shared), "utf8").trim());
  return rows.map((row) => row.map((cell) => (/^-?\d+(\.\d+)?$/.test(String(cell)) ? Number(cell) : String(cell))));
}

/** Columns by their headers, the account first. */
function columnsOf([header = [], ...rows]: CellValue[][], names: readonly string[]): CellValue[][] {
  const at = names.map((name) => header.indexOf(name));
  return rows.map((row) => at.map((column) => row[column] ?? ""));
}

/** A preset that reads the given columns, the account first; `group` is text, the others are numbers. */
function presetOf([account = "", ...others]: readonly string[]) {
  const field = (type: string, header: string) => ({ type, headers: [`=${header}`], required: true });
  const fields = Object.fromEntries(
    others.map((name, i) => [`f${i}`, field(name === "group" ? "text" : "number", name)]),
  );
  return accepted(documentWith({ fields: { account: field("text", account), ...fields } }));
}

function read(headers: readonly string[], rows: readonly CellValue[][]) {
  const table = tableOf([[...headers], ...rows], presetOf(headers));
  const rowsOf = (kind: RowKind) => [...table.rowKinds].flatMap((each, row) => (each === kind ? [row] : []));
  return { table, totals: rowsOf(RowKind.total), accounts: rowsOf(RowKind.account) };
}

/** Sums of the columns from the third on, as Excel's SUBTOTAL gives them. */
function sums(rows: readonly CellValue[][]): number[] {
  const width = Math.max(...rows.map(({ length }) => length));
  return Array.from({ length: width - 2 }, (_, i) => rows.reduce((sum, row) => sum + (Number(row[i + 2]) || 0), 0));
}

const isTotal = (row: readonly CellValue[]) => /total$/i.test(row.slice(0, 2).join(""));

/** The rows in groups by the second column, each in its place by name. */
function grouped(rows: readonly CellValue[][]): Map<string, CellValue[][]> {
  const groups = new Map<string, CellValue[][]>();
  for (const row of rows) groups.set(String(row[1]), [...(groups.get(String(row[1])) ?? []), row]);
  return new Map([...groups].sort());
}

describe.skipIf(!isHere)("tables that nobody here wrote (skipped where ../shared/data is absent)", () => {
  test.each<[string, string[]]>([
    ["maven_crm/accounts.csv", ["account", "revenue", "employees"]],
    ["maven_crm/derived_accounts.csv", ["account", "won_value"]],
    ["maven_crm/sales_pipeline.csv", ["account", "close_value"]],
    ["retailers_nl/retailers.csv", ["rownames", "turnover", "staff", "profit", "vat"]],
    ["retailers_nl/retailers.csv", ["size", "turnover"]],
    ["forbes2000/Forbes2000.csv", ["name", "sales", "profits", "assets", "marketvalue"]],
    ["telco_churn/wa_churn.csv", ["rownames", "total_charges", "tenure"]],
    ["nova_saas/derived_accounts.csv", ["company_name", "employee_count"]],
    ["rfm_package/rfm_data_customer.csv", ["customer_id", "revenue", "number_of_orders"]],
    ["salesforce_docs/accountupsert.csv", ["Name", "NumberOfEmployees"]],
  ])("%s by %j has no totals, and its first row is its header", (file, names) => {
    const cells = csv(file);
    const table = tableOf(cells, presetOf(names));
    expect(table.header).toEqual({ row: 0, rows: 1 });
    expect(table.size).toBe(cells.length - 1);
    expect([...table.rowKinds].filter((kind) => kind === RowKind.total)).toEqual([]);
  });

  // None of the tables has totals: they are added as Excel's Subtotal command and report generators write them.
  describe("with the totals of a report", () => {
    const forbes = ["name", "group", "sales", "profits", "assets", "marketvalue"];
    const companies = columnsOf(csv("forbes2000/Forbes2000.csv"), ["name", "category", ...forbes.slice(2)]);

    test.each(["Total", "Grand Total", ""])("the oil company Total stays, the row %j at the end goes", (name) => {
      const { totals, accounts, table } = read(forbes, [...companies, [name, "", ...sums(companies)]]);
      expect(totals).toEqual([2_000]);
      expect(accounts).toHaveLength(2_000);
      expect(table.accounts.nameAt(16)).toBe("Total");
      expect(table.accounts.keys[table.accounts.codes[16] ?? -1]).toBe("total");
    });

    test.each(["", "Subtotal"])("2,000 companies in 27 categories, each with a subtotal called %j", (name) => {
      const rows = [...grouped(companies)].flatMap(([category, each]) => [
        ...each,
        [name, `${category} Total`, ...sums(each)],
      ]);
      rows.push(["Grand Total", "", ...sums(companies)]);
      const { totals, accounts } = read(forbes, rows);
      expect(totals).toEqual(rows.flatMap((row, i) => (isTotal(row) ? [i] : [])));
      expect(totals).toHaveLength(28);
      expect(accounts).toHaveLength(2_000);
    });

    test("85 accounts by sector, a report with titles, spacers and totals without a word in any column read", () => {
      const accounts = columnsOf(csv("maven_crm/accounts.csv"), ["account", "sector", "revenue", "employees"]);
      const groups = [...grouped(accounts).values()];
      const rows = groups.flatMap((each) => [...each, ["", "", ...sums(each)], ["", "", "", ""]]);
      const report = [
        ["Accounts by sector"],
        ["Printed", 46_053],
        [],
        ["", "account", "", "group", "revenue", "employees"],
        ...rows.map(([name = "", group = "", ...rest]) => ["", name, "", group, ...rest]),
        ["Total", "", "", "", ...sums(accounts)],
      ];
      const table = tableOf(report, presetOf(["account", "group", "revenue", "employees"]));
      expect(table.firstRow).toBe(4);
      const totals = [...table.rowKinds].flatMap((kind, row) => (kind === RowKind.total ? [row] : []));
      expect(totals).toEqual([...rows.flatMap((row, i) => (row[0] === "" && row[2] !== "" ? [i] : [])), rows.length]);
      expect(totals).toHaveLength(groups.length + 1);
      expect(table.accounts.keys).toHaveLength(85);
    });

    test("60 supermarkets with blanks and negatives, summed up above each size class", () => {
      const shops = columnsOf(csv("retailers_nl/retailers.csv"), ["rownames", "size", "turnover", "profit", "staff"]);
      const rows = [...grouped(shops).values()].flatMap((each) => [["Subtotal", "", ...sums(each)], ...each]);
      rows.unshift(["Total", "", ...sums(shops)]);
      const { totals, accounts } = read(["rownames", "group", "turnover", "profit", "staff"], rows);
      expect(totals).toEqual(rows.flatMap((row, i) => (isTotal(row) ? [i] : [])));
      expect(accounts).toHaveLength(60);
    });

    test("700 sales of five countries, as Excel's Subtotal closes each change of country", async () => {
      const file = await readWorkbook(readFileSync(new URL("financial_sample/financial_sample.xlsx", shared)));
      if (!file.ok) throw new Error(file.code);
      const cells = (file.workbook.sheets[0]?.values ?? []).map((row) =>
        row.map((cell) => (typeof cell === "string" ? cell.trim() : cell)),
      );
      const sales = columnsOf(cells, ["Country", "Country", "Sales", "Profit", "Units Sold"]);
      const rows = [...grouped(sales)].flatMap(([country, each]) => [...each, [`${country} Total`, "", ...sums(each)]]);
      rows.push(["Grand Total", "", ...sums(sales)]);
      const { totals, accounts, table } = read(["Country", "group", "Sales", "Profit", "Units Sold"], rows);
      expect(totals).toEqual(rows.flatMap((row, i) => (isTotal(row) ? [i] : [])));
      expect(accounts).toHaveLength(700);
      expect(table.accounts.keys).toEqual(["canada", "france", "germany", "mexico", "united states of america"]);
    });
  });
});
