import { intersect } from "../host/rules/area";
import { displayedText, isDateCode } from "../host/rules/displayedText";
import type { Area, CellValue } from "../host/snapshot";
import type { CommonFormat, TableState, Workbook } from "../host/workbook";
import { conditionalLook } from "./conditionalLook";
import type { CellView, Overview, SheetView } from "./messages";

/** What stands around the cells of the sheet in front. */
export function overviewOf(workbook: Workbook): Overview {
  const id = workbook.activeSheet();
  const sheets = workbook.sheets();
  const front = sheets.find((sheet) => sheet.id === id);
  const used = workbook.usedArea(id, false);
  const { sheet, areas } = workbook.selection();
  const columns = used ? used.column + used.columns : 0;
  return {
    name: workbook.name,
    sheets: sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name),
    activeSheet: front?.name ?? "",
    isProtected: front?.isProtected ?? false,
    selection: sheet === id ? areas : [],
    rows: used ? used.row + used.rows : 0,
    columns,
    columnWidths: Array.from({ length: columns }, (_, column) => workbook.columnWidth(id, column)),
    hiddenRows: runs(workbook.hiddenRows(id)),
    hiddenColumns: runs(workbook.hiddenColumns(id)),
  };
}

/** Cells of the sheet in front, as they look. */
export function viewOf(workbook: Workbook, area: Area): SheetView {
  const id = workbook.activeSheet();
  const values = workbook.readValues(id, area);
  const formats = workbook.readNumberFormats(id, area);
  const isPlain = Object.keys(workbook.commonFormat(id, area)).length === 0;
  const rules = workbook.conditionalFormats(id).filter(({ areas }) => areas.some((each) => intersect(each, area)));
  const tables = workbook.tables().filter((table) => table.sheet === id && intersect(table, area));
  const cells = values.map((line, i) =>
    line.map((value, j): CellView | null => {
      const row = area.row + i;
      const column = area.column + j;
      const painted = isPlain ? {} : workbook.commonFormat(id, { row, column, rows: 1, columns: 1 });
      const look = { ...styleOf(painted), ...defined(conditionalLook(rules, row, column, value)) };
      const table = placeInTable(tables, row, column);
      if (value === "" && !look.fill && !table) return null;
      const text = displayedText(value, formats[i]?.[j] ?? "General", workbook.culture, workbook.date1904);
      return { text, align: alignmentOf(value, painted), ...look, ...(table && { table }) };
    }),
  );
  return { sheet: workbook.sheets().find((sheet) => sheet.id === id)?.name ?? "", area, cells };
}

/** What a cell of the sheet in front shows while it is edited. */
export function entryOf(workbook: Workbook, row: number, column: number): string {
  const id = workbook.activeSheet();
  const cell = { row, column, rows: 1, columns: 1 };
  const content = workbook.readFormulas(id, cell)[0]?.[0] ?? "";
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  if (typeof content === "string") return content;
  const format = workbook.readNumberFormats(id, cell)[0]?.[0] ?? "General";
  if (isDateCode(format)) return displayedText(content, format, workbook.culture, workbook.date1904);
  const isPercent = format.includes("%");
  const digits = String(isPercent ? Number((content * 100).toPrecision(15)) : content);
  return digits.replace(".", workbook.culture.decimalSeparator) + (isPercent ? "%" : "");
}

function alignmentOf(value: CellValue, { horizontalAlignment }: CommonFormat): CellView["align"] {
  const asked = horizontalAlignment?.toLowerCase();
  if (asked === "left" || asked === "right" || asked === "center") return asked;
  if (typeof value === "number") return "right";
  return typeof value === "boolean" || /^#[A-Z/0]+[!?A]$/.test(value) ? "center" : "left";
}

function placeInTable(tables: readonly TableState[], row: number, column: number): CellView["table"] {
  for (const table of tables) {
    const line = row - table.row;
    if (line < 0 || line >= table.rows || column < table.column || column >= table.column + table.columns) continue;
    if (table.hasHeaders && line === 0) return "header";
    return (line + (table.hasHeaders ? 1 : 0)) % 2 === 0 ? "odd" : "even";
  }
  return undefined;
}

function styleOf({ fill, color, bold }: CommonFormat): Pick<CellView, "fill" | "color" | "bold"> {
  return { ...(fill && { fill }), ...(color && { color }), ...(bold && { bold }) };
}

function defined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T; // fewer of its optional properties
}

function runs(numbers: ReadonlySet<number>): [number, number][] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
