import type { CellValue } from "../../../engine/index";
import { seeded } from "../accounts";

/** Rows below a header, as `Range.values` gives them. */
export type Cells = readonly (readonly CellValue[])[];

export const HEADERS = [
  ...["Account", "Industry", "Employees", "Licences", "Services", "Support"],
  ...["Expected revenue", "First purchase", "Engagement", "Growth"],
] as const;

/** Where each column stands. Those from `FIRST_NUMBER` on hold numbers and dates. */
export const COLUMN = {
  ...{ account: 0, industry: 1, employees: 2, licences: 3, services: 4, support: 5 },
  ...{ expected: 6, firstPurchase: 7, engagement: 8, growth: 9 },
} as const;
export const FIRST_NUMBER = COLUMN.employees;

const PARTS = { blank: 0.03, text: 0.01, negative: 0.01, tied: 0.05 };
const BLOCK_ROWS = 10_000;
const INDUSTRIES = ["Technology", "Retail", "Media", "Health", "Mining", "Financial services", "Energy", "Education"];

type Random = () => number;

/** Quarters: whatever the order in which they are added up, and however they are written, they are the same number. */
const amount = (random: Random) => Math.round(Math.exp(8 + 4 * random()) * 4) / 4;
const whole = (random: Random, most: number) => Math.floor(random() * most);

function rowOf(index: number, random: Random): CellValue[] {
  const money = () => (random() < PARTS.negative ? -amount(random) : amount(random));
  const isTied = random() < PARTS.tied;
  const cells: CellValue[] = [
    `Account ${String(index).padStart(7, "0")} Ltd`,
    INDUSTRIES[whole(random, INDUSTRIES.length)] ?? "",
    whole(random, 5_000),
    ...(isTied ? [12_000, 3_000, 0, 10_000] : [money(), money(), money(), money()]),
    44_000 + whole(random, 2_054),
    whole(random, 101),
    Math.round((random() * 1.6 - 0.4) * 1000) / 1000,
  ];
  return cells.map((cell, at) => {
    if (at < FIRST_NUMBER) return cell;
    const chance = random();
    return chance < PARTS.blank ? "" : chance < PARTS.blank + PARTS.text ? "to be confirmed" : cell;
  });
}

/**
 * Accounts of the job, the same for a seed: 3 % of the number cells blank, 1 % text, 1 % of the amounts negative, 5 % of the
 * accounts with equal amounts. Every text is its own, as after a message from Excel.
 */
export function jobCells(rows: number, seed = 20_260_131): Cells {
  const random = seeded(seed);
  const cells: CellValue[][] = [];
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const size = Math.min(BLOCK_ROWS, rows - from);
    const block = Array.from({ length: size }, (_, i) => rowOf(from + i, random));
    for (const row of JSON.parse(JSON.stringify(block)) as CellValue[][]) cells.push(row);
  }
  return cells;
}
