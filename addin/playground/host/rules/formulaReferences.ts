import { formatArea, parseAddress, quoteSheet } from "./address";
import { type CellShift, movedArea } from "./shift";

/** Strings and structured references are skipped; a cell reference may carry a sheet and must not be a function's name. */
const PIECES =
  /"(?:[^"]|"")*"|\[[^\]]*\]|((?:'(?:[^']|'')+'|[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\w(.!])/gi;

/** The formula after cells of `sheet` moved; a reference whose cells are all gone becomes `#REF!`. `home` is where the formula stands. */
export function moveReferences(formula: string, home: string | null, sheet: string, edit: CellShift): string {
  return mapReferences(formula, (prefix, cells, named) => {
    if ((named ?? home)?.toLowerCase() !== sheet.toLowerCase()) return prefix + cells;
    const area = parseAddress(cells)?.area;
    if (!area) return prefix + cells;
    const moved = movedArea(area, edit);
    if (!moved) return "#REF!";
    return prefix + keepDollars(cells, formatArea(moved, cells.includes("$")));
  });
}

/** The formula after a sheet was renamed, or (with `null`) deleted. */
export function renameSheetIn(formula: string, from: string, to: string | null): string {
  return mapReferences(formula, (prefix, cells, named) => {
    if (named?.toLowerCase() !== from.toLowerCase()) return prefix + cells;
    return to === null ? "#REF!" : `${quoteSheet(to)}!${cells}`;
  });
}

function mapReferences(
  formula: string,
  replace: (prefix: string, cells: string, sheet: string | null) => string,
): string {
  return formula.replace(PIECES, (piece: string, prefix: string | undefined, cells: string | undefined, at: number) => {
    const isInsideWord = at > 0 && /[\w.]/.test(formula[at - 1] ?? "");
    if (cells === undefined || isInsideWord) return piece;
    const sheet = prefix ? (parseAddress(`${prefix}A1`)?.sheet ?? null) : null;
    return replace(prefix ?? "", cells, sheet);
  });
}

/** Mixed references (`$A1`) lose the difference between row and column: all or nothing is kept. */
function keepDollars(before: string, after: string): string {
  const dollars = before.split("$").length - 1;
  const full = after.split("$").length - 1;
  return dollars === 0 || dollars === full ? after : mixed(before, after);
}

function mixed(before: string, after: string): string {
  const corners = before.split(":");
  return after
    .replaceAll("$", "")
    .split(":")
    .map((corner, index) => {
      const old = corners[index] ?? corners[0] ?? "";
      const column = old.startsWith("$") ? "$" : "";
      const row = /[A-Za-z]\$/.test(old) ? "$" : "";
      return corner.replace(/^([A-Z]*)(\d*)$/i, (_, letters: string, digits: string) =>
        letters ? `${column}${letters}${row}${digits}` : `${column}${digits}`,
      );
    })
    .join(":");
}
