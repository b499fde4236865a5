import { describe, expect, test } from "vitest";
import { isoOf, serialOfIso, type CellValue } from "../../../engine/index";
import { AS_OF } from "../samples";
import { boundTo, builtIn, counts, flagged, rowsOf, runOn, shown } from "./builtIn";

const preset = builtIn("rfm");

/**
 * Fifteen customers, three for each score of 1 to 5: the quintiles of 1 to 15 are 3.8, 6.6, 9.4 and 12.2. `days` since the
 * last order (1 is best), number of `orders`, `amount` in hundreds; then the scores by hand, and the first rule that fits.
 */
const CUSTOMERS = [
  { name: "c01", days: 1, orders: 15, amount: 15, scores: "555", shown: "Champions · Tier 1" },
  { name: "c02", days: 4, orders: 12, amount: 12, scores: "444", shown: "Champions · Tier 1" },
  { name: "c03", days: 10, orders: 14, amount: 14, scores: "255", shown: "Loyal · Tier 1" },
  { name: "c04", days: 7, orders: 11, amount: 11, scores: "344", shown: "Loyal · Tier 1" },
  { name: "c05", days: 2, orders: 1, amount: 1, scores: "511", shown: "New · Tier 3" },
  { name: "c06", days: 8, orders: 2, amount: 2, scores: "311", shown: "Promising · Tier 3" },
  { name: "c07", days: 5, orders: 4, amount: 4, scores: "422", shown: "Potential Loyalist · Tier 2" },
  { name: "c08", days: 11, orders: 5, amount: 7, scores: "223", shown: "Need Attention · Tier 2" },
  { name: "c09", days: 12, orders: 6, amount: 3, scores: "221", shown: "About To Sleep · Tier 3" },
  { name: "c10", days: 13, orders: 13, amount: 13, scores: "155", shown: "Can't Lose · Tier 1" },
  { name: "c11", days: 14, orders: 7, amount: 8, scores: "133", shown: "At Risk · Tier 2" },
  { name: "c12", days: 15, orders: 3, amount: 5, scores: "112", shown: "Lost · Tier 3" },
  { name: "c13", days: 3, orders: 10, amount: 6, scores: "542", shown: "Others · Tier 3" },
  { name: "c14", days: 6, orders: 8, amount: 10, scores: "434", shown: "Loyal · Tier 1" },
  { name: "c15", days: 9, orders: 9, amount: 9, scores: "333", shown: "Loyal · Tier 1" },
];
const SHOWN = CUSTOMERS.map(({ shown }) => shown);
const dayBefore = (days: number) => isoOf(serialOfIso(AS_OF) - days);

/** One row for each order (and line of it): the last one on its day, the others 100 days before that, a few of them bought back. */
function orderRows(linesPerOrder = 1): Record<string, CellValue>[] {
  return CUSTOMERS.flatMap(({ name, days, orders, amount }) =>
    Array.from({ length: orders * linesPerOrder }, (_, line) => {
      const order = Math.floor(line / linesPerOrder);
      return {
        "Order ID": `${name}-${order}`,
        "Order Date": dayBefore(order === orders - 1 ? days : days + 100),
        "Customer Name": name,
        Sales: line === 0 ? amount * 100 + 1 : line === 1 ? -1 : 0,
      };
    }),
  );
}

/** The class of each customer from rows of which it has several; all of them must say the same. */
function byCustomer(rows: readonly Record<string, CellValue>[], named: string, classes: readonly string[]): string[] {
  const found = new Map<CellValue, string>();
  rows.forEach((row, at) => {
    const name = row[named] ?? "";
    expect(found.get(name) ?? classes[at]).toBe(classes[at]);
    found.set(name, classes[at] ?? "");
  });
  return CUSTOMERS.map(({ name }) => found.get(name) ?? "");
}

