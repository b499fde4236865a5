import { describe, expect, test } from "vitest";
import { pathOf, pathsOf, recordReview, run, type CellValue, type Recorded, type RecordedReview } from "../../../engine/index"; // prettier-ignore
import { standingsBefore } from "../../../engine/review/history";
import { tableOf } from "../samples";
import { tierPreset } from "./quarters";

const ACCOUNTS = 400;
/** In a hundred, each quarter. */
const CHANGING = 5;
const CHANGED = (ACCOUNTS * CHANGING) / 100;
const DAYS = Array.from({ length: 10 }, (_, year) => ["03-31", "06-30", "09-30", "12-31"].map((day) => `${2016 + year}-${day}`)).flat(); // prettier-ignore
const LATER = 60_000;

const preset = tierPreset();

/** The list as it stands in a quarter: in each, the next five in a hundred come to another tier. */
function cellsAt(quarter: number): CellValue[][] {
  const rows = Array.from({ length: ACCOUNTS }, (_, i) => {
    const rounds = Math.floor((quarter * CHANGED + ACCOUNTS - 1 - i) / ACCOUNTS);
    return [`account ${i}`, String(1 + ((i + rounds) % 3))];
  });
  return [["account", "region"], ...rows];
}

/** Ten years of reviews; of each quarter the history until then. */
const histories: RecordedReview[][] = [];
for (const [quarter, asOf] of DAYS.entries()) {
  const history = histories.at(-1) ?? [];
  histories.push(recordReview(history, run(tableOf(cellsAt(quarter), preset), preset, { asOf, history })));
}
const history = histories.at(-1) ?? [];

/** The entries of a review, which count how many of them are read. */
class Counted extends Map<string, Recorded | null> {
  read = 0;

  override *[Symbol.iterator](): MapIterator<[string, Recorded | null]> {
    for (const entry of super.entries()) {
      this.read++;
      yield entry;
    }
  }

  override entries(): MapIterator<[string, Recorded | null]> {
    return this[Symbol.iterator]();
  }

  override *keys(): MapIterator<string> {
    for (const [key] of this) yield key;
  }

  override *values(): MapIterator<Recorded | null> {
    for (const [, entry] of this) yield entry;
  }

  override forEach(): never {
    throw new Error("is not counted");
  }

  override get(key: string): Recorded | null | undefined {
    this.read++;
    return super.get(key);
  }
}

/** How many entries something reads, by review. */
function reads(reviews: readonly RecordedReview[], reader: (counting: readonly RecordedReview[]) => unknown): number[] {
  const counting = reviews.map((review) => ({ ...review, entries: new Counted(review.entries) }));
  for (const { entries } of counting) entries.read = 0; // copying has read them
  reader(counting);
  return counting.map(({ entries }) => entries.read);
}

describe("ten years of quarters in which five accounts in a hundred change", () => {
  const sizes = history.map(({ entries }) => entries.size);

  test("the first review says everybody, each other one who has changed: as many after ten years as in the first", () => {
    expect(sizes).toEqual(DAYS.map((_, quarter) => (quarter === 0 ? ACCOUNTS : CHANGED)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(ACCOUNTS + (DAYS.length - 1) * CHANGED);
  });

  test("a review takes as much room after ten years as after one", () => {
    const bytes = (review?: RecordedReview) => JSON.stringify({ ...review, entries: [...(review?.entries ?? [])] }).length; // prettier-ignore
    const later = history.slice(1).map(bytes);
    expect(Math.max(...later) - Math.min(...later)).toBeLessThan(0.02 * Math.min(...later)); // the names differ in length
  });

  test("one more changes none of those before, and a day again none but its own", () => {
    histories.slice(1).forEach((after, i) => expect(after.slice(0, -1)).toEqual(histories[i]));
    const asOf = DAYS.at(-1) ?? "";
    const again = run(tableOf(cellsAt(DAYS.length - 1), preset), preset, { asOf, history });
    expect(recordReview(history, again)).toEqual(history);
  });

  test("a quarter in which nothing changes adds no entry", () => {
    const quiet = run(tableOf(cellsAt(DAYS.length - 1), preset), preset, { asOf: "2026-03-31", history });
    expect(recordReview(history, quiet).at(-1)?.entries.size).toBe(0);
  });

  test("how all stand now, and all paths: each entry is read once", () => {
    expect(reads(history, (counting) => standingsBefore(counting, preset.id, LATER))).toEqual(sizes);
    expect(reads(history, (counting) => pathsOf(counting, preset))).toEqual(sizes);
  });

  test("the path of one account reads no other's entries", () => {
    const read = reads(history, (counting) => pathOf(counting, preset, "account 7"));
    expect(Math.max(...read)).toBeLessThanOrEqual(1);
  });

  test("recording the next review reads each entry once; one of a day in between, those before it twice and no later ones but of the next", () => {
    const next = run(tableOf(cellsAt(DAYS.length), preset), preset, { asOf: "2026-03-31", history });
    expect(reads(history, (counting) => recordReview(counting, next))).toEqual(sizes);
    const middle = run(tableOf(cellsAt(19), preset), preset, { asOf: DAYS[19] ?? "", history });
    const twice = sizes.map((size, at) => (at < 19 ? 2 * size : at <= 20 ? size : 0));
    expect(reads(history, (counting) => recordReview(counting, middle))).toEqual(twice);
  });

  test("from any day on, what is replayed is what stood in the list", () => {
    DAYS.forEach((_, quarter) => {
      const standings = standingsBefore(histories[quarter] ?? [], preset.id, LATER);
      const tiers = [...standings].map(([key, { finalTier }]) => `${key} ${finalTier ?? ""}`).sort();
      const rows = cellsAt(quarter).slice(1);
      expect(tiers).toEqual(rows.map(([name, tier]) => `${String(name)} t${String(tier)}`).sort());
    });
  });
});
