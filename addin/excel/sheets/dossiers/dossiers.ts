import { accountKey, type Engine } from "../../../../engine/index";
import type { Progress } from "../../blocks";
import type { Preview } from "../../runs";
import type { Change } from "../../session";
import { changeRows } from "../tables/changeRows";
import { findTables, type FoundTable } from "../tables/findTable";
import { listedRun } from "../lists/listedRun";
import type { OurTable } from "../tables/ourTable";
import { readRows, type SheetIssue } from "../tables/readRows";
import { changeOf } from "../tables/rowsChange";
import { tableThere } from "../tables/tableThere";
import { planDossiers, type DossiersThere } from "./dossierPlan";
import { DOSSIERS, NAMED_PART, OWN_PART } from "./dossierTable";

/** Dossiers that were written. */
export interface DossiersWritten {
  readonly added: number;
  readonly updated: number;
  /** Contacts that the analyst has noted, over all rows. */
  readonly coverage: Coverage;
  /** Cells that cannot be understood; their rows were left as they are. */
  readonly issues: readonly SheetIssue[];
}

/** A cell with a number counts so many contacts; one with names, as many as it names. */
export interface Coverage {
  readonly known: number;
  readonly toFind: number;
}

/**
 * Writes the sheet `Account dossiers`: adds a row for each account that needs one, and brings what is ours in the others
 * up to date. No row is ever removed, and what the analyst has written is not touched.
 */
export async function writeDossiers(
  context: Excel.RequestContext,
  engine: Engine,
  preview: Preview,
  change: Change,
  progress?: Progress,
): Promise<DossiersWritten> {
  const there = await readDossiers(context);
  const listed = await listedRun(context, engine, preview);
  const dossiers = new Map(there.rows.map(({ row }) => [accountKey(row.account), row.refreshed]));
  const due = await listed.preview.reading.ask("dossiersDue", { dossiers });
  const { append, update } = planDossiers(listed, due.ok ? due.value : [], there);
  const { standing, ownPart, issues } = there;
  const tables = [
    ...(ownPart ? [changeOf(OWN_PART, ownPart, { update })] : []),
    changeOf(DOSSIERS, standing, { append, addedBy: DOSSIERS.key }),
  ];
  const isNothing = append.length + update.length === 0;
  const { added, updated } = isNothing
    ? { added: 0, updated: 0 }
    : await changeRows(context, { sheet: DOSSIERS.sheet, tables, lists: [] }, change, progress);
  return { added, updated, coverage: coverageOf(there.rows), issues };
}

interface Standing {
  readonly found: FoundTable;
  readonly keys: string;
}

interface ReadDossiers extends DossiersThere {
  /** null where there is no such table yet. */
  readonly standing: Standing | null;
  /** The same table, of which only our columns are looked at. */
  readonly ownPart: Standing | null;
  readonly issues: readonly SheetIssue[];
}

/** Reads the dossiers. Rows that cannot be understood are reported and left out. */
export async function readDossiers(context: Excel.RequestContext): Promise<ReadDossiers> {
  const there = await tableThere(context, DOSSIERS);
  if (!there) return { standing: null, ownPart: null, rows: [], accounts: new Set(), issues: [] };
  const { found, rows, issues, keys } = there;
  const [own] = await findTables(context, [OWN_PART as unknown as OurTable]); // only its columns are looked at
  const named = await readRows(context, NAMED_PART, found);
  const accounts = new Set(named.rows.map(({ row }) => accountKey(row.account)));
  return { standing: { found, keys }, ownPart: own ? { found: own, keys } : null, rows, issues, accounts };
}

function coverageOf(rows: DossiersThere["rows"]): Coverage {
  const sum = (of: "known" | "toFind") => rows.reduce((all, { row }) => all + contactsIn(row[of]), 0);
  return { known: sum("known"), toFind: sum("toFind") };
}

function contactsIn(cell: string | null): number {
  if (cell === null) return 0;
  const number = Number(cell);
  if (Number.isFinite(number)) return Math.max(0, number);
  return cell.split(/[,;\n]/).filter((name) => name.trim() !== "").length;
}
