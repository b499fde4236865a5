import {
  accountKey,
  distancesOf,
  explain,
  freeze,
  isoOf,
  readTable,
  run,
  serialOfIso,
  type CellValue,
  type Distance,
  type Override,
  type Preset,
  type Review,
  type Run,
  type Standing,
  type TableOptions,
} from "../../engine/index";
import { accepted } from "../engine/samples";

/** A cell of a page's table; null is missing, in what comes out only. */
export type Shown = CellValue | null;

/** A table of a page, its headers first. Columns whose header begins with an arrow are what comes out. */
export interface Worked {
  /** A whole document. */
  readonly preset: unknown;
  readonly table: readonly (readonly Shown[])[];
  /** Whether the rows are those of a sheet, its titles and its header among them, and the headers only name the columns. */
  readonly isSheet?: boolean;
  readonly asOf?: string;
  readonly overrides?: readonly Override[];
  /** Reviews, by day and account, beside the one of the column "Tier last time". */
  readonly history?: Readonly<Record<string, Readonly<Record<string, Standing>>>>;
  readonly options?: TableOptions;
  /** What headers behind an arrow stand for, where they do not say it themselves. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The columns that have other numbers when the frozen preset is used, and the columns that hold those. */
  readonly next?: Readonly<Record<string, string>>;
}

export const AS_OF = "2026-01-31";
/** The day of the review that "Tier last time" is of. */
export const REVIEWED = "2025-10-31";

const ARROW = "→ ";

/** Whether a column with this header comes out. */
export function isOutcome(header: string): boolean {
  return header.startsWith(ARROW);
}

/** Columns that are neither read by the preset nor come out of it. */
const LAST_TIER = "Tier last time";
const FAILED = "Failed so far";
const OVERRIDE = "Override";
const BESIDE = new Set([LAST_TIER, FAILED, OVERRIDE, "Row"]);

/** What differs between a page and the engine, one line for each cell; and the codes of what the run reports, each once. */
export function workedOut(worked: Worked): { readonly differences: readonly string[]; readonly reported: string[] } {
  const [headers = [], ...rows] = worked.table;
  const names = headers.map(String);
  const preset = accepted(worked.preset);
  const result = runOf(preset, worked, names, rows);
  const outcome = outcomes(worked, result, names, rows);
  const differences = names.flatMap((name, column) => {
    if (!isOutcome(name)) return [];
    const shown = name.slice(ARROW.length);
    const actual = outcome(worked.columns?.[shown] ?? shown.toLowerCase());
    return rows.flatMap((row, i) => {
      const [expected = "", got = null] = [row[column], actual[i]];
      return isShown(expected, got) ? [] : [`row ${i + 1}, ${shown}: shown ${said(expected)}, is ${said(got)}`];
    });
  });
  return { differences, reported: [...new Set(result.issues.map(({ code }) => code))] };
}

/** The headers that a preset reads, of those in a table. */
export function inputHeaders(headers: readonly Shown[]): string[] {
  return headers.map(String).filter((name) => !isOutcome(name) && !BESIDE.has(name));
}