describe("fifteen customers, one of each segment at least", () => {
  const customers = CUSTOMERS.map(({ name, days, orders, amount }) => ({
    Customer: name,
    "Last order date": dayBefore(days),
    "Number of orders": orders,
    "Total spend": amount * 100,
  }));

  test("as a list of customers", () => {
    const result = runOn(preset, rowsOf(customers));
    expect(shown(result)).toEqual(SHOWN);
    const [r, f, m] = ["r", "f", "m"].map((id) => result.facts.number(id));
    expect(CUSTOMERS.map((_, row) => `${r?.[row]}${f?.[row]}${m?.[row]}`)).toEqual(
      CUSTOMERS.map(({ scores }) => scores),
    );
  });

  test("as a list of customers with days instead of dates", () => {
    const rows = customers.map(({ "Last order date": _, ...row }, i) => ({
      ...row,
      Recency: CUSTOMERS[i]?.days ?? "",
    }));
    expect(shown(runOn(preset, rowsOf(rows)))).toEqual(SHOWN);
  });

  test("as a list of orders, in any order", () => {
    const rows = orderRows();
    const without = rows.map(({ "Order ID": _, ...row }) => row).reverse();
    expect(byCustomer(without, "Customer Name", shown(runOn(preset, rowsOf(without))))).toEqual(SHOWN);
    expect(byCustomer(rows, "Customer Name", shown(runOn(preset, rowsOf(rows))))).toEqual(SHOWN);
  });

  test("as lines of orders, told apart by their number", () => {
    const rows = orderRows(3);
    const result = runOn(preset, rowsOf(rows));
    expect(byCustomer(rows, "Customer Name", shown(result))).toEqual(SHOWN);
    expect(result.stats.segments.map(({ count }) => count)).toEqual([2, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  test("each segment has its tier", () => {
    expect(counts(runOn(preset, rowsOf(customers)), "tier")).toEqual({ "Tier 1": 7, "Tier 2": 3, "Tier 3": 5 });
  });
});

test("who has not bought, or of whom a number is not known, is in Others and said so", () => {
  const cells = [
    ["Customer", "Last purchase", "Orders", "Amount"],
    ["Buyer", "2026-01-30", 5, 500],
    ["Never", "", 5, 500],
    ["Later", "2027-01-01", 5, 500],
    ["Words", "2026-01-30", "five", 500],
    ["Free", "2026-01-30", 5, ""],
  ];
  const result = runOn(preset, cells);
  expect(shown(result).slice(1)).toEqual(["Never", "Later", "Words", "Free"].map(() => "Others · Tier 3"));
  expect(flagged(result, "incomplete")).toEqual(["Never", "Later", "Words", "Free"]);
});

test("amounts alone make no segments", () => {
  const result = runOn(preset, [["Customer", "Amount"], ["A", 5], ["B", 7]]); // prettier-ignore
  expect(counts(result, "segment")).toEqual({ Others: 2 });
  expect(flagged(result, "incomplete")).toEqual(["A", "B"]);
});

test("a customer called New is a customer like any other", () => {
  const rows = CUSTOMERS.map(({ name, days, orders, amount }) => ({
    Customer: name === "c10" ? "New" : name,
    "Last purchase": dayBefore(days),
    Orders: orders,
    Amount: amount,
  }));
  expect(shown(runOn(preset, rowsOf(rows)))[9]).toBe("Can't Lose · Tier 1");
});

test("columns of order lists are found", () => {
  const superstore = ["Row ID", "Order ID", "Order Date", "Ship Date", "Ship Mode", "Customer ID", "Customer Name", "Segment", "Country", "City", "Region", "Product ID", "Category", "Product Name", "Sales", "Quantity", "Discount", "Profit"]; // prettier-ignore
  expect(boundTo(preset, superstore)).toEqual({
    account: "Customer Name",
    amount: "Sales",
    lastPurchase: "Order Date",
    orderNumber: "Order ID",
  });
  const opportunities = ["Opportunity Name", "Account Name", "Stage", "Amount", "Expected Revenue", "Probability (%)", "Close Date", "Created Date", "Opportunity Owner", "Opportunity ID"]; // prettier-ignore
  expect(boundTo(preset, opportunities)).toEqual({
    account: "Account Name",
    amount: "Amount",
    lastPurchase: "Close Date",
    orderNumber: "Opportunity ID",
  });
  const companies = ["Company name", "Total Revenue", "Recent Deal Close Date", "Number of Associated Deals", "Close Date"]; // prettier-ignore
  expect(boundTo(preset, companies.slice(0, 4))).toEqual({
    account: "Company name",
    amount: "Total Revenue",
    lastPurchase: "Recent Deal Close Date",
    orders: "Number of Associated Deals",
  });
});
