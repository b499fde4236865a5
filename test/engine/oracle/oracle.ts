import { fold, isWordFor, serialOf, type RawCell } from "./cells";
import { bump } from "./bumps";
import { seat } from "./capacity";
import { holds, type Scene } from "./conditions";
import type { Condition, Document, Override, Review, Rung } from "./document";
import { distanceDown, distanceUp } from "./distance";
import { climb, placeOf } from "./ladder";
import { Measures } from "./measures";
import { decidedFor } from "./overrides";
import { exactSum, readSheet } from "./rollUp";
import { standingBefore, steady } from "./steadiness";

export type { Override, Review, Standing } from "./document";

export interface OracleRow {
  readonly segment: string | null;
  readonly tier: string;
  readonly computedTier: string;
  readonly value: number | null;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly failures: number;
  /** The id of the tier after steadiness; null where there is none. */
  readonly ladderTier: string | null;
  readonly distanceUp: number | null;
  readonly distanceDown: number | null;
}

export interface Stat {
  readonly id: string;
  readonly count: number;
  readonly sum: number;
  readonly share: number | null;
}

export interface OracleRun {
  /** One for each row of the sheet below the header. */
  readonly rows: readonly OracleRow[];
  /** Fields and measures, by row. */
  readonly measures: ReadonlyMap<string, readonly (number | string | null)[]>;
  readonly stats: { readonly segments: readonly Stat[]; readonly tiers: readonly Stat[] };
}

export interface OracleOptions {
  /** ISO. */
  readonly asOf: string;
  readonly overrides?: readonly Override[];
  readonly history?: readonly Review[];
}

const UNRATED = "Unrated";
const EXCLUDED = "Excluded";

/**
 * The tiers of a sheet, worked out as the contract reads: slowly, from objects, without a thought for speed. It shares
 * no line with the engine, so that what both say is what the contract says.
 */
