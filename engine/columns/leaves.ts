import { shownValue } from "../conditions/condition";
import { kindOf, type Condition } from "../conditions/registry";
import { OPEN_SCOPE, type Scope } from "../facts";
import { topOf } from "../ladder/top";
import type { Run } from "../run";
import type { Figure } from "../whyFigures";

/** The simple conditions that a reason is made of, in the order in which it names them, ready to be asked of every account. */
export interface Leaf {
  /** What is said of an account but for its figure, as one character. */
  signAt(account: number): string;
  /** null where the reason names none, or it is missing. */
  figureAt(account: number): Figure | null;
}

export function leavesOf(condition: Condition, scope: Scope, run: Run): Leaf[] {
  if (!("measure" in condition)) {
    return kindOf(condition)
      .parts(condition)
      .flatMap((part) => leavesOf(part, scope, run));
  }
  const { facts } = run;
  const holds = facts.holds(condition, scope);
  const namesFigure = !("blank" in condition || "unreadable" in condition);
  const column = namesFigure ? facts.column(condition.measure) : null;
  const figureAt = (account: number) => (column ? shownValue(column, account) : null);
  const standingAt = "top" in condition ? standings(condition, scope, run) : () => 0;
  return [
    {
      figureAt,
      signAt(account) {
        const isMissing = column !== null && figureAt(account) === null;
        return String.fromCharCode(0x30 + (holds[account] ?? 0) + (isMissing ? 2 : 0) + 4 * standingAt(account));
      },
    },
  ];
}

/** Of a `top`: ranked or missing · not positive · not of those that are ranked. */
function standings(condition: Extract<Condition, { top: unknown }>, scope: Scope, { facts }: Run) {
  const { ranking } = topOf(condition, facts, scope);
  const among = condition.top.among ?? scope.among;
  const isAmong = among === undefined ? null : facts.holds(among, OPEN_SCOPE);
  return (account: number) => {
    if ((ranking.position[account] ?? -1) >= 0) return 0;
    return (isAmong?.[account] ?? 1) === 1 && facts.included[account] === 1 ? 1 : 2;
  };
}
