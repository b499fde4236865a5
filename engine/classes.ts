import type { Accounts } from "./accounts";
import type { Decision } from "./decide";
import { differing, placed, union, type Changes } from "./edited/changes";
import type { Ladder, Preset } from "./preset/schema";
import { fold } from "./table/fold";
import { RowKind } from "./table/rowKinds";
import { EXCLUDED, UNRATED } from "./words";

/** One word per row, as it is written in the sheet. */
export interface Classes {
  /** Position in `labels`; never missing. Rungs come first, in the ladder's order, then words for rows outside of it. */
  readonly codes: Int16Array;
  readonly labels: readonly string[];
}

/** The columns that are written. */
export interface WrittenClasses {
  readonly segment: Classes | null;
  readonly tier: Classes;
  readonly computedTier: Classes;
}

/**
 * A rung's label, why an account has none, or nothing beside a row that is no account. Made from what a run `before` has
 * written, where one of the same accounts and gates, or of the same rules before an edit of rows, is given.
 */
export function classesOf(
  preset: Preset,
  accounts: Accounts,
  decision: Decision,
  before: { readonly decision: Decision; readonly classes: WrittenClasses } | null = null,
): WrittenClasses {
  const { gated, segments, computed, final, overriding } = decision;
  const { excluded } = overriding;
  const outside = new Outside(preset, {
    areOverridden: overriding.acting.size > 0 && excluded.includes(1),
    areNothing:
      !accounts.source.reading.arePlain &&
      [RowKind.blank, RowKind.total, RowKind.header].some((kind) => accounts.rows.rowKinds.includes(kind)),
  });
  const { accountOf, rows, table } = accounts;
  const { rowKinds } = rows;
  const named = table.accounts.codes;
  const outsiders = before ? changesOutside(before.decision, decision) : "all";
  const written = (ladder: Ladder, name: keyof WrittenClasses, rungOf: Int16Array, rungsBefore?: Int16Array | null) => {
    const rungs = ladder.rungs.length;
    const codeOf = (account: number) => {
      const rung = rungOf[account]!; // an account is a position, here and below
      if (name !== "computedTier" && excluded[account] === 1) return rungs + outside.overridden;
      return rung >= 0 ? rung : rungs + (outside.byGate[gated.excludedBy[account]!] ?? outside.unrated);
    };
    const codeAt = (row: number) => {
      const account = accountOf === null ? row : accountOf[row]!; // row < length
      if (account >= 0 && named[account]! >= 0) return codeOf(account);
      return rungs + (rowKinds[row] === RowKind.unnamed ? outside.unrated : outside.nothing);
    };
    const labels = [...ladder.rungs.map(({ label }) => label), ...outside.labels];
    const earlier = before?.classes[name];
    const isKept = earlier && rungsBefore && accountOf === null && areSame(earlier.labels, labels);
    const changes = isKept ? union([outsiders, differing(rungsBefore, rungOf)]) : "all";
    if (earlier && changes !== "all") {
      const part = new Int16Array(changes.length);
      for (let i = 0; i < part.length; i++) part[i] = codeAt(changes[i]!); // i < length
      return { codes: placed(earlier.codes, changes, part), labels };
    }
    const codes = new Int16Array(rows.size);
    writeRungs(codes, rungOf, excluded, accountOf);
    for (let row = codes.indexOf(OPEN); row >= 0; row = codes.indexOf(OPEN, row + 1)) codes[row] = codeAt(row);
    return { codes, labels };
  };
  const decided = before?.decision;
  const tier = written(preset.tiers, "tier", final, decided?.final);
  return {
    segment: preset.segments && segments ? written(preset.segments, "segment", segments, decided?.segments) : null,
    tier,
    computedTier: computed === final ? tier : written(preset.tiers, "computedTier", computed, decided?.computed),
  };
}

const OPEN = -1;

/** Rungs are their own codes; the few rows that have none stay open. A function of its own, as the loops of `masks.ts`. */
function writeRungs(codes: Int16Array, rungOf: Int16Array, excluded: Uint8Array, accountOf: Int32Array | null): void {
  for (let row = 0; row < codes.length; row++) {
    const account = accountOf === null ? row : accountOf[row]!; // row < length
    codes[row] = account >= 0 && excluded[account] === 0 ? rungOf[account]! : OPEN; // an account is a position
  }
}

/** The accounts that may have another word outside of the ladders. */
function changesOutside(before: Decision, now: Decision): Changes {
  return union([
    differing(before.gated.excludedBy, now.gated.excludedBy),
    differing(before.overriding.excluded, now.overriding.excluded),
  ]);
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, i) => each === other[i]);
}

/** The words for those outside of the ladders, and where each stands among them; none that no row can have. */
class Outside {
  readonly labels: readonly string[];
  /** Of each gate's own label. */
  readonly byGate: readonly number[];
  readonly overridden: number;
  readonly unrated: number;
  readonly nothing: number;

  constructor({ gates }: Preset, { areOverridden, areNothing }: { areOverridden: boolean; areNothing: boolean }) {
    const labels: string[] = [];
    const placeOf = (label: string) => {
      const known = labels.findIndex((each) => fold(each) === fold(label));
      return known >= 0 ? known : labels.push(label) - 1;
    };
    this.unrated = placeOf(UNRATED);
    this.byGate = gates.map((gate) => ("exclude" in gate.else ? placeOf(gate.else.exclude) : this.unrated));
    this.overridden = areOverridden ? placeOf(EXCLUDED) : this.unrated;
    this.nothing = areNothing ? placeOf("") : this.unrated;
    this.labels = labels;
  }
}
