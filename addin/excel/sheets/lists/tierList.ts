import type { CellValue, ColumnKind, RunResult } from "../../../../engine/index";
import { LIST_HEADERS, listName } from "../../../strings/lists";
import type { SheetOfAccounts } from "../../addSheet";
import { columnCells } from "../../columnCells";
import { atOnce } from "../../../slices";
import type { ListedRun } from "./listedRun";

interface ListColumn {
  readonly name: string;
  readonly format?: string;
  at(row: number): CellValue;
}

/**
 * The accounts of a tier, best first, as a table: rank, account, segment, value, score, why, owner, and the words that
 * the preset reads. A column that there is nothing for is left out. An account on several rows is there once where the
 * preset rolls them up.
 *
 * Throws a ReferenceError where the preset has no such tier.
 */
export function tierList({ run, preview, words }: ListedRun, tier: string): SheetOfAccounts {
  const { preset, value, score, accountCodes } = run;
  const label = preset.tiers.rungs.find(({ id }) => id === tier)?.label;
  if (label === undefined) throw new ReferenceError(`no tier ${tier}`);
  const [segment, rank, why] = (["segment", "rank", "why"] as const).map((kind) => cellsOf(run, kind));
  const columns: ListColumn[] = [
    { name: LIST_HEADERS.rank, format: "0", at: (row) => rank?.(row) ?? "" },
    { name: LIST_HEADERS.account, at: (row) => preview.plan.accounts.nameAt(row) },
    ...(segment ? [{ name: LIST_HEADERS.segment, at: segment }] : []),
    { name: LIST_HEADERS.value, format: "#,##0", at: (row) => known(value[row]) },
    ...(score ? [{ name: LIST_HEADERS.score, format: "0.0", at: (row: number) => known(score[row]) }] : []),
    { name: LIST_HEADERS.why, at: (row) => why?.(row) ?? "" },
    ...words.map(({ header, cells }) => ({ name: header, at: (row: number) => cells[row] ?? "" })),
  ];
  const seen = new Set<number>();
  const rows: number[] = [];
  run.tier.codes.forEach((code, row) => {
    const account = accountCodes[row] ?? -1;
    if (run.tier.labels[code] !== label || account < 0 || (preset.rollUp && seen.has(account))) return;
    seen.add(account);
    rows.push(row);
  });
  rows.sort((a, b) => Number(rank?.(a)) - Number(rank?.(b)) || a - b);
  return {
    name: listName(label),
    columns: distinct(columns).map(({ name, format }) => (format === undefined ? { name } : { name, format })),
    rows: rows.map((row) => columns.map(({ at }) => at(row))),
  };
}

/** The content of a column by row; null where the run has no such column. */
export function cellsOf({ columns, preset }: RunResult, kind: ColumnKind): ((row: number) => CellValue) | null {
  const column = columns.find((each) => each.kind === kind);
  if (!column) return null;
  const { labels, codes } = atOnce(columnCells(column, { preset, date1904: false })); // no day is asked for
  return (row) => labels[codes[row] ?? -1] ?? "";
}

/** A number, or blank where it is missing. */
export function known(number: number | undefined): CellValue {
  return number === undefined || Number.isNaN(number) ? "" : number;
}

/** No two columns of a table have one header, whatever the case. */
function distinct(columns: readonly ListColumn[]): ListColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let { name } = column;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${column.name} ${n}`;
    taken.add(name.toLowerCase());
    return { ...column, name };
  });
}
