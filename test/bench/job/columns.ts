import { COLUMN, FIRST_NUMBER, type Cells } from "./cells";

/** The cells as a table of columns takes them: numbers with NaN where there is none, and whether a number was text. */
export interface Columns {
  readonly account: string[];
  readonly industry: string[];
  readonly isReview: Uint8Array;
  readonly numbers: Readonly<Record<NumberColumn, Float64Array>>;
}

export const NUMBER_COLUMNS = [
  ...(["employees", "licences", "services", "support", "expected", "firstPurchase", "engagement", "growth"] as const),
];
export type NumberColumn = (typeof NUMBER_COLUMNS)[number];

export function columnsOf(rows: Cells): Columns {
  const isReview = new Uint8Array(rows.length);
  const numbers = NUMBER_COLUMNS.map((name): [NumberColumn, Float64Array] => {
    const at = COLUMN[name];
    const values = new Float64Array(rows.length);
    for (let row = 0; row < rows.length; row++) {
      const cell = rows[row]?.[at];
      values[row] = typeof cell === "number" ? cell : NaN;
      if (typeof cell === "string" && cell !== "" && at >= FIRST_NUMBER) isReview[row] = 1;
    }
    return [name, values];
  });
  return {
    account: rows.map((row) => String(row[COLUMN.account]).toLowerCase()),
    industry: rows.map((row) => String(row[COLUMN.industry])),
    isReview,
    numbers: Object.fromEntries(numbers) as Record<NumberColumn, Float64Array>,
  };
}
