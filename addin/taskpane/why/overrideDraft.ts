import type { Override } from "../../../engine/index";
import type { KeptOverride } from "../../excel/sheets/overrides/overrides";
import { OVERRIDE } from "../../strings/overrides";

/** An override while it is filled in. */
export interface OverrideDraft {
  readonly kind: Override["kind"];
  /** Label of the tier; not asked for where the account is left out. */
  readonly tier: string;
  readonly reason: string;
  readonly by: string;
  /** ISO day; `""` for no end. */
  readonly until: string;
  readonly isForAll: boolean;
}

/** What is to be mended before it can be saved, by field. */
export interface DraftProblems {
  readonly reason: string | null;
  readonly until: string | null;
}

export function problemsOf({ reason, until }: OverrideDraft, asOf: string): DraftProblems {
  return {
    reason: reason.trim() === "" ? OVERRIDE.reasonMissing : null,
    until: until !== "" && until < asOf ? OVERRIDE.dayOver : null,
  };
}

/** As it is written in the sheet. */
export function keptOverride(draft: OverrideDraft, account: string, preset: string): KeptOverride {
  const { kind, tier, until, isForAll } = draft;
  const by = draft.by.trim();
  return {
    ...{ account, kind, reason: draft.reason.trim(), preset: isForAll ? null : preset },
    ...(kind !== "exclude" && { tier }),
    ...(by !== "" && { by }),
    ...(until !== "" && { until }),
  };
}
