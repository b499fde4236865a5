import { cellAddress } from "../../../addin/excel/address";
import type { MemoryWorkbook } from "../../../addin/playground/host/memory/memoryWorkbook";
import { User } from "../../../addin/playground/host/user";
import type { Random } from "../../../addin/taskpane/sample/random";
import { perform, type ActName } from "./userActs";

/** An edit of a long day. `stop`: one that automatic refresh cannot follow, until it is taken back. */
export type SoakEdit = ActName | "our header" | "their header" | "stop";

const ORDINARY: readonly SoakEdit[] = [
  ...(["edit revenue", "edit revenue", "edit revenue", "edit revenue", "rename account", "type over tier"] as const),
  ...(["clear tier", "sort all", "sort accounts only", "insert row", "append row", "delete row"] as const),
  ...(["delete row", "our header", "their header"] as const),
];

const [FEWEST, MOST] = [25, 60];

/** Picks the next edit, so that the table neither dwindles nor grows for ever. */
export function nextEdit(random: Random, rows: number): SoakEdit {
  if (random.chance(0.01)) return "stop";
  const edit = random.pick(ORDINARY);
  if (rows >= MOST && (edit === "insert row" || edit === "append row")) return "delete row";
  if (rows <= FEWEST && edit === "delete row") return "append row";
  return edit;
}

/** Carries one out. Headers go to another name, and with the next edit of the kind back to their own. */
export function carryOut(
  workbook: MemoryWorkbook,
  edit: SoakEdit,
  { by, at, number }: { by: User["actor"]; at: number; number: number },
): void {
  const user = new User(workbook, by);
  if (edit === "our header") return renameHeader(workbook, user, "Tier", "Class");
  if (edit === "their header") return renameHeader(workbook, user, "Note", "Remark");
  if (edit === "stop") return renameHeader(workbook, user, "Revenue", "Turnover");
  if (!perform(workbook, { name: edit, at, by }, number)) throw new Error(`${edit} was not possible`);
}

export function hasHeader(workbook: MemoryWorkbook, header: string): boolean {
  return headersOf(workbook).includes(header);
}

function renameHeader(workbook: MemoryWorkbook, user: User, one: string, other: string): void {
  const headers = headersOf(workbook);
  const at = headers.findIndex((header) => header === one || header === other);
  user.type(`Accounts!${cellAddress(0, at)}`, headers[at] === one ? other : one);
}

function headersOf(workbook: MemoryWorkbook): unknown[] {
  const sheet = workbook.activeSheet();
  return workbook.readValues(sheet, { row: 0, column: 0, rows: 1, columns: 12 })[0] ?? [];
}
