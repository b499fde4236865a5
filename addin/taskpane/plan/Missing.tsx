import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { TierPlan } from "../../../engine/index";
import { notSetSentence, PLAN, type NotSet } from "../../strings/plan";
import { usePane } from "../app/PaneContext";

interface Props {
  readonly of: readonly NotSet[];
  /** Of the link to the rules. */
  readonly name: string;
  /** Whether it is missing of every tier. */
  readonly isOfAll?: boolean;
}

/** What the rules leave open, so that the plan cannot say it, and where that is mended. */
export function Missing({ of, name, isOfAll = false }: Props) {
  const styles = useStyles();
  const { actions } = usePane();
  if (of.length === 0) return null;
  return (
    <p className={styles.missing}>
      {notSetSentence(of, isOfAll)}{" "}
      <Link as="button" inline aria-label={name} onClick={() => actions.go("rules")}>
        {PLAN.editRules}
      </Link>
    </p>
  );
}

export function notSet({ hoursPerAccount, hoursAvailable, revenue }: TierPlan): NotSet[] {
  const missing: NotSet[] = [];
  if (hoursPerAccount === null) missing.push("hours");
  if (hoursAvailable === null) missing.push("available");
  if (revenue.target === null) missing.push("revenue");
  if (revenue.pipelineNeeded === null) missing.push("coverage");
  return missing;
}

/** What is missing of every tier. */
export function neverSet(tiers: readonly TierPlan[]): NotSet[] {
  const [first = [], ...others] = tiers.map(notSet);
  return first.filter((each) => others.every((missing) => missing.includes(each)));
}

const useStyles = makeStyles({ missing: { margin: "0", color: tokens.colorNeutralForeground2 } });
