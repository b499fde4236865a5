import { expect } from "vitest";
import {
  bindFields,
  BUILT_IN,
  run,
  type CellValue,
  type Preset,
  type Run,
  type TableOptions,
} from "../../../engine/index";
import { AS_OF, issueCodes, tableOf, tiersOf, type Cells } from "../samples";

/** One of the presets that come with the engine. */
export function builtIn(id: string): Preset {
  const preset = BUILT_IN.get(id);
  if (!preset) throw new Error(`no built-in ${id}`);
  return preset;
}

export interface Running extends TableOptions {
  readonly asOf?: string;
}

/** Runs a built-in on cells, as they are or as the analyst maps them. */
export function runOn(preset: Preset, cells: Cells, { asOf = AS_OF, ...options }: Running = {}): Run {
  return run(tableOf(cells, preset, options), preset, { asOf });
}

/** Segment and tier of each row, as the sheet shows them; the tier alone where the preset has no segments. */
export function shown(result: Run): string[] {
  const tiers = tiersOf(result);
  const { segment } = result;
  if (!segment) return tiers;
  return tiers.map((tier, row) => `${segment.labels[segment.codes[row] ?? -1] ?? ""} · ${tier}`);
}

/** How many rows show each label of the ladder, in its order. */
export function counts(result: Run, of: "segment" | "tier"): Record<string, number> {
  const classes = result[of];
  if (!classes) throw new Error(`no ${of}`);
  const found = new Map(classes.labels.map((label) => [label, 0]));
  for (const code of classes.codes) {
    const label = classes.labels[code] ?? "";
    found.set(label, (found.get(label) ?? 0) + 1);
  }
  return Object.fromEntries([...found].filter(([, count]) => count > 0));
}

/** Names of the accounts that have a flag. */
export function flagged(result: Run, id: string): string[] {
  const flag = result.flags.find((each) => each.id === id);
  if (!flag) throw new Error(`no flag ${id}`);
  return [...flag.mask].flatMap((holds, row) => (holds === 1 ? [result.table.accounts.nameAt(row)] : []));
}

/** The header that each field finds among those of an export; a field that finds none is not there. */
export function boundTo(preset: Preset, headers: readonly string[]): Record<string, string> {
  const { columns, issues } = bindFields(headers, preset.fields);
  expect(issues).toEqual([]);
  const found = [...columns].filter(([, positions]) => positions.length > 0);
  return Object.fromEntries(found.map(([id, positions]) => [id, positions.map((at) => headers[at]).join(" + ")]));
}

/** What a run says that needs a look, apart from notes. */
export function warnings(result: Run): string[] {
  return issueCodes({ issues: result.issues.filter(({ severity }) => severity !== "info") });
}

/** Rows of a table from objects; a column that a row does not name is blank there. */
export function rowsOf(rows: readonly Readonly<Record<string, CellValue | undefined>>[]): CellValue[][] {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ""))];
}
