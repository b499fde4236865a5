import { z } from "zod";
import type { TableSnapshot, WorkbookSnapshot } from "../host/snapshot";
import type { CarriedFormatId } from "./formatIds";
import { carryFormatId, plainFormatId } from "./formatIds";
import { hasPlainColumnIds } from "./tables";

/** What the carrier sheet holds, opened. */
export interface Carried {
  settings: Record<string, unknown>;
  formatIds: CarriedFormatId[];
  tableIds: z.infer<typeof tableIds>;
  /** Names of the sheets and tables whose filter hides something; its criteria are lost. */
  filtered: z.infer<typeof filtered>;
  /** Names of the values that could not be read. */
  damaged: string[];
}

const formatIds = z.array(z.object({ sheet: z.string(), id: z.string(), rule: z.string(), place: z.string() }));
const tableIds = z.array(z.object({ table: z.string(), id: z.string(), columns: z.array(z.number()).optional() }));
const filtered = z.object({ sheets: z.array(z.string()), tables: z.array(z.string()) });

const SETTING = "setting:";

/** Everything of a snapshot that goes into the carrier sheet, by key; empty when the file can hold it all. */
export function valuesToCarry(snapshot: WorkbookSnapshot): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [key, value] of Object.entries(snapshot.settings)) values.set(SETTING + key, value);

  const formats = snapshot.sheets.flatMap((sheet, at) =>
    sheet.conditionalFormats.some(({ id }, i) => id !== plainFormatId(at, i))
      ? sheet.conditionalFormats.map((format) => carryFormatId(sheet.name, format))
      : [],
  );
  if (formats.length > 0) values.set("formatIds", formats);

  const tables = snapshot.sheets.flatMap((sheet) => sheet.tables);
  const ids = tables.flatMap((table, i) => {
    const columns = hasPlainColumnIds(table) ? undefined : table.columnNames.map(({ id }) => id);
    if (table.id === plainTableId(i) && !columns) return [];
    return [{ table: table.name, id: table.id, ...(columns && { columns }) }];
  });
  if (ids.length > 0) values.set("tableIds", ids);

  const filteredSheets = snapshot.sheets.filter(({ filter }) => filter?.isDataFiltered).map(({ name }) => name);
  const filteredTables = tables.filter(({ isDataFiltered }) => isDataFiltered).map(({ name }) => name);
  if (filteredSheets.length + filteredTables.length > 0) {
    values.set("filtered", { sheets: filteredSheets, tables: filteredTables });
  }
  return values;
}

/** The id that a table gets when the file says none: its number among all tables. */
export function plainTableId(index: number): string {
  return `${index + 1}`;
}

export function openCarried(values: ReadonlyMap<string, unknown>, damaged: readonly string[]): Carried {
  const settings = [...values].filter(([key]) => key.startsWith(SETTING));
  const unread: string[] = [];
  const list = <T>(key: string, schema: z.ZodType<T>, none: T): T => {
    if (!values.has(key)) return none;
    const result = schema.safeParse(values.get(key));
    if (!result.success) unread.push(key);
    return result.success ? result.data : none;
  };
  return {
    settings: Object.fromEntries(settings.map(([key, value]) => [key.slice(SETTING.length), value])),
    formatIds: list("formatIds", formatIds, []),
    tableIds: list("tableIds", tableIds, []),
    filtered: list("filtered", filtered, { sheets: [], tables: [] }),
    damaged: [...damaged, ...unread].map((key) => (key.startsWith(SETTING) ? key.slice(SETTING.length) : key)),
  };
}

/** Gives a table back the ids it had, unless its columns changed in number since. */
export function withCarriedIds(table: TableSnapshot, { tableIds: ids, filtered: hidden }: Carried): TableSnapshot {
  const kept = ids.find((entry) => entry.table === table.name);
  const columns = kept?.columns?.length === table.columnNames.length ? kept.columns : undefined;
  return {
    ...table,
    id: kept?.id ?? table.id,
    columnNames: table.columnNames.map(({ id, name }, i) => ({ id: columns?.[i] ?? id, name })),
    isDataFiltered: table.isDataFiltered || hidden.tables.includes(table.name),
  };
}
