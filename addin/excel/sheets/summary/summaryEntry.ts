import * as z from "zod";

const typedGrid = z.array(z.array(z.union([z.string(), z.number(), z.boolean()])));

/** Cells of ours on the sheet `Tier Summary`, as they are typed; null where there are none. */
export const summaryState = z.strictObject({
  title: typedGrid.nullable(),
  /** In the order of `SUMMARY_COLUMNS`, header first. */
  summary: typedGrid.nullable(),
  movement: typedGrid.nullable(),
});
export type SummaryState = z.output<typeof summaryState>;

/** A part that was laid out where nothing of ours stood: known by its cells until it has its name. */
const madePart = z.strictObject({
  /** Name of the table, or that of the title. */
  name: z.string(),
  /** Id of the sheet; null for the one that was added. */
  sheet: z.string().nullable(),
  row: z.number(),
  column: z.number(),
  cells: typedGrid,
});
export type MadePart = z.output<typeof madePart>;

/** What a written summary has changed, noted down before its first cell. */
export const summaryEntry = z.strictObject({
  format: z.literal(1),
  kind: z.literal("sheet-content"),
  runId: z.string(),
  /** What stood there; null where there was no such sheet. */
  old: summaryState.nullable(),
  made: z.array(madePart),
});
export type SummaryEntry = z.output<typeof summaryEntry>;
