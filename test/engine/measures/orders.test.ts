import { existsSync, readFileSync } from "node:fs";
import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import { run, type CellValue, type Run } from "../../../engine/index";
import { accepted, documentWith, tableOf } from "../samples";

const shared = new URL("../../../../shared/data/rfm_package/", import.meta.url);

/** The rows of a file by their headers. */
function rowsOf(file: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(readFileSync(new URL(file, shared), "utf8").trim());
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [String(name), String(row[i] ?? "")])));
}

const measures = [
  { id: "recency", type: "daysSince", of: "last" },
  { id: "frequency", type: "count" },
  { id: "days", type: "count", distinct: "last" },
];

function measuredOn(day: string, rows: readonly (readonly CellValue[])[]): Run {
  const preset = accepted(documentWith({ measures }));
  return run(tableOf([["account", "last"], ...rows], preset), preset, { asOf: day });
}

describe.skipIf(!existsSync(shared))("orders that nobody here wrote (skipped where ../shared/data is absent)", () => {
  test("recency of 39,999 customers, as published", () => {
    const customers = rowsOf("rfm_data_customer.csv");
    const { facts } = measuredOn(
      "2007-01-01",
      customers.map((row) => [row.customer_id ?? "", row.most_recent_visit ?? ""]),
    );
    expect([...facts.number("recency")]).toEqual(customers.map((row) => Number(row.recency_days)));
  });

  test("recency and frequency of 995 customers from 4,906 orders, as published", () => {
    const orders = rowsOf("rfm_data_orders.csv").map((row) => [row.customer_id ?? "", row.order_date ?? ""]);
    const { facts } = measuredOn("2006-12-31", orders);
    const [recency, frequency, days] = ["recency", "frequency", "days"].map((id) => facts.number(id));
    const found = new Map<string, { recency: number; frequency: number }>();
    orders.forEach(([name = ""], row) => {
      const own = { recency: recency?.[row] ?? NaN, frequency: frequency?.[row] ?? NaN };
      found.set(name, { ...own, recency: Math.min(own.recency, found.get(name)?.recency ?? Infinity) });
      expect(days?.[row]).toBeLessThanOrEqual(own.frequency); // two orders on a day are one day
    });
    const expected = rowsOf("expected_rfm_segments.csv").map((row): [string, object] => [
      row.customer_id ?? "",
      { recency: Number(row.recency_days), frequency: Number(row.transaction_count) },
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });
});
