import {
  ACCOUNT_FIELD,
  bindFields,
  type Binding,
  type Block,
  type CellValue,
  type ColumnCells,
  type DateOrder,
  type Engine,
  type Issue,
  type NumberSigns,
  type Preset,
  type Reading,
} from "../../engine/index";
import { AccountCells } from "./accountCells";
import { inBlocks, type Progress } from "./blocks";
import { rangeOf } from "./cells";
import { askDate1904 } from "./dateSystem";
import { ColumnPrint, together } from "./fingerprint";
import { OldCells } from "./oldCells";
import { movedHeader } from "./movedHeader";
import type { PlacedColumn } from "./owned";
import { Refusal } from "./problem";
import type { ColumnKind } from "./record";
import { sourceAddress, type Source } from "./source";

/** How the cells of a source are to be understood. */
export interface ReadChoices {
  /** Field → headers, as the analyst or an earlier run chose them; what is not named is guessed from the headers. */
  readonly mapping?: ReadonlyMap<string, readonly string[]>;
  readonly dateOrder?: DateOrder | null;
}

export interface ReadRequest extends ReadChoices {
  readonly preset: Preset;
}

/** What was read of a source beside what its tiers follow from. */
export interface Accounts {
  /** Field → headers of the columns it was bound to. */
  readonly mapping: ReadonlyMap<string, readonly string[]>;
  /** What stands in our columns now. */
  readonly old: ReadonlyMap<ColumnKind, OldCells>;
  /** The name in a row as it was written; `""` where the row names nobody. */
  nameAt(row: number): string;
  /** Whether a cell of the account column still names the account that stood in a row. */
  isAccount(row: number, cell: CellValue): boolean;
  /** Whether a cell of the account column is just what it was. */
  isSameCell(row: number, cell: CellValue): boolean;
  /** Fingerprint of every cell that was read for the run. */
  readonly inputs: string;
  /** Fingerprint of the account column alone, and where it stands in the source: whether rows have moved. */
  readonly keys: string;
  readonly keyPosition: number;
  /** Fingerprint of our own columns. */
  readonly targets: string;
  /** The workbook counts days from 1904 on. */
  readonly date1904: boolean;
}

/** Number signs and date system of the workbook, and the first rows of a source. */
export interface Surroundings {
  readonly signs: NumberSigns;
  readonly date1904: boolean;
  readonly sample: readonly (readonly CellValue[])[];
}

/**
 * Reads the columns that the preset needs, in blocks, and our own ones beside them. The engine has the cells then, ready
 * to be run; where anything goes wrong on the way it lets them go.
 *
 * Refused: `fields-unmapped` with the engine's issues, where a required field has no column or several.
 */
export async function readAccounts(
  context: Excel.RequestContext,
  engine: Engine,
  source: Source,
  { signs, date1904, sample }: Surroundings,
  owned: ReadonlyMap<ColumnKind, PlacedColumn>,
  { preset, mapping = new Map(), dateOrder = null }: ReadRequest,
  progress: Progress = {},
): Promise<{ reading: Reading; accounts: Accounts }> {
  const binding = bindFields(headersToBind(source, owned), preset.fields, {
    chosen: mapping,
    sample,
    row: source.header.row,
  });
  const errors = binding.issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    throw (await movedHeader(context, source, { preset, mapping })) ?? unmapped(source, preset, errors);
  }
  const options = { signs, dateOrder, date1904, header: source.header, headers: source.headers };
  const reading = await engine.open({ binding, preset, rows: source.rows, options });
  try {
    const accounts = await readBlocks(context, reading, source, owned, binding.columns, progress);
    return { reading, accounts: { ...accounts, date1904 } };
  } catch (thrown) {
    reading.letGo();
    throw thrown;
  }
}

async function readBlocks(
  context: Excel.RequestContext,
  reading: Reading,
  source: Source,
  owned: ReadonlyMap<ColumnKind, PlacedColumn>,
  bound: Binding["columns"],
  progress: Progress,
): Promise<Omit<Accounts, "date1904">> {
  const positions = [...new Set([...bound.values()].flat())].sort((a, b) => a - b);
  const names = new AccountCells(bound.get(ACCOUNT_FIELD) ?? [], source.rows);
  const keyPosition = names.positions[0] ?? 0;
  const prints = new Map(positions.map((position) => [position, new ColumnPrint()]));
  const old = new Map([...owned.keys()].map((kind) => [kind, new OldCells(source.rows)]));
  const targets = [...owned].map(([kind, { column }]) => ({
    kind,
    position: column - source.firstColumn,
    print: new ColumnPrint(),
  }));

  await readColumns(
    context,
    source,
    [...positions, ...targets.map(({ position }) => position)],
    progress,
    async (block, from) => {
      const added = reading.add(block);
      names.read(block, from);
      for (const [position, print] of prints) print.add(block.column(position));
      for (const { kind, position, print } of targets) {
        old.get(kind)?.read(block.column(position), from);
        print.add(block.column(position));
      }
      await added;
    },
  );
  return {
    mapping: new Map([...bound].map(([id, at]) => [id, at.map((position) => source.headers[position] ?? "")])),
    old,
    nameAt: (row) => names.nameAt(row),
    isAccount: (row, cell) => names.isAt(row, cell),
    isSameCell: (row, cell) => names.isSame(row, cell),
    inputs: together(prints.values()),
    keys: prints.get(keyPosition)?.digest() ?? "",
    keyPosition,
    targets: together(targets.map(({ print }) => print)),
  };
}

