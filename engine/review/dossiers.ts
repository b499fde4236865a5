import type { Run } from "../run";
import { isoOf, serialOfIso } from "../table/date";
import { bestFirst, listing, type Listed } from "./listed";
import { bestOfEach } from "./reviewOf";

/** The day on which the dossier of each account was last renewed, ISO, by account key; null or absent where there is none. */
export type Dossiers = ReadonlyMap<string, string | null>;

/** How the dossier of an account stands on the day of a run. Days are ISO. */
export interface DossierDue extends Listed {
  readonly key: string;
  /** null where there is none. */
  readonly last: string | null;
  /** When it is to be renewed; the day of the run where there is none. */
  readonly due: string;
  readonly state: DossierState["state"];
}

interface DossierState {
  /** `due` from the day on which it is to be renewed. */
  readonly state: "missing" | "due" | "fresh";
  readonly last: string | null;
  readonly due: string;
  /** Since it was last renewed; null where there is none. */
  readonly days: number | null;
}

const STATES: readonly DossierState["state"][] = ["missing", "due", "fresh"];

/**
 * Whose dossier is missing, due or fresh: every account in a tier that needs one (`review.dossierDays`), overrides
 * included. What is to be done comes first, in it the best tier, then who has none, then the earliest day, then the highest
 * value.
 *
 * A day that is no day, or is after that of the run, counts as none.
 */
export function dossiersDue(run: Run, dossiers: Dossiers): DossierDue[] {
  const { keys, codes } = run.accounts.table.accounts;
  const stateOf = dossierStates(run, dossiers);
  const entry = listing(run);
  const found: { readonly row: number; readonly dossier: DossierDue }[] = [];
  for (const [code, row] of bestOfEach(codes, run.decision.final)) {
    const [key, listed] = [keys[code] ?? "", entry(row)];
    const known = stateOf(key, listed.tier);
    if (!known) continue;
    const { last, due, state } = known;
    found.push({ row, dossier: { ...listed, key, last, due, state } });
  }
  const inOrder = bestFirst(run);
  const isFresh = ({ state }: DossierDue) => (state === "fresh" ? 1 : 0);
  const tierOf = (row: number) => run.decision.final[row] ?? -1;
  return found
    .sort(
      (a, b) =>
        isFresh(a.dossier) - isFresh(b.dossier) ||
        tierOf(a.row) - tierOf(b.row) ||
        STATES.indexOf(a.dossier.state) - STATES.indexOf(b.dossier.state) ||
        serialOfIso(a.dossier.due) - serialOfIso(b.dossier.due) ||
        inOrder(a.row, b.row),
    )
    .map(({ dossier }) => dossier);
}

/** The state of the dossier of an account, by its key and the id of its tier; null where that tier needs none. */
export function dossierStates(
  { preset, asOf }: Run,
  dossiers: Dossiers,
): (key: string, tier: string) => DossierState | null {
  const rules = new Map(Object.entries(preset.review?.dossierDays ?? {}));
  return (key, tier) => {
    const allowed = rules.get(tier);
    if (allowed === undefined) return null;
    const last = serialOfIso(dossiers.get(key) ?? "");
    if (!(last <= asOf)) return { state: "missing", last: null, due: isoOf(asOf), days: null };
    const due = last + allowed;
    return { state: due <= asOf ? "due" : "fresh", last: isoOf(last), due: isoOf(due), days: asOf - last };
  };
}
