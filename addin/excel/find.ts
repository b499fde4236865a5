import type { HeaderSearch } from "./headerOf";
import { placeOfRange, placeOfSelection, sourceFromPlace, type Meant, type Place } from "./place";
import { Refusal } from "./problem";
import { askNamedRanges, placeNow, recordAt, recordsIn, sourceName, sourceOfRecord, type SourceRecord } from "./record";
import { askSettings } from "./settings";
import type { Source } from "./source";

/** Which accounts: what is selected, those found before, cells of a sheet, or what was tiered before. */
export type Where =
  | { readonly by: "selection" }
  | { readonly by: "source"; readonly source: Source }
  | { readonly by: "range"; readonly sheet: string; readonly address: string }
  | { readonly by: "record"; readonly id: string };

/** Accounts, and what was applied to them before. */
export interface Found {
  readonly source: Source;
  readonly record: SourceRecord | null;
  /** How a selection was understood; null or absent where it was none. */
  readonly meant?: Meant | null;
  /**
   * Whether the workbook has changes that are not saved. Where it had none before and has some now, something has changed,
   * be it a formula that was calculated anew; otherwise it tells nothing.
   */
  readonly isDirty?: boolean;
}

/**
 * The accounts that a place means, and what was applied to them before. Where nothing was, a header below titles is found
 * by the preset that is `search`ed for; without one it is the first row.
 */
export async function found(context: Excel.RequestContext, where: Where, search?: HeaderSearch): Promise<Found> {
  const { workbook } = context;
  workbook.load("isDirty");
  if (where.by === "record") {
    const { source, record } = await recorded(context, where.id);
    return { source, record, meant: null, isDirty: workbook.isDirty };
  }
  const settings = askSettings(context);
  if (where.by === "source") await context.sync(); // a table is found again without a request of its own
  const place = await placeOf(context, where);
  return { ...(await accountsAt(context, place, recordsIn(settings()), search)), isDirty: workbook.isDirty };
}

/** What was tiered before is taken whole, also where only a part of it is meant now. */
export async function accountsAt(
  context: Excel.RequestContext,
  place: Place,
  records: readonly SourceRecord[],
  search?: HeaderSearch,
): Promise<Found> {
  const record = await recordAt(context, place, records);
  const source = record ? await sourceOfRecord(context, record) : await sourceFromPlace(context, place, search);
  return { source, record, meant: place.meant ?? null };
}

/** The accounts of a record, and the settings that it was read from. */
export async function recorded(context: Excel.RequestContext, id: string) {
  const asked = askSettings(context);
  const named = askNamedRanges(context, [sourceName(id)]); // of a plain range
  await context.sync();
  const settings = asked();
  const record = recordsIn(settings).find((each) => each.id === id);
  if (!record) throw new Refusal("source-never-tiered");
  return { settings, record, source: await sourceOfRecord(context, record, named()) };
}

function placeOf(context: Excel.RequestContext, where: Exclude<Where, { by: "record" }>): Promise<Place> {
  switch (where.by) {
    case "selection":
      return placeOfSelection(context);
    case "source":
      return placeNow(context, where.source);
    case "range":
      return placeOfCells(context, where.sheet, where.address);
  }
}

async function placeOfCells(context: Excel.RequestContext, sheet: string, address: string): Promise<Place> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
  worksheet.load("id");
  await context.sync();
  if (worksheet.isNullObject) throw new Refusal("sheet-unknown", { sheet });
  return placeOfRange(context, worksheet.getRange(address).untrack());
}
