/**
 * Ten years of reviews: `npm run bench:history [-- accounts]`.
 *
 * A list in which 5 % of the accounts change tier in each quarter, the same ones in every run. (a) the history as the engine
 * keeps it: a review says who has changed; (b) its peer: every review says everybody. The same functions read and write both;
 * `how all stand` and `paths` read the whole history, `record` adds the next review, `read` makes entries of rows of text.
 * Sizes are those of the entries: as tab-separated rows and as JSON. Times are medians.
 */
import { parsePreset, pathsOf, readTable, recordReview, run, serialOfIso } from "../../engine/index";
import type { CellValue, Preset, Recorded, RecordedReview, Run } from "../../engine/index";
import { standingsBefore } from "../../engine/review/history";

const MOST = Number(process.argv[2] ?? 100_000);
const SIZES = [MOST / 4, MOST / 2, MOST].map(Math.round);
const LENGTHS = [10, 20, 40];
const CHANGING = 0.05;
const ROUNDS = 5;
const LATER = serialOfIso("2099-12-31");

const TIERS = ["1", "2", "3"];
const parsed = parsePreset({
  ...{ format: 1, id: "bench", name: "Bench" },
  fields: {
    account: { type: "text", headers: ["Account"] },
    level: { type: "text", headers: ["Level"] },
    value: { type: "number", headers: ["Value"] },
  },
  measures: [{ id: "score", type: "sum", of: ["value"] }],
  segments: {
    rungs: [
      { id: "large", label: "Large", when: { measure: "value", ">=": 50_000 } },
      { id: "small", label: "Small" },
    ],
  },
  tiers: {
    rungs: [
      ...["1", "2"].map((level) => ({
        id: `t${level}`,
        label: `Tier ${level}`,
        when: { measure: "level", is: [level] },
      })),
      { id: "t3", label: "Tier 3" },
    ],
  },
  steadiness: { band: 0.1 },
  flags: [{ id: "mqa", label: "Qualified", when: { measure: "value", ">=": 90_000 } }],
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const preset: Preset = parsed.preset;

/** Numbers from 0 to 1 that are the same in every run. (Park and Miller's generator.) */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function dayOf(quarter: number): string {
  return `${2016 + Math.floor(quarter / 4)}-${["03-31", "06-30", "09-30", "12-31"][quarter % 4] ?? ""}`;
}

/** Gives the list of each quarter, one after the other; the first `CHANGING` of the shuffled accounts have another tier than before. */
function* lists(accounts: number): Generator<CellValue[][]> {
  const random = seeded(20_260_131);
  const order = Int32Array.from({ length: accounts }, (_, i) => i);
  const rows = Array.from(order, (i): CellValue[] => [
    `Account ${i} Ltd`,
    TIERS[i % 3] ?? "",
    Math.round(100_000 * random()),
  ]);
  for (;;) {
    yield [["Account", "Level", "Value"], ...rows];
    for (let i = 0; i < Math.round(CHANGING * accounts); i++) {
      const at = i + Math.floor(random() * (accounts - i));
      const [one = 0, other = 0] = [order[at], order[i]];
      [order[i], order[at]] = [one, other];
      const row = rows[one] ?? [];
      row[1] = TIERS[Number(row[1]) % 3] ?? "";
    }
  }
}

function runOf(cells: CellValue[][], asOf: string, history: readonly RecordedReview[]): Run {
  const read = readTable(cells, preset);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return run(read.table, preset, { asOf, history });
}

type Entries = RecordedReview["entries"];

function rowOf(date: string, key: string, entry: Recorded | null): string {
  if (!entry) return `${date}\t${key}`;
  const { ladderTier, reachedTier, isHeld, finalTier, segment, failures, value, score, flags } = entry;
  const words = [ladderTier, reachedTier, isHeld ? 1 : "", finalTier, segment, failures || "", value, score];
  return [date, key, ...words.map((word) => word ?? ""), flags.join(" ")].join("\t");
}

function rowsOf({ date, entries }: RecordedReview): string {
  return Array.from(entries, ([key, entry]) => rowOf(date, key, entry)).join("\n");
}

function entriesOf(rows: string): Entries {
  const entries = new Map<string, Recorded | null>();
  if (rows === "") return entries;
  for (const row of rows.split("\n")) {
    const [, key = "", ladderTier = "", reachedTier = "", isHeld, finalTier = "", segment = "", failures, value = "", score = "", flags = ""] = row.split("\t"); // prettier-ignore
    const number = (text: string) => (text === "" ? null : Number(text));
    entries.set(key, finalTier === "" ? null : { ladderTier, reachedTier, isHeld: isHeld === "1", finalTier, segment, failures: Number(failures), value: number(value), score: number(score), flags: flags === "" ? [] : flags.split(" ") }); // prettier-ignore
  }
  return entries;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

interface Measured {
  readonly entries: number;
  readonly rows: number;
  readonly json: number;
  readonly standings: number;
  readonly paths: number;
  readonly record: number;
  readonly read: number;
}

/** One history, and the run that comes after it. */
function measure(history: readonly RecordedReview[], next: Run): Measured {
  const time = (job: () => unknown) => {
    globalThis.gc?.();
    const from = performance.now();
    job();
    return performance.now() - from;
  };
  const often = (job: () => unknown) => median(Array.from({ length: ROUNDS }, () => time(job)));
  const size = { entries: 0, rows: 0, json: 0, read: 0 };
  for (const review of history) {
    const rows = rowsOf(review); // one review at a time: all in full are more text than memory should hold
    size.entries += review.entries.size;
    size.rows += Buffer.byteLength(rows);
    size.json += Buffer.byteLength(JSON.stringify([...review.entries]));
    size.read += time(() => entriesOf(rows));
  }
  return {
    ...size,
    standings: often(() => standingsBefore(history, preset.id, LATER)),
    paths: often(() => pathsOf(history, preset)),
    record: often(() => recordReview(history, next)),
  };
}

const HEADERS = [
  "accounts",
  "quarters",
  "",
  "entries",
  "MB rows",
  "MB JSON",
  "how all stand",
  "paths",
  "record",
  "read",
];
const WIDTHS = [8, 8, 3, 9, 7, 7, 13, 8, 8, 8];

function show(cells: readonly (string | number)[]): void {
  console.log(
    cells
      .map((cell, i) => (typeof cell === "number" ? cell.toLocaleString("en") : cell).padStart(WIDTHS[i] ?? 0))
      .join("  "),
  );
}

function showMeasured(accounts: number, quarters: number, name: string, measured: Measured): void {
  const { entries, rows, json, ...times } = measured;
  const megabytes = [rows, json].map((bytes) => (bytes / 1e6).toFixed(1));
  const { standings, paths, record, read } = times;
  show([
    accounts,
    quarters,
    name,
    entries,
    ...megabytes,
    ...[standings, paths, record, read].map((ms) => `${ms.toFixed(0)} ms`),
  ]);
}

function main(): void {
  console.log(`${CHANGING * 100} % of the accounts change each quarter; medians of ${ROUNDS}, but for read`);
  show(HEADERS);
  for (const accounts of SIZES) {
    const quarterly = lists(accounts);
    let kept: RecordedReview[] = [];
    const full: RecordedReview[] = [];
    for (let quarter = 0; quarter <= Math.max(...LENGTHS); quarter++) {
      const next = runOf(quarterly.next().value as CellValue[][], dayOf(quarter), kept);
      if (LENGTHS.includes(quarter)) {
        const [changes, everybody] = [measure(kept, next), measure(full, next)];
        showMeasured(accounts, quarter, "(a)", changes);
        showMeasured(accounts, quarter, "(b)", everybody);
      }
      kept = recordReview(kept, next);
      full.push({ ...(kept.at(-1) ?? { preset: preset.id, date: dayOf(quarter), tiers: [], segments: [], cuts: null }), entries: standingsBefore(kept, preset.id, LATER) }); // prettier-ignore
    }
  }
  console.log(`${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most in memory`);
  if (!globalThis.gc) console.log("Run with --expose-gc: without it garbage of one job is collected in another.");
}

main();
