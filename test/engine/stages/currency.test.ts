import { describe, expect, test } from "vitest";
import { tiersOf } from "../samples";
import { fieldsWith, staged } from "./staged";

const fields = fieldsWith({ currency: { type: "text" }, cost: { type: "number" }, parent: { type: "text" } });
const currency = { field: "currency", base: "EUR", rates: { USD: 0.9, gbp: 1.2 }, of: ["value", "other"] };
const cells = [
  ["account", "currency", "value", "other", "cost"],
  ["Acme", "EUR", 100, 10, 1],
  ["Bolt", " usd ", 100, "", 1],
  ["Cyan", "GBP", "", 10, 1],
  ["Dune", "CHF", 100, 10, 1],
  ["Echo", "", 100, 10, 1],
  ["Fawn", "n/a", "", "", 1],
];
const columnsOf = (result: ReturnType<typeof staged>) =>
  ["value", "other", "cost"].map((id) => [...result.facts.number(id)]);

describe("amounts in several currencies", () => {
  const result = staged(cells, { fields, currency });

  test("become those of one, by the rate of the row; other numbers stay", () => {
    const [value, other, cost] = columnsOf(result);
    expect(value).toEqual([100, 90, NaN, NaN, NaN, NaN]);
    expect(other).toEqual([10, NaN, 12, NaN, NaN, NaN]);
    expect(cost).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test("are missing, and that is told, where the currency is blank or has no rate; not where there was none", () => {
    expect(result.issues.find(({ code }) => code === "currency-rate-missing")).toEqual({
      ...{ code: "currency-rate-missing", severity: "warning", count: 2, rows: [4, 5] },
      params: { field: "currency", currencies: ["CHF", ""] },
    });
  });

  test("of a total are nobody's", () => {
    const withTotal = [...cells.slice(0, 3), ["Total", "", 200, 10, 2]];
    const totalled = staged(withTotal, { fields, currency });
    expect(tiersOf(totalled)).toEqual(["All", "All", ""]);
    expect(totalled.issues.map(({ code }) => code)).not.toContain("currency-rate-missing");
  });

  test("stay as they are where no column holds the currency, and that is told", () => {
    const [header, ...rows] = cells;
    const unmapped = staged([header!.map((each) => (each === "currency" ? "x" : each)), ...rows], { fields, currency }); // cells have a header
    expect(columnsOf(unmapped)[0]).toEqual([100, 100, NaN, 100, 100, NaN]);
    expect(unmapped.issues.find(({ code }) => code === "currency-unmapped")).toEqual({
      ...{ code: "currency-unmapped", severity: "info", count: 1, rows: [] },
      params: { field: "currency", base: "EUR" },
    });
  });

  test("are those of one currency before the rows of an account are joined, each at its own rate", () => {
    const withParent = cells.map((row, i) => [...row, i === 0 ? "parent" : "Group"]);
    const many = { ...fields, value: { type: "number", headers: ["value"], many: true } };
    const joined = staged(withParent, { fields: many, currency, rollUp: { by: "parent" } });
    expect(columnsOf(joined)).toEqual([[190], [12], [1]]);
  });

  test("are not rounded, and the base may be given its own rate", () => {
    const rates = { ...currency, rates: { USD: 0.1, eur: 1 } };
    const raw = staged([cells[0]!, ["A", "USD", 3, "", ""], ["B", "Eur", 3, "", ""]], { fields, currency: rates }); // cells have a header
    expect([...raw.facts.number("value")]).toEqual([3 * 0.1, 3]);
  });
});
