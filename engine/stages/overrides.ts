import type { Facts } from "../facts";
import type { Issue, IssueCode, IssueParams, Severity } from "../issue";
import type { Preset } from "../preset/schema";
import { serialOfIso } from "../table/date";
import { fold } from "../table/fold";
import type { Gated } from "./gates";

/** What people have decided about one account, whatever the rules say. */
export interface Override {
  readonly account: string;
  /** In this tier · in this tier or a better one · in this tier or a worse one · in no tier. */
  readonly kind: "exact" | "floor" | "ceiling" | "exclude";
  /** Id of the tier; needless for `exclude`. */
  readonly tier?: string | undefined;
  readonly reason?: string | undefined;
  /** Who decided it. */
  readonly by?: string | undefined;
  /** The last day of it, ISO; for ever where absent. */
  readonly until?: string | undefined;
}

/** The overrides that act in a run, by account. */
export interface Overriding {
  /** Position of the tier that each account is pinned to, kept up in, kept down to; -1 for none. */
  readonly exact: Int16Array;
  readonly floor: Int16Array;
  readonly ceiling: Int16Array;
  /** 1 for each account that is taken out. */
  readonly excluded: Uint8Array;
  /** The overrides of an account key that act, the strongest first. */
  readonly acting: ReadonlyMap<string, readonly Override[]>;
  readonly issues: readonly Issue[];
}

const KINDS = ["exclude", "exact", "ceiling", "floor"] as const;

/**
 * Which overrides act on the day of the run: not those past their `until` (that day included), for accounts that are not
 * there or tiers that the rules do not have. Of two of one kind for one account the later one in the list acts. All are kept
 * by whoever keeps them; what does not act is said.
 */
export function overriding(overrides: readonly Override[], { tiers }: Preset, facts: Facts, gated: Gated): Overriding {
  const positions = new Map(tiers.rungs.map(({ id }, position) => [id, position]));
  const rowsOf = rowsByKey(overrides, facts);
  const told = new Told();
  const byKey = new Map<string, Map<Override["kind"], Override>>();
  for (const override of overrides) {
    const key = fold(override.account);
    if (!rowsOf.has(key)) told.add("override-account-unknown", override);
    else if (override.kind !== "exclude" && !positions.has(override.tier ?? ""))
      told.add("override-tier-unknown", override);
    else if (override.until !== undefined && serialOfIso(override.until) < facts.asOf)
      told.add("override-expired", override);
    else {
      const kinds = byKey.get(key) ?? new Map<Override["kind"], Override>();
      const before = kinds.get(override.kind);
      if (before) told.add("override-repeated", before);
      byKey.set(key, kinds.set(override.kind, override));
    }
  }

  const none = () => facts.buffers.shorts(facts.size).fill(-1);
  const [exact, floor, ceiling, excluded] = [none(), none(), none(), facts.buffers.bytes(facts.size)];
  const acting = new Map<string, Override[]>();
  for (const [key, kinds] of byKey) {
    const strongest = KINDS.flatMap((kind) => kinds.get(kind) ?? []);
    const isAlone = kinds.has("exclude") || kinds.has("exact");
    acting.set(key, isAlone ? strongest.slice(0, 1) : strongest);
    for (const { kind, tier } of acting.get(key) ?? []) {
      const position = positions.get(tier ?? "") ?? -1;
      for (const row of rowsOf.get(key) ?? []) {
        if (kind === "exclude") excluded[row] = 1;
        else ({ exact, floor, ceiling })[kind][row] = position;
      }
    }
    const rows = rowsOf.get(key) ?? [];
    const breaks = rows.some((row) => {
      const pinned = Math.max(exact[row] ?? -1, floor[row] ?? -1);
      return pinned >= 0 && ((gated.excludedBy[row] ?? -1) >= 0 || pinned < (gated.ceilings[row] ?? 0));
    });
    const first = acting.get(key)?.[0];
    if (breaks && first) told.add("override-breaks-gate", first);
  }
  return { exact, floor, ceiling, excluded, acting, issues: told.issues(facts, rowsOf) };
}

/** The rows of each account that an override names. */
function rowsByKey(overrides: readonly Override[], { accounts }: Facts): ReadonlyMap<string, readonly number[]> {
  const named = new Set(overrides.map(({ account }) => fold(account)));
  const rows = new Map<string, number[]>();
  if (named.size === 0) return rows;
  accounts.codes.forEach((code, row) => {
    const key = accounts.keys[code];
    if (key === undefined || !named.has(key)) return;
    const found = rows.get(key);
    if (found) found.push(row);
    else rows.set(key, [row]);
  });
  return rows;
}

const SEVERITIES: Partial<Record<IssueCode, Severity>> = { "override-expired": "info" };
const SHOWN_NAMES = 10;

/** What is to be said of overrides, one issue of each kind. */
class Told {
  readonly #byCode = new Map<IssueCode, Override[]>();

  add(code: IssueCode, override: Override): void {
    this.#byCode.set(code, [...(this.#byCode.get(code) ?? []), override]);
  }

  issues(facts: Facts, rowsOf: ReadonlyMap<string, readonly number[]>): Issue[] {
    return [...this.#byCode].map(([code, overrides]) => {
      const names = (of: (override: Override) => string) => [...new Set(overrides.map(of))].slice(0, SHOWN_NAMES);
      const rows = names(({ account }) => account).flatMap((account) => rowsOf.get(fold(account)) ?? []);
      const params: IssueParams = {
        accounts: names(({ account }) => account),
        ...(code === "override-tier-unknown" && { tiers: names(({ tier }) => tier ?? "") }),
      };
      return {
        code,
        severity: SEVERITIES[code] ?? "warning",
        count: overrides.length,
        rows: rows.slice(0, SHOWN_NAMES).map((row) => facts.inputRow(row)),
        params,
      };
    });
  }
}
