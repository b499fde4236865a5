import type { Accounts } from "./accounts";
import { kindOf, type Condition } from "./conditions/registry";
import { compareColumns, mendedColumn } from "./edited/columns";
import { differing, NOTHING, placed, union, type Changes } from "./edited/changes";
import type { GoingOn } from "./edited/goingOn";
import { FactsAt } from "./edited/factsAt";
import { OPEN_SCOPE, type Facts, type KeyPart, type Scope } from "./facts";
import { changesBehind } from "./ladder/top";
import type { TopSpec } from "./ladder/topSpec";
import { conditionsOf, measureKind, readsOf, type Measure } from "./measures/registry";
import { ranksAll } from "./measures/scale";
import type { Memo } from "./memo";
import type { Preset } from "./preset/schema";
import type { Column, TextColumn } from "./table/column";
import { compareCodePoints } from "./table/fold";
import type { Serial } from "./table/date";
import type { Buffers } from "./workspace";

/** 1 for each row with a code. */
export function namedRows(codes: Int32Array, buffers: Buffers): Uint8Array {
  const named = buffers.bytes(codes.length);
  for (let row = 0; row < named.length; row++) if (codes[row]! >= 0) named[row] = 1; // row < length
  return named;
}

/** Columns that only the run can give: what a ladder decided, under its own key. */
export interface Decided {
  /** `segment`, `tier`, or a name that no preset can use. */
  readonly id: string;
  readonly column: TextColumn;
  readonly key: KeyPart;
  /** The rows at which it may differ from the run before; all where absent. */
  readonly changes?: Changes;
}

/** The facts of one run: a preset over accounts on a day. Everything is computed when first asked for, and kept in `memo`. */
export class AccountFacts implements Facts {
  readonly #source: Accounts;
  readonly #measures: ReadonlyMap<string, Measure>;
  readonly #memo: Memo;
  readonly #decided = new Map<string, Decided>();
  readonly #measureKeys = new Map<string, KeyPart>();
  /** By the condition and the scope themselves, which are asked for once for every account that is explained. */
  readonly #conditionKeys = new WeakMap<Condition, WeakMap<Scope, KeyPart>>();
  readonly named: Uint8Array;
  #included: Uint8Array;
  #includedKey: KeyPart = null;
  #includedChanges: Changes = NOTHING;

