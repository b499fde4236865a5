import { addMonths, fold, serialOf, type Kind, type Value } from "./cells";
import { holds, type Scene } from "./conditions";
import type * as Doc from "./document";
import { divided, fromBig, fromDecimal, fromDouble, ONE, plus, sumOf, times, toDouble, ZERO } from "./exact";
import * as exact from "./exact";
import { exactSum, type Account, type Sheet } from "./rollUp";
import { held, meanOf, minMax, percentRank, quantile, varianceOf, zScore } from "./statistics";

export type MeasureType = Doc.FieldType;

/** Every measure of every account, worked out when it is asked for. */
export class Measures {
  readonly #columns = new Map<string, readonly Value[]>();
  readonly #asOf: number;

  constructor(
    readonly document: Doc.Document,
    readonly sheet: Sheet,
    asOf: string,
  ) {
    this.#asOf = serialOf(asOf);
  }

  get accounts(): readonly Account[] {
    return this.sheet.accounts;
  }

  /** Fields, measures and what measures give besides. */
  get ids(): string[] {
    return [...Object.keys(this.document.fields), ...(this.document.measures ?? []).map(({ id }) => id)];
  }

  value(id: string, account: number): Value {
    return this.#column(id)[account] ?? null;
  }

  number(id: string, account: number): number | null {
    const value = this.value(id, account);
    return typeof value === "number" ? value : null;
  }

  /** How the cell was read, under whatever name; a computed measure is blank or it is not. */
  kind(id: string, account: number): Kind {
    if (id in this.document.fields) return this.accounts[account]?.kinds.get(id) ?? "blank";
    const spec = this.#spec(id);
    if (spec?.type === "field") return this.kind(spec.of, account);
    return this.value(id, account) === null ? "blank" : "read";
  }

  type(id: string): MeasureType {
    const field = this.document.fields[id];
    if (field) return field.type;
    const measure = this.#spec(id);
    if (measure?.type === "field") return this.type(measure.of);
    if (id.endsWith(".basis") || id === "segment" || id === "tier") return "text";
    return measure?.type === "lifecycle" ? "text" : "number";
  }

