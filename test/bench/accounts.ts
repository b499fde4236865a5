import { sheetOf, workbookOf } from "../../addin/playground/host/simpleSnapshot";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { tableOver } from "../addin/excel/workbooks";

export const HEADERS = [
  ...["Account", "Industry", "Country", "Owner"],
  ...["Revenue", "Expected revenue", "First purchase", "Orders"],
];
/** Columns that revenue-share reads: Account, and four that stand side by side. */
export const ACCOUNT = 0;
export const INPUTS = { column: 3, columns: 4 };
/** Where Segment and Tier come to stand. */
export const RESULTS = [8, 9] as const;

/** Whether the add-in has read just these, so that a bare read of them is the same: throws where it has not. */
export function mustBeInputs({ mapping }: { readonly mapping: ReadonlyMap<string, readonly string[]> }): void {
  const expected = [HEADERS[ACCOUNT], ...HEADERS.slice(INPUTS.column, INPUTS.column + INPUTS.columns)];
  const read = [...mapping.values()].flat();
  if (read.sort().join() !== expected.sort().join()) throw new Error(`the add-in reads ${read.join(", ")}`);
}

/** Numbers from 0 to 1 that are the same in every run. (Park and Miller's generator.) */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Accounts with eight columns from A1 of the sheet "Accounts" on, as plain cells or as a table. */
export function accounts(rows: number, kind: "range" | "table" = "range"): WorkbookSnapshot {
  const random = seeded(20_260_131);
  const oneOf = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  const cells: CellValue[][] = [HEADERS];
  for (let i = 0; i < rows; i++) {
    const isProspect = random() < 0.08;
    cells.push([
      `Account ${i} Ltd`,
      oneOf(["Technology", "Retail", "Media", "Health"]),
      oneOf(["US", "DE", "FR", "NL", "UK"]),
      `Owner ${Math.floor(random() * 40)}`,
      isProspect ? "" : Math.round(Math.exp(8 + 4 * random()) * 100) / 100,
      Math.round(Math.exp(8 + 4 * random())),
      isProspect ? "" : 44_000 + Math.floor(random() * 2_050),
      Math.floor(random() * 50),
    ]);
  }
  return workbookOf([sheetOf("Accounts", cells, { tables: kind === "table" ? [tableOver(cells)] : [] })]);
}
