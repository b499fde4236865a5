import { compareCodePoints } from "../table/fold";
import { encode } from "../table/column";
import { fold } from "../table/fold";
import { ExactSum } from "../ladder/sum";
import type { Run } from "../run";
import { accountValues } from "./accountValues";

/** Tiers by the words of a text: accounts and net values. */
export interface Mix {
  readonly field: string;
  readonly columns: readonly MixColumn[];
  /** Best first. */
  readonly tiers: readonly MixRow[];
  readonly total: Mixed;
}

export interface MixColumn {
  /** One word · all words beyond the limit · nothing that says a word: blank or unreadable. */
  readonly kind: "word" | "others" | "blank";
  /** As it was first written; null unless it is one word. */
  readonly word: string | null;
  /** How many words it stands for. */
  readonly words: number;
}

export interface Mixed {
  readonly count: number;
  readonly value: number;
  /** By column; they add up to `count` and `value`. */
  readonly counts: readonly number[];
  readonly values: readonly number[];
}

export interface MixRow extends Mixed {
  readonly id: string;
  readonly label: string;
}

/** How many words have a column of their own. */
const LIMIT = 12;

/**
 * How the tiers are made up, such as by industry: of a text field or measure, or of `segment`. Words are one whatever the
 * case, the Unicode form and the spaces around them. The most frequent come first, equals in code-point order; then, where
 * there are any, one column for all words beyond the limit and one for accounts without a word.
 *
 * Throws a ReferenceError where the id is none of the rules, a TypeError where it is not that of a text.
 */
export function mix(run: Run, field: string, { limit = LIMIT }: { readonly limit?: number } = {}): Mix {
  const { decision, facts, preset } = run;
  const { codes, words } = facts.text(field);
  const folded = encode(words, fold);
  const { final } = decision;
  const frequency = new Int32Array(folded.words.length + 1); // the last one is for none
  const blank = folded.words.length;
  const keyOf = Int32Array.from(codes, (code) => folded.codes[code] ?? blank);
  final.forEach((tier, account) => {
    if (tier >= 0) frequency[keyOf[account] ?? blank]!++; // a key, or the one for none
  });
  const found = [...frequency.keys()].filter((key) => key !== blank && (frequency[key] ?? 0) > 0);
  found.sort(
    (a, b) =>
      (frequency[b] ?? 0) - (frequency[a] ?? 0) || compareCodePoints(folded.words[a] ?? "", folded.words[b] ?? ""),
  );
  const shown = found.slice(0, limit);
  const others = found.length - shown.length;
  const columns: MixColumn[] = shown.map((key) => ({
    kind: "word",
    word: words[folded.codes.indexOf(key)] ?? "",
    words: 1,
  }));
  const columnOf = new Int32Array(frequency.length).fill(columns.length);
  shown.forEach((key, column) => (columnOf[key] = column));
  if (others > 0) columns.push({ kind: "others", word: null, words: others });
  columnOf[blank] = columns.length;
  if ((frequency[blank] ?? 0) > 0) columns.push({ kind: "blank", word: null, words: 0 });

  const values = accountValues(run);
  const tallies = preset.tiers.rungs.map(() => new Tally(columns.length));
  const all = new Tally(columns.length);
  final.forEach((tier, account) => {
    const column = columnOf[keyOf[account] ?? blank] ?? 0;
    const value = values[account] ?? NaN;
    tallies[tier]?.add(column, value);
    if (tier >= 0) all.add(column, value);
  });
  const tiers = preset.tiers.rungs.map(({ id, label }, tier) => ({ id, label, ...(tallies[tier] ?? all).mixed }));
  return { field, columns, tiers, total: all.mixed };
}

class Tally {
  readonly #counts: Int32Array;
  readonly #sums: readonly ExactSum[];
  readonly #sum = new ExactSum();

  constructor(columns: number) {
    this.#counts = new Int32Array(columns);
    this.#sums = Array.from(this.#counts, () => new ExactSum());
  }

  add(column: number, value: number): void {
    this.#counts[column]!++; // every account has a column
    if (Number.isNaN(value)) return;
    this.#sums[column]?.add(value);
    this.#sum.add(value);
  }

  get mixed(): Mixed {
    return {
      count: this.#counts.reduce((sum, each) => sum + each, 0),
      value: this.#sum.total,
      counts: [...this.#counts],
      values: this.#sums.map(({ total }) => total),
    };
  }
}
