import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../addin/playground/files/readCsv";
import { readWorkbook } from "../../addin/playground/files/readWorkbook";
import { writeWorkbook } from "../../addin/playground/files/writeWorkbook";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";

const DATA = "../shared/data";
const isHere = existsSync(DATA);

async function open(file: string): Promise<WorkbookSnapshot> {
  const result = await readWorkbook(readFileSync(`${DATA}/${file}`));
  if (!result.ok) throw new Error(result.code);
  return result.workbook;
}

describe.skipIf(!isHere)(`real files${isHere ? "" : " (skipped: ../shared/data is not here)"}`, () => {
  test.each([
    ["packt_adventureworks/AdventureWorks_Sales_2017.xlsx", 2_631, 8, []],
    ["packt_adventureworks/Products.xlsx", 38, 5, []],
    ["excelstrippr/example-report.xlsx", 27, 28, ["customXml"]],
    ["excelstrippr/example-report-multiline-header.xlsx", 28, 28, ["customXml"]],
    ["excelstrippr/example-stripped.xlsx", 23, 24, ["formatting"]],
    ["excelstrippr/example-ok.xlsx", 23, 15, ["customXml"]],
    ["financial_sample/financial_sample.xlsx", 701, 16, ["customXml"]],
  ])("%s has %d rows and %d columns, and stays the same when written", async (file, rows, columns, lost) => {
    const original = readFileSync(`${DATA}/${file}`);
    const result = await readWorkbook(original);
    expect(result).toMatchObject({ ok: true, lost, warnings: [] });
    if (!result.ok) return;
    const values = result.workbook.sheets[0]?.values ?? [];
    expect([values.length, Math.max(...values.map((row) => row.length))]).toEqual([rows, columns]);
    for (const kept of [undefined, original]) {
      const again = await readWorkbook(await writeWorkbook(result.workbook, kept));
      expect(again.ok && again.workbook).toEqual(result.workbook);
    }
  });

  test("a column of dates, half real and half text, stays so", async () => {
    const values = column(await open("packt_adventureworks/AdventureWorks_Sales_2017.xlsx"), 0);
    expect(values.filter((value) => typeof value === "number")).toHaveLength(997);
    expect(values.filter((value) => typeof value === "string")).toHaveLength(1_633);
    expect(values[0]).toBe(42_736);
  });

  test("money in text keeps its trailing space", async () => {
    expect(column(await open("packt_adventureworks/Products.xlsx"), 4)).toContain("$9.99 ");
  });

  test("a table has its name, its headers with their spaces, and its totals", async () => {
    const workbook = await open("financial_sample/financial_sample.xlsx");
    const [table] = workbook.sheets[0]?.tables ?? [];
    expect(table).toMatchObject({ name: "financials", row: 0, column: 0, rows: 701, columns: 16, hasHeaders: true });
    const names = table?.columnNames.map(({ name }) => name) ?? [];
    expect(names).toContain(" Sales");
    const sum = (name: string) =>
      column(workbook, names.indexOf(name)).reduce((total: number, value) => total + Number(value), 0);
    expect(sum(" Sales")).toBeCloseTo(118_726_350.26, 2);
    expect(sum("Profit")).toBeCloseTo(16_893_702.26, 2);
    expect(workbook.names).toMatchObject([{ name: "LOCAL_MYSQL_DATE_FORMAT", isVisible: false }]);
  });

  test.each([
    ["maven_crm/sales_pipeline.csv", 8_801],
    ["packt_adventureworks/AdventureWorks_Customers.csv", 18_149],
    ["rfm_package/rfm_data_customer.csv", 40_000],
    ["forbes2000/Forbes2000.csv", 2_001],
    ["salesforce_docs/accountupsert.csv", 13],
    ["telco_churn/wa_churn.csv", 7_044],
  ])("%s has %d rows, all as wide as the first or shorter", (file, rows) => {
    const result = readCsv(readFileSync(`${DATA}/${file}`), { name: "A" });
    if (!result.ok) throw new Error(result.code);
    const values = result.workbook.sheets[0]?.values ?? [];
    expect(values).toHaveLength(rows);
    expect(Math.max(...values.map((row) => row.length))).toBe(values[0]?.length);
    expect(result.warnings).toEqual([]);
  });

  test("a .csv with a mark has a clean first header, and income stays text", () => {
    const result = readCsv(readFileSync(`${DATA}/packt_adventureworks/AdventureWorks_Customers.csv`), { name: "A" });
    expect(result.ok && result.workbook.sheets[0]?.values[0]?.[0]).toBe("CustomerKey");
    expect(result.ok && result.workbook.sheets[0]?.values[1]).toContain("$90,000 ");
  });
});

/** The values of a column of the first sheet below its header. */
function column(workbook: WorkbookSnapshot, at: number): CellValue[] {
  return (workbook.sheets[0]?.values ?? []).slice(1).map((row) => row[at] ?? "");
}
