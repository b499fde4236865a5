import { connect, type Connection, type ConnectOptions } from "../../addin/playground/host/client";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import type { ModelWorkbook } from "../../addin/playground/host/model/modelWorkbook";
import type { CellValue, WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { User } from "../../addin/playground/host/user";

export interface Opened extends Connection {
  workbook: ModelWorkbook;
  user: User;
  /** Values of a range of the first sheet, read from the workbook and not through the client. */
  cells(row: number, column: number, rows: number, columns: number): CellValue[][];
}

/** A workbook in memory with a client and a user. */
export function opened(snapshot: WorkbookSnapshot, options: ConnectOptions = {}): Opened {
  return openedIn(MemoryWorkbook.from(snapshot), options);
}

export function openedIn(workbook: ModelWorkbook, options: ConnectOptions = {}): Opened {
  const cells = (row: number, column: number, rows: number, columns: number): CellValue[][] =>
    workbook.readValues(workbook.sheets()[0]?.id ?? "", { row, column, rows, columns });
  return { ...connect(workbook, options), workbook, user: new User(workbook), cells };
}
