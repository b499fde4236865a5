import type { Accounts } from "./accounts";
import type { Decision } from "./decide";
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

/** The columns that are written: a rung's label, why an account has none, or nothing beside a row that is no account. */
export function classesOf(
  preset: Preset,
  accounts: Accounts,
  { gated, segments, computed, final, overriding }: Decision,
): { readonly segment: Classes | null; readonly tier: Classes; readonly computedTier: Classes } {
  const { excluded } = overriding;
  const outside = new Outside(preset, {
    areOverridden: excluded.includes(1),
    areNothing: [RowKind.blank, RowKind.total, RowKind.header].some((kind) => accounts.rows.rowKinds.includes(kind)),
  });
  const { accountOf, rows, table } = accounts;
  const { rowKinds } = rows;
  const named = table.accounts.codes;
  const written = (ladder: Ladder, rungOf: Int16Array, areOverridden: boolean): Classes => {
    const rungs = ladder.rungs.length;
    const codeOf = (account: number) => {
      const rung = rungOf[account]!; // an account is a position, here and below
      if (areOverridden && excluded[account] === 1) return rungs + outside.overridden;
      return rung >= 0 ? rung : rungs + (outside.byGate[gated.excludedBy[account]!] ?? outside.unrated);
    };
    const codes = new Int16Array(rows.size);
    for (let row = 0; row < codes.length; row++) {
      const account = accountOf === null ? row : accountOf[row]!; // row < length
      if (account >= 0 && named[account]! >= 0) codes[row] = codeOf(account);
      else codes[row] = rungs + (rowKinds[row] === RowKind.unnamed ? outside.unrated : outside.nothing);
    }
    return { codes, labels: [...ladder.rungs.map(({ label }) => label), ...outside.labels] };
  };
  return {
    segment: preset.segments && segments ? written(preset.segments, segments, true) : null,
    tier: written(preset.tiers, final, true),
    computedTier: written(preset.tiers, computed, false),
  };
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