  constructor(
    source: Accounts,
    preset: Preset,
    readonly asOf: Serial,
    memo: Memo,
    readonly buffers: Buffers,
  ) {
    this.#source = source;
    this.#memo = memo;
    this.#measures = new Map(preset.measures.map((measure) => [measure.id, measure]));
    this.named = this.#included = memo.get(["included"], () => namedRows(this.accounts.codes, buffers), {
      changes: () => NOTHING,
    });
  }

  get size() {
    return this.#source.table.size;
  }
  get accounts() {
    return this.#source.table.accounts;
  }
  get included() {
    return this.#included;
  }

  get includedKey() {
    return this.#includedKey;
  }

  inputRow(row: number): number {
    return this.#source.firstRowOf(row) + this.#source.source.firstRow;
  }

  beforeRollUp(id: string) {
    const { accountOf, rows } = this.#source;
    const column = accountOf && rows.fields.get(id);
    return column ? { column, accounts: accountOf } : { column: this.column(id), accounts: this.accounts.codes };
  }

  /** From here on only these accounts are in the race; `key` stands for what decided it. Before any `top` is asked for. */
  admit(included: Uint8Array, key: KeyPart, changes: Changes): void {
    this.#included = included;
    this.#includedKey = key;
    this.#includedChanges = changes;
  }

  decide(decided: Decided): void {
    this.#decided.set(decided.id, decided);
  }

  column(id: string): Column {
    const known = this.#decided.get(id)?.column ?? this.#fields.get(id);
    if (known) return known;
    const { measure, side } = this.#measure(id);
    const kind = measureKind(measure);
    const compute = side === undefined ? kind.compute : kind.sides?.[side]?.compute;
    if (!compute) throw new ReferenceError(`no measure ${id}`); // the gate has checked every reference
    return this.kept(["column", this.keyOf({ measure: id })], () => compute(measure, this), {
      changes: () => (side === undefined ? this.#changesBehind(measure) : this.#changesOfReads(measure)),
      mend: (before, rows) =>
        kind.isByRow?.(measure, this) ? mendedColumn(before, rows, compute(measure, this.at(rows))) : null,
      compare: (before, now, among) =>
        kind.gives === "same" ? this.#changesBehind(measure) : compareColumns(before, now, among),
    });
  }

  number(id: string): Float64Array {
    const column = this.column(id);
    if (column.type !== "number") throw new TypeError(`${id} is not a number`);
    return column.values;
  }

  text(id: string): TextColumn {
    const column = this.column(id);
    if (column.type !== "text") throw new TypeError(`${id} is not text`);
    return column;
  }

  isRankedWhole(id: string): boolean {
    return [...this.#measures.values()].some((measure) => ranksAll(measure, id));
  }

  isMapped(id: string): boolean {
    if (this.#fields.has(id)) return !this.#source.table.unmapped.has(id);
    return readsOf(this.#measure(id).measure).some((read) => this.isMapped(read.id));
  }

  holds(condition: Condition, scope: Scope): Uint8Array {
    const kind = kindOf(condition);
    return this.kept(["holds", this.keyOf({ condition, scope })], () => kind.test(condition, this, scope), {
      changes: () => this.#changesUnder(condition, scope),
      mend: (before, rows) =>
        "top" in condition ? null : placed(before, rows, kind.test(condition, this.at(rows), scope)),
      compare: differing,
    });
  }

  compareKeys(a: number, b: number): number {
    const { accounts } = this;
    return compareCodePoints(a < 0 ? "" : accounts.keyAt(a), b < 0 ? "" : accounts.keyAt(b));
  }

  kept<T>(parts: readonly KeyPart[], compute: () => T, goingOn?: GoingOn<T>): T {
    return this.#memo.get(parts, compute, goingOn);
  }

  at(rows: Int32Array): Facts {
    return new FactsAt(this, rows);
  }

  changesOf(part: { measure: string } | { condition: Condition; scope: Scope } | "included"): Changes {
    if (part === "included") return this.#includedChanges;
    if ("condition" in part) {
      this.holds(part.condition, part.scope);
      return this.#memo.changes(["holds", this.keyOf(part)]);
    }
    const { measure: id } = part;
    const decided = this.#decided.get(id);
    if (decided) return decided.changes ?? "all";
    const { edit } = this.#source;
    if (this.#fields.has(id)) return edit?.fields.has(id) === false ? NOTHING : (edit?.rows ?? "all");
    this.column(id);
    return this.#memo.changes(["column", this.keyOf(part)]);
  }

  keyOf(part: { measure: string } | { condition: Condition; scope: Scope }): KeyPart {
    if ("measure" in part) return this.#keyOfMeasure(part.measure);
    const { condition, scope } = part;
    const known = this.#conditionKeys.get(condition)?.get(scope);
    if (known !== undefined) return known;
    const key = this.#keyOfCondition(condition, scope);
    const keys = this.#conditionKeys.get(condition) ?? new WeakMap<Scope, KeyPart>();
    this.#conditionKeys.set(condition, keys.set(scope, key));
    return key;
  }

  get #fields() {
    return this.#source.table.fields;
  }

  /** Rows of all that a measure reads, the conditions in it and those of its other columns that were asked for. */
  #changesBehind(measure: Measure): Changes {
    const { sides = {} } = measureKind(measure);
    const columns = Object.keys(sides).map((side) => `${measure.id}.${side}`);
    const known = columns.filter((id) => this.#memo.knew(["column", this.keyOf({ measure: id })])); // they are let go where nobody asks
    return union([this.#changesOfReads(measure), ...known.map((id) => this.changesOf({ measure: id }))]);
  }

  #changesOfReads(measure: Measure): Changes {
    return union([
      ...measureKind(measure)
        .reads(measure)
        .map(({ id }) => this.changesOf({ measure: id })),
      ...conditionsOf(measure).map((condition) => this.changesOf({ condition, scope: OPEN_SCOPE })),
    ]);
  }

  #changesUnder(condition: Condition, scope: Scope): Changes {
    if ("top" in condition) return changesBehind(condition, this, scope);
    const kind = kindOf(condition);
    return union([
      ...kind.reads(condition).map((measure) => this.changesOf({ measure })),
      ...kind.parts(condition).map((part) => this.changesOf({ condition: part, scope })),
    ]);
  }

  #measure(id: string): { measure: Measure; side: string | undefined } {
    const [base = id, side] = id.split(".");
    const measure = this.#measures.get(base);
    if (!measure) throw new ReferenceError(`no measure ${id}`); // the gate has checked every reference
    return { measure, side };
  }

  #keyOfMeasure(id: string): KeyPart {
    const decided = this.#decided.get(id);
    if (decided) return decided.key;
    if (this.#fields.has(id)) return `field ${id}`;
    const known = this.#measureKeys.get(id);
    if (known !== undefined) return known;
    const { measure, side } = this.#measure(id);
    const kind = measureKind(measure);
    const day = kind.dependsOnDay ? this.asOf : null;
    const reads = kind.reads(measure).map((read) => this.#keyOfMeasure(read.id));
    const conditions = conditionsOf(measure).map((condition) => this.#keyOfCondition(condition, OPEN_SCOPE));
    const key = this.#memo.name(JSON.stringify([{ ...measure, id: null }, side ?? null, day, reads, conditions]));
    this.#measureKeys.set(id, key);
    return key;
  }

  #keyOfCondition(condition: Condition, scope: Scope): KeyPart {
    const kind = kindOf(condition);
    const measures = kind.reads(condition).map((id) => this.#keyOfMeasure(id));
    const parts = kind.parts(condition).map((part) => this.#keyOfCondition(part, scope));
    const place = "top" in condition ? this.#keyOfScope(condition.top, scope) : null;
    return this.#memo.name(JSON.stringify([condition, measures, parts, place]));
  }

  #keyOfScope(top: TopSpec["top"], { among, within, tieBreak, above }: Scope): KeyPart[] {
    const goesOn = "share" in top && top.crossing === "refill"; // only these look at the rungs above
    return [
      this.#includedKey,
      among === undefined ? null : this.#keyOfCondition(among, OPEN_SCOPE),
      within === undefined ? null : this.#keyOfMeasure(within),
      ...tieBreak.map((id) => this.#keyOfMeasure(id)),
      goesOn ? this.#memo.name(JSON.stringify(above)) : null,
    ];
  }
}