function runOf(
  preset: Preset,
  { asOf = AS_OF, options, overrides = [], history = {}, isSheet = false }: Worked,
  names: readonly string[],
  rows: Worked["table"],
  renamed: Readonly<Record<string, string>> = {},
): Run {
  const inputs = inputHeaders(names);
  const columns = inputs.map((name) => names.indexOf(renamed[name] ?? name));
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ""));
  const read = readTable(isSheet ? cells : [inputs, ...cells], preset, options);
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.issues)}`);
  const beside = (header: string) => {
    const column = names.indexOf(header);
    return rows.flatMap((row): [string, string][] => {
      const text = String(row[column] ?? "");
      return text === "" ? [] : [[String(row[columns[0] ?? 0] ?? ""), text]];
    });
  };
  return run(read.table, preset, {
    asOf,
    overrides: [
      ...overrides,
      ...beside(OVERRIDE).flatMap(([account, texts]) =>
        texts.split("; ").map((text) => overrideOf(account, text, preset)),
      ),
    ],
    history: [
      ...Object.entries(history).map(([date, entries]) => ({
        preset: preset.id,
        date,
        entries: new Map(Object.entries(entries)),
      })),
      review(preset, beside(LAST_TIER), new Map(beside(FAILED))),
    ],
  });
}

function review(preset: Preset, tiers: readonly [string, string][], failed: ReadonlyMap<string, string>): Review {
  const entries = tiers.map(([account, label]): [string, Standing] => {
    const tier = tierId(label, preset);
    return [
      accountKey(account),
      { ladderTier: tier, finalTier: tier, segment: null, failures: Number(failed.get(account) ?? 0) },
    ];
  });
  return { preset: preset.id, date: REVIEWED, entries: new Map(entries) };
}

const KINDS = { exactly: "exact", "at least": "floor", "at most": "ceiling" } as const;

/** "exactly Tier 1 until 2026-03-31", "at least Tier 2", "at most Tier 2", "excluded". */
function overrideOf(account: string, text: string, preset: Preset): Override {
  const [, how = "", label = "", until] =
    /^(exactly|at least|at most|excluded)(?: (.+?))?(?: until (.+))?$/.exec(text) ?? [];
  const day = until === undefined ? {} : { until };
  if (how === "excluded") return { account, kind: "exclude", ...day };
  const kind = KINDS[how as keyof typeof KINDS];
  if (kind === undefined) throw new Error(`no override: ${text}`);
  return { account, kind, tier: tierId(label, preset), ...day };
}

/** A tier that the preset does not have stays as it is written. */
function tierId(label: string, preset: Preset): string {
  return preset.tiers.rungs.find((rung) => rung.label === label)?.id ?? label;
}

/** The values of a column that comes out, by its name. */
function outcomes(worked: Worked, result: Run, names: readonly string[], rows: Worked["table"]) {
  const { preset } = result;
  const rowsOf = (classes: Run["tier"] | null): Shown[] =>
    classes ? [...classes.codes].map((code) => classes.labels[code] ?? "") : [];
  const next = (frozen: boolean): Shown[] => {
    const kept = freeze(result);
    if (!kept.ok) throw new Error(`not frozen: ${JSON.stringify(kept.issues)}`);
    return rowsOf(runOf(frozen ? kept.preset : preset, worked, names, rows, worked.next).tier);
  };
  const above = Array<Shown>(worked.isSheet ? result.firstRow : 0).fill(""); // titles and the header itself
  return (name: string): Shown[] => {
    const flag = result.flags.find(({ label }) => label.toLowerCase() === name.toLowerCase());
    if (flag) return [...flag.mask].map((has) => (has === 1 ? "yes" : "no"));
    switch (name) {
      case "tier":
        return [...above, ...rowsOf(result.tier)];
      case "segment":
        return [...above, ...rowsOf(result.segment)];
      case "computed tier":
        return rowsOf(result.computedTier);
      case "failed":
        return byRow(result, (account) => result.decision.steadied.failures[account] ?? null);
      case "up":
        return lengths(distancesOf(result).up);
      case "up by":
        return measures(distancesOf(result).up);
      case "down":
        return lengths(distancesOf(result).down);
      case "down by":
        return measures(distancesOf(result).down);
      case "steps":
        return stepsOf(result);
      case "next tier":
        return next(false);
      case "next tier, frozen":
        return next(true);
      default:
        return columnOf(result, name);
    }
  };
}

function columnOf(result: Run, id: string): Shown[] {
  const column = result.facts.column(id);
  const isDate = result.preset.fields.get(id)?.type === "date";
  return byRow(result, (account) => {
    if (column.type === "text") return column.words[column.codes[account] ?? -1] ?? null;
    const value = column.values[account] ?? NaN;
    return Number.isNaN(value) ? null : isDate ? isoOf(value) : value;
  });
}

function byRow({ accounts, size }: Run, valueOf: (account: number) => Shown): Shown[] {
  return Array.from({ length: size }, (_, row) => {
    const account = accounts.accountOf ? (accounts.accountOf[row] ?? -1) : row;
    return account < 0 ? null : valueOf(account);
  });
}

function lengths({ values }: Distance): Shown[] {
  return [...values].map((value) => (Number.isNaN(value) ? null : value));
}

function measures({ by, measures }: Distance): Shown[] {
  return [...by].map((position) => measures[position] ?? null);
}

/** The stages that touched each row, and what they did. */
function stepsOf(result: Run): Shown[] {
  return Array.from({ length: result.size }, (_, row) => {
    const explanation = explain(result, row + result.firstRow);
    const found = explanation.kind === "account" || explanation.kind === "excluded" ? explanation.steps : [];
    const words = found.map((step) => [step.stage, "kind" in step ? step.kind : ""].join(" ").trim());
    return words.length === 0 ? null : words.join(", ");
  });
}

/** A cell of the sheet as a page writes it: numbers with thousands signs, ISO days, text in quotes where it looks like a number. */
export function cellOf(text: string): CellValue {
  const quoted = /^"(.*)"$/.exec(text);
  if (quoted) return quoted[1] ?? "";
  if (/^-?[\d,]+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? serialOfIso(text) : text;
}

/** Whether a page shows a value: a number to as many decimals as are shown, "missing" for none. */
function isShown(shown: Shown, actual: Shown): boolean {
  if (shown === null || shown === "missing") return actual === null;
  const number = /^(-?[\d,]*\.?(\d*))( ?%)?$/.exec(String(shown));
  if (typeof actual === "number" && number?.[1]) {
    const [, digits, decimals = "", percent] = number;
    const half = 0.5 * 10 ** -decimals.length + 1e-9;
    return Math.abs(Number(digits.replaceAll(",", "")) - actual * (percent ? 100 : 1)) <= half;
  }
  return String(shown) === String(actual ?? "");
}

function said(value: Shown): string {
  return value === null ? "missing" : JSON.stringify(value);
}