/** Headers of our own columns are blanked, so that no field is ever bound to a result. */
function headersToBind(source: Source, owned: ReadonlyMap<ColumnKind, PlacedColumn>): string[] {
  const ours = new Set([...owned.values()].map(({ column }) => column - source.firstColumn));
  return source.headers.map((header, position) => (ours.has(position) ? "" : header));
}

/** Asks for the surroundings of a source; they are known after the next sync. */
export function askSurroundings(context: Excel.RequestContext, source: Source): () => Surroundings {
  const { numberFormat } = context.workbook.application.cultureInfo;
  const rows = Math.max(1, Math.min(50, source.rows, Math.floor(20_000 / source.columns)));
  const sample = rangeOf(context, source, 0, rows, 0, source.columns);
  numberFormat.load("numberDecimalSeparator, numberGroupSeparator");
  const date1904 = askDate1904(context);
  sample.load("values");
  return () => {
    const { numberDecimalSeparator: decimal, numberGroupSeparator: group } = numberFormat;
    const signs: NumberSigns = {
      decimal: decimal === "," ? "," : ".",
      group: group === "." || group === "," ? group : " ",
    };
    return { signs, date1904: date1904(), sample: sample.values as CellValue[][] };
  };
}

/** Reads some columns of a source, block by block from the top. Columns that touch are read as one range. */
export async function readColumns(
  context: Excel.RequestContext,
  source: Source,
  positions: readonly number[],
  progress: Progress,
  take: (block: Block, from: number) => void | Promise<void>,
): Promise<void> {
  const runs = touching(positions);
  const width = runs.reduce((sum, run) => sum + run.columns, 0);
  await inBlocks(
    source.rows,
    width,
    async (from, count) => {
      const ranges = runs.map((run) => rangeOf(context, source, from, count, run.position, run.columns));
      ranges.forEach((range) => range.load("values"));
      await context.sync();
      const columns = new Map<number, ColumnCells>();
      runs.forEach((run, i) => {
        const rows = ranges[i]?.values as CellValue[][];
        for (let index = 0; index < run.columns; index++) columns.set(run.position + index, { rows, index });
      });
      await take({ size: count, column: (position) => columns.get(position) ?? NO_CELLS }, from);
    },
    progress,
  );
}

const NO_CELLS: ColumnCells = { rows: [], index: 0 };

function touching(positions: readonly number[]): { position: number; columns: number }[] {
  const runs: { position: number; columns: number }[] = [];
  for (const position of [...new Set(positions)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.position + last.columns === position) last.columns++;
    else runs.push({ position, columns: 1 });
  }
  return runs;
}

/** Names the fields in the preset's own words, and the row where their headers were looked for. */
function unmapped(source: Source, preset: Preset, issues: readonly Issue[]): Refusal {
  const label = (issue: Issue) => {
    const id = String(issue.params["field"] ?? "");
    return preset.fields.get(id)?.label ?? id;
  };
  const missing = issues.filter(({ code }) => code === "header-missing").map(label);
  const repeated = issues
    .filter(({ code }) => code === "header-repeated")
    .map(({ params }) => String(params["header"]));
  const lost = issues.filter(({ code }) => code === "header-not-found").map(({ params }) => String(params["header"]));
  const unclear = issues.filter(({ code }) => code === "header-ambiguous").map(label);
  return new Refusal("fields-unmapped", {
    missing,
    unclear,
    repeated: [...new Set(repeated)],
    lost,
    fields: issues.map(({ params }) => String(params["field"] ?? "")),
    candidates: issues.flatMap(({ params }) => (Array.isArray(params["candidates"]) ? params["candidates"] : [])),
    sheet: source.sheet.name,
    address: sourceAddress(source),
    headerRow: source.headerRow + 1,
  });
}
