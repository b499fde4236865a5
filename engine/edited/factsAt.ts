import type { Condition } from "../conditions/registry";
import type { Facts, KeyPart, Scope } from "../facts";
import type { Column, TextColumn } from "../table/column";
import { compareCodePoints } from "../table/fold";
import type { AccountKeys } from "../table/table";
import { ascending, picked, type Changes } from "./changes";
import { columnAt } from "./columns";
import { fresh } from "../workspace";

/**
 * The facts of some accounts of a run, row 0 being the first of them: what a measure, a condition or a stage says of each
 * account by what stands beside it alone is the same here as in the whole. Nothing is kept.
 */
export class FactsAt implements Facts {
  readonly buffers = fresh;
  readonly #whole: Facts;
  readonly #rows: Int32Array;
  #accounts: AccountKeys | null = null;

  constructor(whole: Facts, rows: Int32Array) {
    this.#whole = whole;
    this.#rows = rows;
  }

  get size() {
    return this.#rows.length;
  }
  get asOf() {
    return this.#whole.asOf;
  }
  get named() {
    return picked(this.#whole.named, this.#rows);
  }
  get included() {
    return picked(this.#whole.included, this.#rows);
  }
  get includedKey() {
    return this.#whole.includedKey;
  }

  /** Codes are those that these accounts have among themselves. */
  get accounts(): AccountKeys {
    return (this.#accounts ??= accountsAt(this.#whole.accounts, this.#rows));
  }

  inputRow(row: number): number {
    return this.#whole.inputRow(this.#rows[row] ?? -1);
  }

  /** Only where no rows were joined, which is for the measure to ask of the whole. */
  beforeRollUp(id: string) {
    return { column: this.column(id), accounts: this.accounts.codes };
  }

  column(id: string): Column {
    return columnAt(this.#whole.column(id), this.#rows);
  }

  number(id: string): Float64Array {
    return picked(this.#whole.number(id), this.#rows);
  }

  text(id: string): TextColumn {
    const column = columnAt(this.#whole.text(id), this.#rows);
    if (column.type !== "text") throw new TypeError(`${id} is not text`);
    return column;
  }

  isRankedWhole(): boolean {
    return false;
  }

  isMapped(id: string): boolean {
    return this.#whole.isMapped(id);
  }

  holds(condition: Condition, scope: Scope): Uint8Array {
    return picked(this.#whole.holds(condition, scope), this.#rows);
  }

  compareKeys(a: number, b: number): number {
    const { accounts } = this;
    return compareCodePoints(a < 0 ? "" : accounts.keyAt(a), b < 0 ? "" : accounts.keyAt(b));
  }

  kept<T>(_parts: readonly KeyPart[], compute: () => T): T {
    return compute();
  }

  keyOf(part: { measure: string } | { condition: Condition; scope: Scope }): KeyPart {
    return this.#whole.keyOf(part);
  }

  changesOf(): Changes {
    return "all";
  }

  at(rows: Int32Array): Facts {
    return new FactsAt(this.#whole, picked(this.#rows, rows));
  }
}

function accountsAt(whole: AccountKeys, rows: Int32Array): AccountKeys {
  const codes = picked(whole.codes, rows);
  const named = ascending(codes.filter((code) => code >= 0));
  const placeOf = new Map(Array.from(named, (code, place) => [code, place]));
  const wholeCode = (code: number) => named[code] ?? -1;
  return {
    codes: codes.map((code) => placeOf.get(code) ?? -1),
    count: named.length,
    mayBeTotals: whole.mayBeTotals.flatMap((code) => placeOf.get(code) ?? []),
    keyAt: (code) => whole.keyAt(wholeCode(code)),
    firstAt: (code) => whole.firstAt(wholeCode(code)),
    codeOf: (name) => placeOf.get(whole.codeOf(name)) ?? -1,
    get keys() {
      return Array.from(named, (code) => whole.keyAt(code));
    },
    nameAt: (row) => whole.nameAt(rows[row] ?? -1),
  };
}
