import { describe, expect, test } from "vitest";
import type { JsonReport } from "../../addin/playground/cli/report";
import {
  column,
  counted,
  countsOf,
  DATA,
  edited,
  firstSheet,
  folder,
  hasData,
  json,
  ran,
  refusal,
  skippedData,
  snapshotOf,
} from "./running";

const here = folder();
const at = (file: string) => `${DATA}/${file}`;

function issue({ issues }: JsonReport, code: string) {
  return issues.find((each) => each.code === code);
}

function total(classes: JsonReport["tiers"]): number {
  return classes.reduce((sum, each) => sum + each.sum, 0);
}

describe.skipIf(!hasData)(`real files${skippedData}`, () => {
  test("prices stored as text are read as numbers, and counted", async () => {
    const file = at("packt_adventureworks/Products.xlsx");
    const report = await json(file, "--map", "account=Product_ID", "--map", "income=Product_Price");
    expect(report).toMatchObject({ accounts: 37, rows: 37 });
    const prices = column(firstSheet(await snapshotOf(file)), "Product_Price");
    const texts = prices.filter((price) => typeof price === "string");
    expect(issue(report, "number-as-text")).toMatchObject({ severity: "warning", count: texts.length });
    expect(total(report.tiers)).toBeCloseTo(
      prices.reduce((sum: number, price) => sum + Number(String(price).replace("$", "")), 0),
      6,
    );
    // By name, the last row names nobody.
    const byName = await json(file, "--map", "account=Product_Name", "--map", "income=Product_Price");
    expect(byName).toMatchObject({ accounts: 36, rows: 37 });
    expect(issue(byName, "account-blank")).toMatchObject({ count: 1, rows: [38] });
  });

  test("dates that are half real and half text are told apart", async () => {
    const file = at("packt_adventureworks/AdventureWorks_Sales_2017.xlsx");
    const map = ["account=OrderNumber", "income=OrderQuantity", "firstPurchase=OrderDate"];
    const args = [file, "--as-of", "2018-01-31", ...map.flatMap((each) => ["--map", each])];
    const report = await json(...args);
    expect(report.rows).toBe(2_630);
    expect(issue(report, "date-as-text")).toMatchObject({ count: 1_633 });
    expect(issue(report, "dates-mixed")).toMatchObject({ severity: "warning", count: 997 });
    const said = (await ran(...args)).out;
    expect(said).toContain("1,633 dates in First purchase are stored as text; read as dates.");
    expect(said).toContain("First purchase has 997 real dates and 1,633 as text");
  });

  test("a report with lines above its header is read from its header, and nothing above it is touched", async () => {
    const file = at("excelstrippr/example-report.xlsx");
    const named = ["--map", "account=Barcode", "--map", "income=Cost"];
    const report = await json(file, ...named, "--out", here.file("report.xlsx"));
    expect(report).toMatchObject({ rows: 22, source: { address: "A5:AB27" }, written: { columns: ["AC", "AD"] } });
    const { values } = firstSheet(await snapshotOf(here.file("report.xlsx")));
    expect(values[4]?.slice(28)).toEqual(["Segment", "Tier"]);
    expect(values[2]).toEqual(["", "", "41208 Records Found "]);
    expect(await refusal(file, "--map", "account=Nobody")).toContain("has no such header; it has");
  });

  test("a table is read by its headers, spaces and all; a column named Segment is nobody's to write over", async () => {
    const file = at("financial_sample/financial_sample.xlsx");
    const args = ["--map", "account=Country", "--map", "income= Sales", "--as-of", "2015-01-31"];
    const report = await json(file, ...args);
    expect(report.source).toMatchObject({ table: "financials", address: "A1:P701" });
    expect(report.rows).toBe(700);
    expect(total(report.tiers)).toBeCloseTo(118_726_350.26, 2);
    expect(issue(report, "account-repeated")).toMatchObject({ count: 695 });

    const sentence = 'Sheet1 already has a column "Segment" (A1) that is not ours. Rename it and try again.';
    expect((await ran(file, ...args)).out).toContain(`It cannot be written: ${sentence}`);
    expect(await refusal(file, ...args, "--out", here.file("refused.xlsx"))).toBe(sentence);

    const renamed = here.file("renamed.xlsx");
    await edited(file, renamed, ({ values, tables }) => {
      if (values[0]) values[0][0] = "Market";
      const first = tables[0]?.columnNames[0];
      if (first) first.name = "Market";
    });
    const out = here.file("tiered.xlsx");
    const written = await json(renamed, ...args, "--out", out);
    expect(written.tiers).toEqual(report.tiers);
    const sheet = firstSheet(await snapshotOf(out));
    expect(counted(column(sheet, "Tier"))).toEqual(countsOf(written.tiers));
    expect(sheet.tables[0]?.columnNames.map(({ name }) => name).slice(-2)).toEqual(["Segment", "Tier"]);
  });

  test.each([
    { file: "maven_crm/accounts.csv", map: [], rows: 85, sum: 169_543.8 },
    { file: "maven_crm/derived_accounts.csv", map: ["income=won_value"], rows: 85, sum: 10_005_534 },
    { file: "retailers_nl/retailers.csv", map: ["account=rownames", "income=turnover"], rows: 60, sum: 1_135_651 },
    { file: "telco_churn/wa_churn.csv", map: ["account=rownames", "income=total_charges"], rows: 7_043, sum: 16_056_168.7 }, // prettier-ignore
    { file: "nova_saas/derived_accounts.csv", map: [], rows: 150, sum: 30_814 },
    { file: "nova_saas/raw_subscriptions.csv", map: [], rows: 254, sum: 35_006 },
    { file: "forbes2000/Forbes2000.csv", map: [], rows: 2_000, sum: 19_394.02 },
    { file: "rfm_package/rfm_data_customer.csv", map: [], rows: 39_999, sum: 37_537_400 },
    { file: "rfm_package/rfm_data_orders.csv", map: [], rows: 4_906, sum: 464_158 },
    { file: "packt_adventureworks/AdventureWorks_Customers.csv", map: ["account=CustomerKey", "income=AnnualIncome"], rows: 18_148, sum: 1_039_320_000 }, // prettier-ignore
  ])("$file has $rows rows with $sum in all", async ({ file, map, rows, sum }) => {
    const report = await json(at(file), "--as-of", "2018-01-31", ...map.flatMap((each) => ["--map", each]));
    expect(report).toMatchObject({ rows, accounts: rows });
    expect(total(report.tiers)).toBeCloseTo(sum, 1);
    expect(report.tiers.reduce((accounts, each) => accounts + each.count, 0)).toBe(rows);
  });

  test.each([
    ["maven_crm/sales_pipeline.csv", "no column for Revenue among them."],
    ["retailers_nl/retailers.csv", "no column for Account among them."],
    ["telco_churn/wa_churn.csv", "no column for Account or Revenue among them."],
    ["salesforce_docs/accountupsert.csv", "no column for Revenue among them."],
    ["maven_crm/data_dictionary.csv", "no column for Account or Revenue among them."],
    ["packt_adventureworks/AdventureWorks_Customers.csv", "no column for Account or Revenue among them."],
  ])("%s is not guessed at: %s", async (file, reason) => {
    const said = await refusal(at(file));
    expect(said).toContain(reason);
    expect(said).toMatch(/ Say which with --map \w+=HEADER( and --map \w+=HEADER)?\.$/);
  });

  test("a column that is negative or blank here and there is told", async () => {
    const report = await json(at("retailers_nl/retailers.csv"), "--map", "account=rownames", "--map", "income=profit");
    expect(issue(report, "value-negative")).toMatchObject({ count: 4 });
    expect(issue(report, "value-missing")).toMatchObject({ count: 5 });
    const telco = await json(at("telco_churn/wa_churn.csv"), "--map", "account=rownames", "--map", "income=total_charges"); // prettier-ignore
    expect(issue(telco, "value-missing")).toMatchObject({ count: 11 });
  });
});
