import type { ICellData, IObjectMatrixPrimitiveType, IRange, Nullable } from "@univerjs/core";
import { cellAt, SHEET_COLUMNS, SHEET_ROWS } from "../rules/area";
import type { CellShift } from "../rules/shift";
import type { Area, CellValue } from "../snapshot";
import { selectedAreaOf } from "./ranges";
import type { Unit } from "./unit";

/** What a person did in the grid, once the grid has done it. */
export type Deed =
  | { type: "edited"; sheet: string; area: Area; before?: CellValue; isTyped: boolean }
  | { type: "formatted"; sheet: string; area: Area }
  /** Told twice: right before and right after. */
  | { type: "shifting" | "shifted"; sheet: string; edit: CellShift }
  | { type: "selected"; sheet: string; areas: Area[] }
  | { type: "sheetAdded" | "sheetActivated"; sheet: string }
  | { type: "sheetDeleted"; sheet: string; name: string }
  | { type: "sheetRenamed"; sheet: string; before: string; after: string };

/** Tells what a person does in the grid. Results of formulas are nobody's deed. */
export function followGrid(unit: Unit, valueAt: ValueAt, told: (deed: Deed) => void): void {
  const before: Before = { value: undefined, name: "" };
  unit.onForeign(
    (command, params) => {
      const { subUnitId: sheet } = params as Place;
      if (command === SET_VALUES) {
        const area = boundingOf((params as Values).cellValue);
        before.value = area && isCell(area) ? valueAt(sheet, area.row, area.column) : undefined;
      } else if (command === RENAME || command === REMOVE_SHEET) before.name = unit.worksheet(sheet).getName();
      const shift = shiftOf(command, params);
      if (shift) told({ type: "shifting", sheet, edit: shift });
    },
    (command, params, options) => {
      const deed = deedOf(command, params as Place, options, before);
      if (deed) told(deed);
    },
  );
}

type ValueAt = (sheet: string, row: number, column: number) => CellValue;

interface Before {
  value: CellValue | undefined;
  name: string;
}

interface Place {
  subUnitId: string;
}

interface Values extends Place {
  cellValue: IObjectMatrixPrimitiveType<Nullable<ICellData>>;
  /** The command behind it. */
  trigger?: string;
}

const SET_VALUES = "sheet.mutation.set-range-values";
const REMOVE_SHEET = "sheet.mutation.remove-sheet";
const RENAME = "sheet.mutation.set-worksheet-name";

const SHIFTS: Readonly<Record<string, CellShift["shift"]>> = {
  "sheet.mutation.insert-row": "down",
  "sheet.mutation.insert-col": "right",
  "sheet.mutation.remove-rows": "up",
  "sheet.mutation.remove-col": "left",
};

function deedOf(command: string, params: Place, options: object, before: Before): Deed | null {
  const { subUnitId: sheet } = params;
  const edit = shiftOf(command, params);
  if (edit) return { type: "shifted", sheet, edit };
  switch (command) {
    case SET_VALUES:
      return "fromFormula" in options ? null : editOf(params as Values, before);
    case "sheet.mutation.reorder-range":
      return { type: "edited", sheet, area: selectedAreaOf((params as Ranged).range), isTyped: false };
    case "sheet.mutation.move-range":
      return moveOf(params as Partial<Move>);
    case "sheet.operation.set-selections": {
      const { selections, type } = params as Selections;
      if (type === SELECTION_STARTS || type === SELECTION_MOVES) return null;
      return { type: "selected", sheet, areas: selections.map(({ range }) => selectedAreaOf(range)) };
    }
    case "sheet.mutation.insert-sheet":
      return { type: "sheetAdded", sheet: (params as unknown as { sheet: { id: string } }).sheet.id };
    case REMOVE_SHEET:
      return { type: "sheetDeleted", sheet, name: before.name };
    case "sheet.operation.set-worksheet-active":
      return { type: "sheetActivated", sheet };
    case RENAME:
      return { type: "sheetRenamed", sheet, before: before.name, after: (params as unknown as { name: string }).name };
    default:
      return null;
  }
}

interface Ranged extends Place {
  range: IRange;
}

interface Selections extends Place {
  selections: { range: IRange }[];
  type?: number;
}

interface Move extends Place {
  from: { subUnitId: string; value: Values["cellValue"] };
  to: { subUnitId: string; value: Values["cellValue"] };
}

/** While the button of the mouse is held. */
const SELECTION_STARTS = 0;
const SELECTION_MOVES = 1;

/** Formulas that another edit moves come as texts without values, and are a part of that edit. */
function editOf({ subUnitId: sheet, cellValue, trigger }: Values, before: Before): Deed | null {
  const area = boundingOf(cellValue);
  if (!area) return null;
  const cells = Object.values(cellValue).flatMap((line) =>
    Object.values((line ?? {}) as Record<number, ICellData | null>),
  );
  if (!cells.some((cell) => !cell || "v" in cell || "p" in cell)) {
    return cells.some((cell) => cell && "f" in cell) ? null : { type: "formatted", sheet, area };
  }
  const isTyped = trigger === "sheet.command.set-range-values";
  return { type: "edited", sheet, area, isTyped, ...(before.value !== undefined && { before: before.value }) };
}

function moveOf({ to }: Partial<Move>): Deed | null {
  const area = to && boundingOf(to.value);
  return area ? { type: "edited", sheet: to.subUnitId, area, isTyped: false } : null;
}

function boundingOf(cells: Values["cellValue"] | undefined): Area | null {
  let area: Area | null = null;
  for (const [row, line] of Object.entries(cells ?? {})) {
    for (const column of Object.keys(line ?? {})) area = around(area, Number(row), Number(column));
  }
  return area;
}

function around(area: Area | null, row: number, column: number): Area {
  if (!area) return cellAt(row, column);
  const [top, left] = [Math.min(area.row, row), Math.min(area.column, column)];
  const rows = Math.max(area.row + area.rows, row + 1) - top;
  return { row: top, column: left, rows, columns: Math.max(area.column + area.columns, column + 1) - left };
}

const isCell = ({ rows, columns }: Area): boolean => rows === 1 && columns === 1;

function shiftOf(command: string, params: object): CellShift | null {
  const shift = SHIFTS[command];
  return shift ? { shift, area: lines((params as Ranged).range, shift) } : null;
}

/** Whole rows or columns of the sheet, not only of the grid. */
function lines({ startRow, endRow, startColumn, endColumn }: IRange, shift: CellShift["shift"]): Area {
  return shift === "down" || shift === "up"
    ? { row: startRow, rows: endRow - startRow + 1, column: 0, columns: SHEET_COLUMNS }
    : { row: 0, rows: SHEET_ROWS, column: startColumn, columns: endColumn - startColumn + 1 };
}