  #spec(id: string): Doc.Measure | undefined {
    return this.document.measures?.find((measure) => measure.id === id);
  }

  #column(id: string): readonly Value[] {
    const known = this.#columns.get(id);
    if (known) return known;
    const raw = id in this.document.fields ? this.accounts.map((one) => one.values.get(id) ?? null) : this.#work(id);
    // What is larger than a number can be is not known.
    const column = raw.map((value) => (typeof value === "number" && !Number.isFinite(value) ? null : value));
    this.#columns.set(id, column);
    return column;
  }

  #work(id: string): readonly Value[] {
    const side = /^(.*)\.(completeness|basis)$/.exec(id);
    const spec = this.#spec(side?.[1] ?? id);
    if (!spec) throw new Error(`No measure ${id}`);
    const each = (work: (account: number) => Value): Value[] => this.accounts.map((_, account) => work(account));
    switch (spec.type) {
      case "sum":
        return each((account) => {
          const parts = spec.of.map((part) => this.number(part, account)).filter((part) => part !== null);
          return parts.length === 0 ? null : exactSum(parts);
        });
      case "firstOf":
        return each((account) => {
          const first = spec.of.find((part) => {
            const isThere = this.number(part, account) !== null;
            return isThere || isUnreadable(this.kind(part, account)); // nobody knows what it says: nothing after it counts
          });
          return first === undefined ? null : this.number(first, account);
        });
      case "field":
        return each((account) => this.value(spec.of, account));
      case "lifecycle":
        return each((account) => this.#lifecycle(spec, account));
      case "expectedWhenNew":
        return each((account) => this.#expectedWhenNew(spec, account)[side ? "basis" : "value"]);
      case "change":
        return each((account) => this.#change(spec, account));
      case "daysSince":
        return each((account) => {
          const date = this.number(spec.of, account);
          return date === null || Math.floor(date) > this.#asOf ? null : this.#asOf - Math.floor(date);
        });
      case "variation":
        return each((account) => this.#variation(spec.of, account));
      case "count":
        return each((account) => this.#count(spec.distinct, account));
      case "filled":
        return each((account) => spec.of.filter((part) => !isBlank(this.kind(part, account))).length);
      case "points":
        return each((account) => {
          const adds = spec.add.filter(({ when }) => holds(when, account, this.#scene));
          return toDouble(exact.roundTo(sumOf(adds.map(({ add }) => fromDecimal(add))), 4));
        });
      case "bands":
        return each((account) => {
          const value = this.number(spec.of, account);
          if (value === null) return null;
          const reached = spec.bands.filter(({ from }) => value >= from).sort((a, b) => b.from - a.from);
          return reached[0]?.points ?? 0;
        });
      case "quantileScore":
        return this.#quantileScore(spec);
      case "scale":
        return this.#scale(spec);
      case "weighted":
        return each((account) => this.#weighted(spec, account)[side ? "completeness" : "value"]);
    }
  }

  /** Measures come before anybody is turned away or placed: their conditions know no ladder. */
  get #scene(): Scene {
    return { measures: this, isExcluded: () => false, lists: new Map() };
  }

  #isMapped(id: string): boolean {
    const spec = this.#spec(id);
    return spec?.type === "field" ? this.#isMapped(spec.of) : this.sheet.mapped.has(id);
  }

  #lifecycle(spec: Doc.Lifecycle, account: number): string {
    if (!this.#isMapped(spec.firstPurchase)) return "established";
    const first = this.number(spec.firstPurchase, account);
    if (first === null || Math.floor(first) > this.#asOf) return "prospect";
    if (addMonths(first, spec.newMonths ?? 12) > this.#asOf) return "new";
    const last = spec.lastPurchase === undefined ? null : this.number(spec.lastPurchase, account);
    return last !== null && addMonths(last, spec.lapsedMonths ?? 12) <= this.#asOf ? "lapsed" : "established";
  }

  #expectedWhenNew(spec: Doc.ExpectedWhenNew, account: number): { value: number | null; basis: string | null } {
    const history = this.number(spec.history, account);
    const expected = this.number(spec.expected, account);
    const isNew = ["prospect", "new"].includes(fold(String(this.value(spec.lifecycle, account) ?? "")));
    const nobodyKnows = history === null && isUnreadable(this.kind(spec.history, account));
    if (isNew) {
      if (expected !== null) return { value: expected, basis: "expected" };
      return { value: history, basis: history === null ? null : "history" };
    }
    if (history !== null) return { value: history, basis: "history" };
    return nobodyKnows || expected === null ? { value: null, basis: null } : { value: expected, basis: "expected" };
  }

  #change({ current, previous, minBase = 0 }: Doc.Change, account: number): number | null {
    const now = this.number(current, account);
    const before = this.number(previous, account);
    if (now === null || before === null || before <= 0 || before < minBase) return null;
    const base = fromDouble(before);
    return toDouble(divided(exact.minus(fromDouble(now), base), base));
  }

  #variation(of: readonly string[], account: number): number | null {
    const periods = of.map((period) => this.number(period, account)).filter((period) => period !== null);
    if (periods.length < 3) return null;
    const values = periods.map(fromDouble);
    const mean = meanOf(values);
    const size = meanOf(periods.map(Math.abs).map(fromDouble));
    // Decimals that cancel out leave a rest in doubles: a millionth of a millionth of their size is nothing.
    if (exact.compare(mean, times(size, fromDecimal(1e-12))) <= 0) return null;
    return Math.sqrt(toDouble(varianceOf(values))) / toDouble(mean);
  }

  #count(distinct: string | undefined, account: number): number | null {
    if (distinct !== undefined && !this.sheet.mapped.has(distinct)) return null;
    const key = this.accounts[account]?.key;
    const rows = this.accounts.filter((other) => other.key === key).flatMap((other) => other.rows);
    if (distinct === undefined) return rows.length;
    const values = rows.map((row) => this.sheet.rows[row]?.cells.get(distinct)?.value ?? null);
    return new Set(values.filter((value) => value !== null).map((value) => fold(String(value)))).size;
  }

  /** The values that a score is made of, lowest first. */
  #population(of: string, among: Doc.Condition | undefined): number[] {
    const inside = this.accounts.map((_, account) => !among || holds(among, account, this.#scene));
    const values = this.accounts.map((_, account) => (inside[account] ? this.number(of, account) : null));
    return values.filter((value) => value !== null).sort((a, b) => a - b);
  }

  #quantileScore({ of, k = 5, direction = "higher", offset = 0, among }: Doc.QuantileScore): Value[] {
    const population = this.#population(of, among);
    return this.accounts.map((_, account) => {
      const value = this.number(of, account);
      if (value === null || population.length === 0) return null;
      let above = 0;
      for (let i = 1; i < k; i++) {
        const part = divided(fromBig(BigInt(i)), fromBig(BigInt(k)));
        const cut = plus(quantile(population, part), fromDecimal(offset));
        if (value >= toDouble(cut)) above++; // a cut is a number of the same kind as the values: the nearest double
      }
      return direction === "higher" ? above + 1 : k - above;
    });
  }

  #scale(spec: Doc.Scale): Value[] {
    const { of, method, winsorise, among, range } = spec;
    const to = fromDecimal(spec.to ?? 100);
    const population = this.#population(of, among);
    let hold = (value: number): number => value;
    if (winsorise !== undefined && population.length > 0) {
      const low = toDouble(quantile(population, fromDecimal(winsorise)));
      const high = toDouble(quantile(population, exact.minus(ONE, fromDecimal(winsorise))));
      hold = (value) => Math.min(high, Math.max(low, value));
    }
    const inside = population.map(hold);
    return this.accounts.map((_, account) => {
      const raw = this.number(of, account);
      if (raw === null) return null;
      if (range) {
        const [from, end] = [fromDecimal(range[0]), fromDecimal(range[1])];
        const part = divided(exact.minus(fromDouble(raw), from), exact.minus(end, from));
        return toDouble(times(held(part), to));
      }
      if (inside.length === 0) return null;
      const value = hold(raw);
      if (method === "z") return zScore(inside, value, spec.to);
      if (value < (inside[0] ?? raw)) return 0;
      if (value > (inside.at(-1) ?? raw)) return toDouble(to);
      return toDouble(times(method === "minMax" ? minMax(inside, value) : percentRank(inside, value), to));
    });
  }

  #weighted(spec: Doc.Weighted, account: number): { value: number | null; completeness: number } {
    const parts = spec.parts.map(({ of, weight }) => {
      const value = this.number(of, account);
      return { weight: fromDecimal(weight), value: value === null ? null : fromDouble(value) };
    });
    const total = sumOf(parts.map(({ weight }) => weight));
    const there = sumOf(parts.filter(({ value }) => value !== null).map(({ weight }) => weight));
    const completeness = toDouble(exact.roundTo(divided(there, total), 9));
    if (completeness < (spec.minCompleteness ?? 0)) return { value: null, completeness };
    const instead = spec.missing === "neutral" ? fromDecimal(spec.neutral ?? 50) : ZERO;
    const sum = sumOf(parts.map(({ weight, value }) => times(weight, value ?? instead)));
    const base = (spec.missing ?? "renormalise") === "renormalise" ? there : total;
    if (exact.sign(base) === 0) return { value: null, completeness };
    return { value: toDouble(exact.roundTo(divided(sum, base), 4)), completeness };
  }
}

export const isBlank = (kind: Kind): boolean => kind === "blank" || kind === "missing";
export const isUnreadable = (kind: Kind): boolean => ["ambiguous", "unreadable", "error"].includes(kind);
