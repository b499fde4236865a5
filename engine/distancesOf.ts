import type { Run } from "./run";
import { distances, type Distance } from "./stages/distance";

/** How far each row is from the tier above and from falling out of its own. See `distances`. */
export interface RowDistances {
  readonly up: Distance;
  readonly down: Distance;
}

/** The distances of a run, worked out when asked for: NaN beside rows that are no account or in no tier. */
export function distancesOf({ preset, facts, decision, accounts }: Run): RowDistances {
  const { up, down } = distances(preset, facts, decision.final, decision.segments);
  const { accountOf } = accounts;
  if (!accountOf) return { up: plain(up), down: plain(down) };
  const byRow = ({ values, by, measures }: Distance): Distance => ({
    values: Float64Array.from(accountOf, (account) => values[account] ?? NaN),
    by: Int16Array.from(accountOf, (account) => by[account] ?? -1),
    measures,
  });
  return { up: byRow(up), down: byRow(down) };
}

/** Without what cannot be sent to another thread. */
function plain({ values, by, measures }: Distance): Distance {
  return { values, by, measures };
}
