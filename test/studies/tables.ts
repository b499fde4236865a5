import { existsSync, readFileSync } from "node:fs";
import { parseCsv } from "hucre/csv";
import { format } from "prettier";
import { readTable, run, type CellValue, type Preset, type Run, type RunOptions } from "../../engine/index";

/** The real tables, which are not part of the project. */
export const shared = new URL("../../../shared/data/", import.meta.url);
export const areThere = existsSync(shared);

export type Row = Readonly<Record<string, string>>;

/** The rows of a CSV file by their headers. */
export function rowsOf(file: string): Row[] {
  const [header = [], ...rows] = parseCsv(readFileSync(new URL(file, shared), "utf8").trim());
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, String(row[i] ?? "")])));
}

/** A preset on cells; whatever cannot be read is an error here. */
export function tiering(cells: CellValue[][], preset: Preset, options: RunOptions): Run {
  const read = readTable(cells, preset);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return run(read.table, preset, options);
}

/** Label of each account, by name. */
export function labelsOf({ tier, accounts }: Run, of = tier): Map<string, string> {
  const labels = new Map<string, string>();
  of.codes.forEach((code, row) => {
    const account = accounts.accountOf ? (accounts.accountOf[row] ?? -1) : row;
    if (account >= 0) labels.set(accounts.table.accounts.nameAt(account), of.labels[code] ?? "");
  });
  return labels;
}

/** Sums and accounts by label, in the order in which the labels stand on the ladder; empty ones outside of it are left out. */
export function byLabel(
  labels: ReadonlyMap<string, string>,
  order: readonly string[],
  values: ReadonlyMap<string, number>,
) {
  return order.flatMap((label) => {
    const names = [...labels].filter(([, each]) => each === label).map(([name]) => name);
    const sum = names.reduce((total, name) => total + (values.get(name) ?? 0), 0);
    return { label, names, sum };
  });
}

export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

export function percent(value: number | null, digits = 1): string {
  return value === null ? "" : `${number(value * 100, digits)} %`;
}

/** A table of Markdown. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Paragraphs and tables as a page. */
export function page(...parts: readonly string[]): Promise<string> {
  return format(parts.join("\n\n"), { parser: "markdown", printWidth: 120 });
}
