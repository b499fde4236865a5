import { parseArgs } from "node:util";
import { serialOfIso } from "../../../engine/index";

/** What the command line asks for. */
export interface Options {
  readonly file: string;
  readonly sheet: string | null;
  readonly range: string | null;
  /** A preset's id or a .json file; null: what was applied before, else the first built-in. */
  readonly preset: string | null;
  /** ISO day. */
  readonly asOf: string;
  /** Field → headers. */
  readonly mapping: ReadonlyMap<string, readonly string[]>;
  readonly out: string | null;
  readonly json: boolean;
}

/** A command that cannot be carried out; its message is the one sentence to print. */
export class UsageError extends Error {}

export const USAGE = `npm run tier -- IN.csv|IN.xlsx [options]
  --sheet S                   the sheet with the accounts (default: the one in front)
  --range A1:H501             the cells with the accounts, header first (default: its table, or all of it)
  --preset ID|FILE.json       a preset by id, or from a file (default: the one applied before, else revenue-share)
  --as-of 2026-01-31          the day of the run (default: today)
  --map FIELD=HEADER[,HEADER] which columns a field reads; may be given several times
  --out OUT.xlsx              write the workbook with its tiers to this file (default: only show them)
  --json                      print the result as JSON`;

export function readOptions(args: readonly string[], today: string): Options {
  const { values, positionals } = parse(args);
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageError(`No file was named.\n\n${USAGE}`);
  if (others.length > 0) throw new UsageError(`One file at a time: ${others.join(", ")} came behind ${file}.`);
  const asOf = values["as-of"] ?? today;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(serialOfIso(asOf))) {
    throw new UsageError(`--as-of ${asOf}: this is not a day such as 2026-01-31.`);
  }
  const out = values.out ?? null;
  if (out !== null && !/\.xlsx$/i.test(out)) throw new UsageError(`--out ${out}: only .xlsx files are written.`);
  return {
    file,
    sheet: values.sheet ?? null,
    range: values.range ?? null,
    preset: values.preset ?? null,
    asOf,
    mapping: new Map((values.map ?? []).map(readMapping)),
    out,
    json: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        sheet: { type: "string" },
        range: { type: "string" },
        preset: { type: "string" },
        "as-of": { type: "string" },
        map: { type: "string", multiple: true },
        out: { type: "string" },
        json: { type: "boolean" },
      },
    });
  } catch (error) {
    const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new UsageError(`${sentence}\n\n${USAGE}`);
  }
}

/** `income=Licences,Services`; a comma inside a header is written `\,`. */
function readMapping(text: string): [string, string[]] {
  const equals = text.indexOf("=");
  if (equals < 1) throw new UsageError(`--map ${text}: write FIELD=HEADER, such as income=Revenue.`);
  const headers = text
    .slice(equals + 1)
    .split(/(?<!\\),/)
    .map((header) => header.replaceAll("\\,", ","))
    .filter((header) => header !== "");
  return [text.slice(0, equals), headers];
}
