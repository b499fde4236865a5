import { readdirSync, readFileSync } from "node:fs";
import { serialOfIso, type Override, type TableOptions } from "../../../engine/index";
import { inputHeaders, type Shown, type Worked } from "../worked";

/** An example of the reference: a part of a preset, a table, what comes out. */
export interface Example {
  /** What it shows, in a sentence or two. */
  readonly says: string;
  /** The part; `framed` adds the rest. */
  readonly preset: Readonly<Record<string, unknown>>;
  /** Types of the columns that hold no text. */
  readonly types?: Readonly<Record<string, string>>;
  readonly table?: Worked["table"];
  readonly isSheet?: boolean;
  readonly asOf?: string;
  readonly overrides?: readonly Override[];
  readonly history?: Worked["history"];
  readonly options?: Omit<TableOptions, "chosen"> & { readonly chosen?: Readonly<Record<string, readonly string[]>> };
  readonly next?: Worked["next"];
  /** Codes of what the run reports; none where absent. */
  readonly reported?: readonly string[];
  /** Conditions of the tiers in the frozen preset. */
  readonly frozen?: readonly unknown[];
  /** Parts that are refused, in place of the example's, with the code and the place. */
  readonly refused?: readonly { readonly preset: Example["preset"]; readonly code: string; readonly at: string }[];
}

const FOLDER = new URL("../../../docs/reference/examples/", import.meta.url);

/** Every file of examples, by its path below their folder: `measures/change`. */
export function readExamples(): ReadonlyMap<string, readonly Example[]> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  return new Map(
    files.sort().map((name) => {
      const text = readFileSync(new URL(name, FOLDER), "utf8");
      return [name.replaceAll("\\", "/").replace(/\.json$/, ""), JSON.parse(text) as readonly Example[]];
    }),
  );
}

/** A whole document with a part of an example in it. Its fields are the columns of the table, unless the part names them. */
export function framed({ types = {}, table = [] }: Example, part: Example["preset"]): Record<string, unknown> {
  const columns = new Set(["account", ...inputHeaders(table[0] ?? []), ...Object.keys(types)]);
  const field = (name: string) => [name, { type: types[name] ?? "text", headers: [name] }];
  return {
    format: 1,
    id: "example",
    name: "Example",
    fields: Object.fromEntries([...columns].map(field)),
    tiers: { rungs: [{ id: "all", label: "All" }] },
    ...part,
  };
}

/** The table of an example, with days as a sheet holds them. */
export function worked(example: Example): Worked {
  const { table = [], types = {}, options: { chosen = {}, ...options } = {} } = example;
  const [headers = [], ...rows] = table;
  const isDay = headers.map((header) => types[String(header)] === "date");
  const serials = rows.map((row) =>
    row.map((cell, column): Shown => {
      const serial = isDay[column] && typeof cell === "string" ? serialOfIso(cell) : NaN;
      return Number.isNaN(serial) ? cell : serial;
    }),
  );
  const preset = framed(example, example.preset);
  return {
    ...example,
    preset,
    table: [headers, ...serials],
    options: { ...options, chosen: new Map(Object.entries(chosen)) },
  };
}
