import { parseArgs } from "node:util";
import { serialOfIso } from "../../../engine/index";

/** What the command line asks for. */
export interface Options {
  readonly file: string;
  readonly sheet: string | null;
  readonly range: string | null;
  /** A preset's id or name, or a .json file; null: what was applied before, else the first built-in. */
  readonly preset: string | null;
  /** ISO day. */
  readonly asOf: string;
  /** Field → headers. */
  readonly mapping: ReadonlyMap<string, readonly string[]>;
  readonly out: string | null;
  /** Sheets to write into the workbook beside the tiers. */
  readonly summary: boolean;
  readonly dossiers: boolean;
  /** Tiers whose accounts become a sheet, as they were named. */
  readonly lists: readonly string[];
  /** Tiers whose accounts become a .csv file. */
  readonly csv: readonly { readonly tier: string; readonly file: string }[];
  readonly json: boolean;
  /** Records the result as the review of its day. */
  readonly record: boolean;
}

/** A command that cannot be carried out; its message is the one sentence to print. */
export class UsageError extends Error {}

export const USAGE = `npm run tier -- IN.csv|IN.xlsx [options]

Tiers the accounts of a file with the add-in itself, without Excel. IN is never changed.

  --sheet S                   the sheet with the accounts (default: where they were tiered before, else the one in front)
  --range A1:H501             the cells with the accounts, header first (default: its table, or all of it)
  --preset PRESET|FILE.json   a preset by its id or name, or from a file (default: the one applied before, else
                              revenue-share)
  --as-of 2026-01-31          the day of the run (default: today)
  --map FIELD=HEADER[,HEADER] the columns that a field reads; may be given several times. A comma inside a header is
                              written \\, and FIELD= alone reads no column
  --out OUT.xlsx              write the workbook with its tiers to this file (default: only show them)
  --summary                   write the sheet Tier Summary into OUT.xlsx
  --dossiers                  write the sheet Account dossiers into OUT.xlsx
  --list TIER                 write a sheet with the accounts of a tier into OUT.xlsx, best first; a tier by its label,
                              name or id; may be given several times
  --csv TIER=FILE.csv         write the accounts of a tier to a .csv file, best first; may be given several times
  --record                    record the tiers as the review of their day, in the sheet Tier History of OUT.xlsx
  --json                      print the result as JSON; what else there is to say goes to the error output
  --help                      print this`;

/** Reads the arguments; `today` is the ISO day of a run that names none. Throws a `UsageError` for what is not understood. */
export function readOptions(args: readonly string[], today: string): Options | "help" {
  const { values, positionals } = parse(args);
  if (values.help === true) return "help";
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageError(`No file was named; ${HINT}`);
  if (others.length > 0) {
    throw new UsageError(
      `One file at a time: ${others.join(", ")} came behind ${file}. Options follow after npm run tier -- .`,
    );
  }
  const asOf = values["as-of"] ?? today;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(serialOfIso(asOf))) {
    throw new UsageError(`--as-of ${asOf}: this is not a day such as 2026-01-31.`);
  }
  const out = values.out ?? null;
  if (out !== null && !/\.xlsx$/i.test(out)) throw new UsageError(`--out ${out}: only .xlsx files are written.`);
  const wantsSheet = [
    ...(values.summary ? ["--summary"] : []),
    ...(values.dossiers ? ["--dossiers"] : []),
    ...(values.list ? ["--list"] : []),
  ];
  if (out === null && values.record === true) throw new UsageError("--record needs --out OUT.xlsx to write to.");
  if (out === null && wantsSheet[0] !== undefined) {
    throw new UsageError(`${wantsSheet[0]} writes a sheet: say into which file with --out OUT.xlsx.`);
  }
  const mapping = new Map<string, readonly string[]>();
  for (const [field, headers] of (values.map ?? []).map(readMapping)) {
    mapping.set(field, [...(mapping.get(field) ?? []), ...headers]);
  }
  return {
    file,
    sheet: values.sheet ?? null,
    range: values.range ?? null,
    preset: values.preset ?? null,
    asOf,
    mapping,
    out,
    summary: values.summary ?? false,
    dossiers: values.dossiers ?? false,
    lists: values.list ?? [],
    csv: (values.csv ?? []).map(readCsvOption),
    json: values.json ?? false,
    record: values.record ?? false,
  };
}

const HINT = "npm run tier -- --help lists what there is.";

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
        summary: { type: "boolean" },
        dossiers: { type: "boolean" },
        list: { type: "string", multiple: true },
        csv: { type: "string", multiple: true },
        json: { type: "boolean" },
        record: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    // Node says what is wrong in its first sentence and how to get round it in the others.
    const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(/\.? To specify|\n/);
    throw new UsageError(`${sentence.replace(/\.$/, "")}; ${HINT}`);
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

/** `Tier 1=first.csv`; the file is what follows the last `=`. */
function readCsvOption(text: string): { tier: string; file: string } {
  const equals = text.lastIndexOf("=");
  const [tier, file] = [text.slice(0, equals), text.slice(equals + 1)];
  if (equals < 1 || !/\.csv$/i.test(file)) {
    throw new UsageError(`--csv ${text}: write TIER=FILE.csv, such as "Tier 1=first.csv".`);
  }
  return { tier, file };
}
