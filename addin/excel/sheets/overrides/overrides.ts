import { canonical, fold, hash, type Override, type Preset } from "../../../../engine/index";
import { OVERRIDE_HEADERS, OVERRIDE_KINDS, SHEET_NAMES } from "../../../strings/sheets";
import { maybeDay, maybeText, text, word } from "../tables/cellKinds";
import type { OurTable, RowOf } from "../tables/ourTable";

/** Overrides as people write them: a tier by its label, name or id, and the preset that they are for. */
export interface KeptOverride extends Override {
  /** Id of the preset; null for every preset. */
  readonly preset: string | null;
}

const columns = {
  account: text(OVERRIDE_HEADERS.account, 150),
  kind: word(OVERRIDE_HEADERS.kind, 80, "override-kind", OVERRIDE_KINDS),
  tier: maybeText(OVERRIDE_HEADERS.tier, 90, "tier"),
  reason: maybeText(OVERRIDE_HEADERS.reason, 200),
  by: maybeText(OVERRIDE_HEADERS.by, 100),
  until: maybeDay(OVERRIDE_HEADERS.until),
  preset: maybeText(OVERRIDE_HEADERS.preset, 110),
};

/** The table `TierOverrides`. */
export const OVERRIDES: OurTable<typeof columns> = {
  sheet: SHEET_NAMES.overrides,
  name: "TierOverrides",
  columns,
  key: ["account", "kind", "preset"],
  blank: {},
  wrongIn: ({ kind, tier }) => (kind !== "exclude" && tier === null ? "tier" : null),
};

export type OverrideRow = RowOf<typeof columns>;

export function keptOverride({ account, kind, tier, reason, by, until, preset }: OverrideRow): KeptOverride {
  return {
    ...{ account, kind, preset },
    ...(tier !== null && { tier }),
    ...(reason !== null && { reason }),
    ...(by !== null && { by }),
    ...(until !== null && { until }),
  };
}

export function overrideRow(override: KeptOverride): OverrideRow {
  const { account, kind, tier = null, reason = null, by = null, until = null, preset } = override;
  return { account, kind, tier, reason, by, until, preset };
}

type OverrideKey = Pick<KeptOverride, "account" | "kind" | "preset">;

/** Whether two are about the same: of those the later one acts. */
export function isSameOverride(one: OverrideKey, other: OverrideKey): boolean {
  return fold(one.account) === fold(other.account) && one.kind === other.kind && isForSame(one.preset, other.preset);
}

function isForSame(one: string | null, other: string | null): boolean {
  return fold(one ?? "") === fold(other ?? "");
}

/**
 * The overrides for a preset, which people may have named by its id or its name, their tiers as ids; a tier that it does
 * not have stays as it is written.
 */
export function overridesFor({ id, name, tiers }: Preset, kept: readonly KeptOverride[]): Override[] {
  const own = [fold(id), fold(name)];
  const ids = new Map<string, string>();
  for (const part of ["name", "label", "id"] as const) {
    for (const rung of [...tiers.rungs].reverse()) if (rung[part] !== undefined) ids.set(fold(rung[part]), rung.id); // the last one written stands
  }
  return kept
    .filter(({ preset }) => preset === null || own.includes(fold(preset)))
    .map(({ preset: _, ...override }) =>
      override.tier === undefined ? override : { ...override, tier: ids.get(fold(override.tier)) ?? override.tier },
    );
}

/** Fingerprint of what acts under a preset on a day, whatever its reason and whoever wrote it in whichever row; `""` for nothing. */
export function overridesPrint(preset: Preset, kept: readonly KeptOverride[], asOf: string): string {
  const acting = new Map<string, unknown>();
  for (const { account, kind, tier, until } of overridesFor(preset, kept)) {
    if (until === undefined || until >= asOf) acting.set(JSON.stringify([fold(account), kind]), tier ?? null);
  }
  return acting.size === 0 ? "" : hash(canonical(Object.fromEntries(acting)));
}
