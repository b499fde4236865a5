import type { CellValue } from "../../engine/index";
import { seeded } from "./accounts";

/** Cells below a header, in blocks, with what a bare ranking needs of them. */
export interface EngineCells {
  readonly headers: readonly string[];
  readonly blocks: readonly CellValue[][][];
  /** The columns that the preset reads beside the account. */
  readonly reads: readonly number[];
  /** The one of them that it ranks by, as good as. */
  readonly ranks: number;
}

type Random = () => number;
type Cell = (random: Random) => CellValue;

const amount: Cell = (random) => Math.round(Math.exp(8 + 4 * random()) * 100) / 100;
const whole = (most: number) => (random: Random) => Math.floor(random() * most);
const oneOf = (words: readonly CellValue[]) => (random: Random) => words[Math.floor(random() * words.length)] ?? "";
const owner: Cell = (random) => `Owner ${Math.floor(random() * 40)}`;
const day: Cell = (random) => 44_000 + Math.floor(random() * 2_050);
const orBlank = (cell: Cell, part: number) => (random: Random) => (random() < part ? "" : cell(random));

/** Beside the account, seven columns for each preset. */
const COLUMNS: Readonly<Record<string, readonly (readonly [string, Cell, isRead: boolean])[]>> = {
  "revenue-share": [
    ["Industry", oneOf(["Technology", "Retail", "Media", "Health"]), false],
    ["Country", oneOf(["US", "DE", "FR", "NL", "UK"]), false],
    ["Owner", owner, true],
    ["Revenue", orBlank(amount, 0.08), true],
    ["Expected revenue", (random) => Math.round(Math.exp(8 + 4 * random())), true],
    ["First purchase", orBlank(day, 0.08), true],
    ["Orders", whole(50), false],
  ],
  "abm-score": [
    ["Industry", oneOf(["Technology", "Retail", "Media", "Health", "Mining", "Financial services"]), true],
    ["Exclude", oneOf(["", "", "", "", "no", "yes"]), true],
    ["Owner", owner, true],
    ["Revenue", orBlank(amount, 0.05), true],
    ["Revenue last year", orBlank(amount, 0.1), true],
    ["Employees", orBlank(whole(3_000), 0.05), true],
    ["Engagement", whole(400), true],
  ],
  "client-value": [
    ["Owner", owner, true],
    ["Usage", (random) => Math.round(random() * 100) / 100, true],
    ["Tickets", whole(20), true],
    ["Revenue", orBlank(amount, 0.08), true],
    ["Expected revenue", (random) => Math.round(Math.exp(8 + 4 * random())), true],
    ["First purchase", orBlank(day, 0.08), true],
    ["Growth potential", whole(6), true],
  ],
};

const BLOCK_ROWS = 10_500;
const RANKS = 4;

/** The same accounts in every run. */
export function engineCells(preset: string, rows: number): EngineCells {
  const columns = COLUMNS[preset] ?? [];
  const random = seeded(20_260_131);
  const blocks: CellValue[][][] = [];
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const block: CellValue[][] = [];
    for (let row = from; row < Math.min(rows, from + BLOCK_ROWS); row++) {
      block.push([`Account ${row} Ltd`, ...columns.map(([, cell]) => cell(random))]);
    }
    blocks.push(block);
  }
  return {
    headers: ["Account", ...columns.map(([header]) => header)],
    blocks,
    reads: columns.flatMap(([, , isRead], i) => (isRead ? [i + 1] : [])),
    ranks: RANKS,
  };
}
