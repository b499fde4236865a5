import { issueOfRows, type Issue } from "../issue";
import type { Currency } from "../preset/schema";
import { foldedWords, type Column } from "./column";
import { fold } from "./fold";
import { isLeftOut } from "./rowKinds";
import type { Table } from "./table";

/**
 * The amounts of a table in one currency: each times the rate of the currency that its row names; the base is 1.
 *
 * A row whose currency is blank or has no rate: its amounts are missing, with an issue, since no rate is a good guess (a
 * total seldom names one; it is nobody's).
 * No column holds the currency: amounts are taken as they are, with an issue. Nothing is rounded.
 */
export function inOneCurrency(table: Table, { field, base, rates, of }: Currency): Table {
  const currency = table.fields.get(field);
  if (currency?.type !== "text" || table.unmapped.has(field)) {
    const unmapped: Issue = {
      code: "currency-unmapped",
      severity: "info",
      count: 1,
      rows: [],
      params: { field, base },
    };
    return { ...table, issues: [...table.issues, unmapped] };
  }
  const rateOf = new Map(Object.entries(rates).map(([code, rate]) => [fold(code), rate]));
  rateOf.set(fold(base), 1);
  const { keys, codes } = foldedWords(currency);
  const byCode = keys.map((key) => rateOf.get(key) ?? NaN);
  const factors = Float64Array.from(codes, (code) => byCode[code] ?? NaN);

  const fields = new Map(table.fields);
  const unrated = new Uint8Array(table.size);
  for (const id of of) {
    const column = table.fields.get(id);
    if (column?.type !== "number") continue;
    fields.set(id, converted(column, factors, unrated));
  }
  const rows: number[] = [];
  unrated.forEach((isUnrated, row) => {
    if (isUnrated === 1 && !isLeftOut(table.rowKinds[row])) rows.push(row + table.firstRow);
  });
  const unknown = [...new Set(rows.map((row) => nameAt(currency, row - table.firstRow)))].slice(0, 10);
  const missing = issueOfRows("currency-rate-missing", "warning", rows, { field, currencies: unknown });
  return { ...table, fields, issues: missing ? [...table.issues, missing] : table.issues };
}

/** Marks rows that had an amount and lose it. */
function converted(column: Column & { type: "number" }, factors: Float64Array, unrated: Uint8Array): Column {
  const values = column.values.map((value, row) => {
    const amount = value * (factors[row] ?? NaN);
    if (Number.isNaN(amount) && !Number.isNaN(value)) unrated[row] = 1;
    return amount;
  });
  return { ...column, values };
}

function nameAt(column: Column & { type: "text" }, row: number): string {
  return column.words[column.codes[row] ?? -1] ?? "";
}
