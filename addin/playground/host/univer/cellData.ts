import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import type { CellValue } from "../snapshot";

/** What a cell becomes when a value is written into it, whatever it was. */
export function cellOf(value: CellValue): ICellData {
  return { f: null, si: null, p: null, ...(value === "" ? { v: null } : contentOf(value)) };
}

/** Rules that colour by value look at the type, so it is always there. */
export function contentOf(value: CellValue): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

export function valueOf(cell: Nullable<ICellData>): CellValue {
  if (!cell) return "";
  const { v, t } = cell;
  if (v === null || v === undefined) return cell.p?.body?.dataStream.replace(/[\r\n]+$/, "") ?? "";
  if (t === CellValueType.BOOLEAN) return typeof v === "boolean" ? v : Number(v) === 1;
  return t === CellValueType.NUMBER ? Number(v) : v;
}

export const hasFormula = (cell: Nullable<ICellData>): boolean => !!cell && (!!cell.f || !!cell.si);

export const isFilled = (cell: Nullable<ICellData>): boolean => hasFormula(cell) || valueOf(cell) !== "";
