import { formatArea } from "../host/rules/address";
import { displayedText } from "../host/rules/displayedText";
import type { Workbook } from "../host/workbook";

/** What is selected, in words: its address, what the first cell shows, and how many cells there are if it is several. */
export function selectionLine(workbook: Workbook): string {
  const { sheet, areas } = workbook.selection();
  const [area] = areas;
  if (!area) return "";
  const cell = { ...area, rows: 1, columns: 1 };
  const value = workbook.readValues(sheet, cell)[0]?.[0] ?? "";
  const format = workbook.readNumberFormats(sheet, cell)[0]?.[0] ?? "General";
  const text = displayedText(value, format, workbook.culture, workbook.date1904);
  const count = areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const told = [areas.map((each) => formatArea(each)).join(", "), text].filter((part) => part !== "").join(" ");
  return count === 1 ? told : `${told}, ${count} cells`;
}
