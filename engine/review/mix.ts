import { ExactSum } from "../ladder/sum";
import type { Run } from "../run";
import { encode, type TextColumn } from "../table/column";
import { compareCodePoints, fold } from "../table/fold";
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
  const { final } = decision;
  const { columns, columnAt } = columnsOf(facts.text(field), final, limit);
  const values = accountValues(run);
  const tallies = preset.tiers.rungs.map(() => new Tally(columns.length));
  const all = new Tally(columns.length);
  final.forEach((tier, account) => {
    if (tier < 0) return;
    const [column, value] = [columnAt(account), values[account] ?? NaN];
    tallies[tier]?.add(column, value);
    all.add(column, value);
  });
  const tiers = preset.tiers.rungs.map(({ id, label }, tier) => ({ id, label, ...(tallies[tier] ?? all).mixed }));
  return { field, columns, tiers, total: all.mixed };
}

/** The columns of the words that accounts in a tier have, and which of them an account in a tier is counted in. */
function columnsOf({ codes, words }: TextColumn, final: Int16Array, limit: number) {
  const folded = encode(words, fold);
  const blank = folded.words.length; // behind the words: for those without one
  const wordAt = (account: number) => folded.codes[codes[account] ?? -1] ?? blank;
  const counts = new Int32Array(blank + 1);
  final.forEach((tier, account) => {
    if (tier >= 0) counts[wordAt(account)]!++; // a word, or behind them
  });
  const byFrequency = (a: number, b: number) =>
    (counts[b] ?? 0) - (counts[a] ?? 0) || compareCodePoints(folded.words[a] ?? "", folded.words[b] ?? "");
  const found = [...folded.words.keys()].filter((word) => (counts[word] ?? 0) > 0).sort(byFrequency);
  const shown = found.slice(0, limit);
  const firstWritten = (word: number) => words[folded.codes.indexOf(word)] ?? "";
  const columns = shown.map((word): MixColumn => ({ kind: "word", word: firstWritten(word), words: 1 }));
  const columnOf = new Int32Array(blank + 1).fill(columns.length);
  shown.forEach((word, column) => (columnOf[word] = column));
  if (found.length > limit) columns.push({ kind: "others", word: null, words: found.length - shown.length });
  columnOf[blank] = columns.length;
  if ((counts[blank] ?? 0) > 0) columns.push({ kind: "blank", word: null, words: 0 });
  return { columns, columnAt: (account: number) => columnOf[wordAt(account)] ?? 0 };
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
