import { OPEN_SCOPE, type Facts, type KeyPart } from "../facts";
import type { Preset } from "../preset/schema";

/** What the gates have said of each account. */
export interface Gated {
  /** 1 for each account in the race. */
  readonly included: Uint8Array;
  /** Identity of `included` within a key. */
  readonly key: KeyPart;
  /** Position of the gate that turned the account away, the first one it failed; -1 for none. */
  readonly excludedBy: Int16Array;
  /** Position of the best tier that the gates let it have: 0 is no ceiling. */
  readonly ceilings: Int16Array;
  /** Position of the gate that set the ceiling; -1 for none. */
  readonly ceilingBy: Int16Array;
}

/** What the answer of the gates is kept by: it tells the words beside those who are turned away, too. */
export function gatesKey({ gates, tiers }: Preset, facts: Facts): KeyPart[] {
  const parts = gates.map(({ when, else: otherwise }) => [
    facts.keyOf({ condition: when, scope: OPEN_SCOPE }),
    "exclude" in otherwise ? otherwise.exclude : tiers.rungs.findIndex(({ id }) => id === otherwise.maxTier),
  ]);
  return ["gates", JSON.stringify(parts)];
}

/**
 * Stage 4: whom each gate turns away or holds down. A gate's condition must hold; of those failed the first that excludes
 * decides, and of the ceilings the lowest. Measures have been worked out before, over everybody.
 */
export function passGates({ gates, tiers }: Preset, facts: Facts): Gated {
  const keys = gates.map(({ when, else: otherwise }) => [
    facts.keyOf({ condition: when, scope: OPEN_SCOPE }),
    "exclude" in otherwise,
  ]);
  const key = gates.length === 0 ? null : JSON.stringify(keys.filter(([, excludes]) => excludes));
  const named = facts.included;
  const excludedBy = facts.buffers.shorts(facts.size).fill(-1);
  const ceilings = facts.buffers.shorts(facts.size);
  const ceilingBy = facts.buffers.shorts(facts.size).fill(-1);
  const included = gates.length === 0 ? named : facts.buffers.copy(named);
  gates.forEach(({ when, else: otherwise }, gate) => {
    const holds = facts.holds(when, OPEN_SCOPE);
    if ("exclude" in otherwise) turnAway(gate, holds, named, included, excludedBy);
    else {
      const ceiling = tiers.rungs.findIndex(({ id }) => id === otherwise.maxTier);
      holdDown(gate, ceiling, holds, named, ceilings, ceilingBy);
    }
  });
  return { included, key, excludedBy, ceilings, ceilingBy };
}

/** Takes those out of the race who fail a gate. A function of its own, as the loops of `masks.ts`; so is the next one. */
function turnAway(
  gate: number,
  holds: Uint8Array,
  named: Uint8Array,
  included: Uint8Array,
  excludedBy: Int16Array,
): void {
  for (let row = 0; row < holds.length; row++) {
    if (holds[row] === 1 || named[row] === 0) continue; // row < length, that of all
    if (excludedBy[row] === -1) excludedBy[row] = gate;
    included[row] = 0;
  }
}

/** Lowers the ceiling of those who fail a gate. */
function holdDown(
  gate: number,
  ceiling: number,
  holds: Uint8Array,
  named: Uint8Array,
  ceilings: Int16Array,
  ceilingBy: Int16Array,
): void {
  for (let row = 0; row < holds.length; row++) {
    if (holds[row] === 1 || named[row] === 0 || ceiling <= ceilings[row]!) continue; // row < length, that of all
    ceilings[row] = ceiling;
    ceilingBy[row] = gate;
  }
}

/** Stage 9: nobody stands above its ceiling, bumped or not. */
export function underCeilings(tiers: Int16Array, { ceilings, ceilingBy }: Gated): Int16Array {
  let isHeld = false;
  for (let row = 0; row < ceilingBy.length && !isHeld; row++) isHeld = ceilingBy[row]! >= 0; // row < length
  if (!isHeld) return tiers;
  return tiers.map((tier, row) => (tier < 0 ? tier : Math.max(tier, ceilings[row] ?? 0)));
}