export function oracle(cells: readonly (readonly RawCell[])[], preset: unknown, options: OracleOptions): OracleRun {
  const document = JSON.parse(JSON.stringify(preset)) as Document; // no part is one object with another
  const sheet = readSheet(cells, document);
  const measures = new Measures(document, sheet, options.asOf);
  const { accounts } = sheet;
  const { segments, tiers } = document;
  const { asOf, overrides = [], history = [] } = options;
  if (!Number.isInteger(serialOf(asOf))) throw new Error(`No day: ${asOf}`);
  const excludedAs: (string | null)[] = [];
  const segment: (string | null)[] = [];
  const scene: Scene = { measures, isExcluded: (account) => excludedAs[account] !== null, lists: new Map(), segment };
  const gateScene: Scene = { measures, isExcluded: () => false, lists: new Map() };

  // Gates
  const ceilings = accounts.map((_, account) => {
    const failing = (document.gates ?? []).filter(({ when }) => !holds(when, account, gateScene));
    const first = failing.find((gate) => "exclude" in gate.else)?.else;
    excludedAs[account] = first && "exclude" in first ? first.exclude : null;
    return Math.max(
      0,
      ...failing.map((gate) => ("maxTier" in gate.else ? placeOfId(tiers.rungs, gate.else.maxTier) : 0)),
    );
  });

  // Ladders
  const onLadder = accounts.map((_, account) => {
    segment[account] = null;
    if (excludedAs[account] === null && segments)
      segment[account] = climb(segments.rungs, segments, account, scene)?.id ?? null;
    return account;
  });
  const climbed = onLadder.map((account) => {
    const rung = excludedAs[account] === null ? climb(tiers.rungs, tiers, account, scene) : undefined;
    return rung ? placeOfId(tiers.rungs, rung.id) : null;
  });

  // Steadiness, bumps, ceilings
  const keys = accounts.map(({ key }) => key);
  const standing = accounts.map(({ key }) => standingBefore(history, document, asOf, key));
  const isRepeated = (account: number): boolean => keys.filter((key) => key === keys[account]).length > 1;
  const hold = steady(document, (account) => (isRepeated(account) ? undefined : standing[account]), scene);
  const held = climbed.map((tier, account) => (tier === null ? { tier, failures: 0 } : hold(account, tier)));
  const bumped = bump(
    document,
    held.map(({ tier }) => tier),
    ceilings,
    scene,
  );
  const byRules = bumped.map((tier, account) => (tier === null ? null : Math.max(tier, ceilings[account] ?? 0)));

  // Capacity, overrides
  const decisions = keys.map((key) => decidedFor(key, overrides, document, asOf));
  const seating = seat(document, byRules, decisions, (account) => standing[account]?.finalTier ?? null, scene);
  const final = seating.map(({ tier }) => tier);
  const tierIds = final.map((tier) => (tier === null ? null : (tiers.rungs[tier]?.id ?? null)));

  // What is written
  const endScene: Scene = { ...scene, tier: tierIds };
  const ofAccount = accounts.map((_, account): OracleRow => {
    const tier = final[account] ?? null;
    const gateLabel = excludedAs[account] ?? null;
    const isExcludedByHand = decisions[account]?.isExcluded === true;
    const labelOf = (place: number | null): string =>
      place === null ? (gateLabel ?? EXCLUDED) : (tiers.rungs[place]?.label ?? "");
    const segmentLabel = gateLabel ?? segments?.rungs.find(({ id }) => id === segment[account])?.label ?? "";
    const computed = seating[account]?.hasCompeted ? tier : (byRules[account] ?? null);
    const flags = (document.flags ?? []).map(({ id, when }) => [id, tier !== null && holds(when, account, endScene)]);
    const better = tier === null ? undefined : tiers.rungs[tier - 1]?.when;
    const own = tier === null ? undefined : tiers.rungs[tier]?.when;
    return {
      segment: segments ? (isExcludedByHand ? EXCLUDED : segmentLabel) : null,
      tier: isExcludedByHand ? EXCLUDED : labelOf(tier),
      computedTier: labelOf(computed),
      value: valueOf(measures, account),
      flags: Object.fromEntries(flags) as Record<string, boolean>,
      failures: held[account]?.failures ?? 0,
      ladderTier: tiers.rungs[held[account]?.tier ?? -1]?.id ?? null,
      distanceUp: better && tier !== null ? distanceUp(better, account, inTiers(tier - 1)) : null,
      distanceDown: own && tier !== null ? distanceDown(own, account, inTiers(tier)) : null,
    };
  });
  function inTiers(rung: number): Scene {
    return { ...scene, place: placeOf(tiers, rung) };
  }

  const written = segment.map((id, account) => (decisions[account]?.isExcluded ? null : id));
  const accountOf = sheet.rows.map((_, row) => accounts.findIndex(({ rows }) => rows.includes(row)));
  const nobody = (label: string): OracleRow => ({
    ...{ segment: segments ? label : null, tier: label, computedTier: label, value: null, failures: 0 },
    flags: Object.fromEntries((document.flags ?? []).map(({ id }) => [id, false])),
    ...{ ladderTier: null, distanceUp: null, distanceDown: null },
  });
  return {
    rows: sheet.rows.map(({ isBlank }, row) => ofAccount[accountOf[row] ?? -1] ?? nobody(isBlank ? "" : UNRATED)),
    measures: new Map(
      measures.ids.map((id) => {
        const column = accountOf.map((account) => (account < 0 ? null : measures.value(id, account)));
        return [id, column.map((value) => (typeof value === "boolean" ? (value ? "yes" : "no") : value))];
      }),
    ),
    stats: {
      segments: (segments?.rungs ?? []).map((rung) => statOf(rung, written, segments?.among)),
      tiers: tiers.rungs.map((rung) => statOf(rung, tierIds, tiers.among)),
    },
  };

  /** Counts accounts; the share is of the positive sum of those that the ladder is among. */
  function statOf({ id, when }: Rung, places: readonly (string | null)[], among: Document["tiers"]["among"]): Stat {
    const values = accounts.map((_, account) => valueOf(measures, account) ?? 0);
    const isBase = accounts.map((_, account) => {
      const isLeftOut = excludedAs[account] !== null || decisions[account]?.isExcluded === true;
      return !isLeftOut && (!among || holds(among, account, scene));
    });
    const members = accounts.flatMap((_, account) => (places[account] === id ? [account] : []));
    const inside = members.filter((account) => isBase[account]);
    const positive = (which: readonly number[]): number =>
      exactSum(which.map((account) => Math.max(0, values[account] ?? 0)));
    const base = positive(accounts.flatMap((_, account) => (isBase[account] ? [account] : [])));
    const isOutside = inside.length === 0 && (members.length > 0 || excludesWords(when, among, measures));
    return {
      id,
      count: members.length,
      sum: exactSum(members.map((account) => values[account] ?? 0)),
      share: base === 0 || isOutside ? null : positive(inside) / base,
    };
  }
}

/** Whether both conditions ask for words of one measure, and for none in common: prospects among the established. */
function excludesWords(a: Condition | undefined, b: Condition | undefined, measures: Measures): boolean {
  if (!a || !b || !("is" in a) || !("is" in b) || a.measure !== b.measure) return false;
  const meant = (word: string): string => {
    if (measures.type(a.measure) !== "boolean") return fold(word);
    return isWordFor(word, true) ? "yes" : isWordFor(word, false) ? "no" : fold(word);
  };
  return !a.is.some((word) => b.is.some((other) => meant(other) === meant(word)));
}

const placeOfId = (rungs: readonly Rung[], id: string): number => rungs.findIndex((rung) => rung.id === id);

/** The number that the run is about: the measure or field called `value`. */
function valueOf(measures: Measures, account: number): number | null {
  return measures.ids.includes("value") && measures.type("value") === "number"
    ? measures.number("value", account)
    : null;
}
