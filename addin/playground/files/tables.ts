import type { Sheet, TableDefinition } from "hucre";
import type { SheetSnapshot, TableSnapshot } from "../host/snapshot";
import { areaName, parseArea } from "./references";
import { folderOf, readRelations, relationsOf } from "./workbookPart";
import { decodeEscapes, elements, encodeCellText, plainXml } from "./xml";
import type { Archive } from "./zipReading";

/** A sheet's tables, and whether one of them has what we do not write back. */
export interface ReadTables {
  tables: TableSnapshot[];
  hasFilterCriteria: boolean;
  hasCalculatedColumns: boolean;
}

/**
 * The tables of the sheet in `part`. hucre reads most of a table but not its ids and not whether it has headers, so those
 * come from the table's own part. A table's id is Excel's GUID for it where the file has one, else the file's number.
 */
export async function readTables(archive: Archive, part: string, sheet: Sheet): Promise<ReadTables> {
  const found: ReadTables = { tables: [], hasFilterCriteria: false, hasCalculatedColumns: false };
  for (const { type, target } of (await readRelations(archive, relationsOf(part), folderOf(part))).values()) {
    if (type !== "table" || !archive.has(target)) continue;
    const xml = plainXml(await archive.text(target));
    const table = [...elements(xml, "table")][0];
    const name = table?.attributes.get("displayName") ?? table?.attributes.get("name");
    const definition = sheet.tables?.find((candidate) => (candidate.displayName ?? candidate.name) === name);
    const area = parseArea(table?.attributes.get("ref") ?? "");
    if (!table || !name || !definition || !area) continue;
    const isDataFiltered = [...elements(table.inner, "filterColumn")].some(({ inner }) => inner !== "");
    const hasHeaders = table.attributes.get("headerRowCount") !== "0";
    found.tables.push({
      ...area,
      id: table.attributes.get("xr:uid") ?? table.attributes.get("id") ?? name,
      name,
      columnNames: [...elements(table.inner, "tableColumn")].map(({ attributes: column }, i) => ({
        id: Number(column.get("id") ?? i + 1),
        name: decodeEscapes(column.get("name") ?? ""),
      })),
      hasHeaders,
      hasTotals: definition.showTotalRow === true,
      style: definition.style ?? "",
      isDataFiltered,
      ...(definition.showAutoFilter === false && hasHeaders && { hasFilterButtons: false as const }),
      ...(definition.showRowStripes === false && definition.style && { hasBandedRows: false as const }),
    });
    found.hasFilterCriteria ||= isDataFiltered;
    found.hasCalculatedColumns ||= [...elements(table.inner, "calculatedColumnFormula")].length > 0;
  }
  found.tables.sort((a, b) => a.row - b.row || a.column - b.column);
  return found;
}

/** The tables of a sheet as hucre writes them; totals and banded columns are taken from the same table of an original file. */
export function tablesForFile(sheet: SheetSnapshot, original: Sheet | undefined): TableDefinition[] {
  return sheet.tables.map((table) => {
    const before = original?.tables?.find((candidate) => (candidate.displayName ?? candidate.name) === table.name);
    return {
      name: table.name,
      range: areaName(table),
      style: table.style,
      showAutoFilter: table.hasHeaders && (table.hasFilterButtons ?? true),
      showTotalRow: table.hasTotals,
      showRowStripes: table.hasBandedRows ?? true,
      ...(before?.showColumnStripes !== undefined && { showColumnStripes: before.showColumnStripes }),
      columns: table.columnNames.map(({ name }) => ({
        ...before?.columns.find((column) => column.name === name),
        name,
      })),
    };
  });
}

/** Puts into a table part what hucre leaves out: the ids of the columns, headers that are off, line breaks in names. */
export function completeTablePart(xml: string, table: TableSnapshot): string {
  let column = 0;
  const named = xml.replace(/<tableColumn id="\d+" name="[^"]*"/g, () => {
    const { id, name } = table.columnNames[column++] ?? { id: column, name: "" };
    const written = encodeCellText(name).replace(/[\n\t]/g, (sign) => (sign === "\n" ? "_x000a_" : "_x0009_"));
    return `<tableColumn id="${id}" name="${written}"`;
  });
  const styled = table.style ? named : named.replace(/<tableStyleInfo [^>]*\/>/, "");
  return table.hasHeaders ? styled : styled.replace(/<table /, '<table headerRowCount="0" ');
}

/** Whether the ids of a table's columns can stand in the file itself: whole numbers from 1, each once. */
export function hasPlainColumnIds({ columnNames }: TableSnapshot): boolean {
  const ids = new Set(columnNames.map(({ id }) => id));
  return ids.size === columnNames.length && [...ids].every((id) => Number.isInteger(id) && id > 0 && id <= 0xffffffff);
}
