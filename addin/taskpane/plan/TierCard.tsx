import { Card, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { Score, TierPlan, TierRung } from "../../../engine/index";
import { count, rounded } from "../../strings/format";
import {
  editRulesOf,
  effortSentence,
  hoursSentence,
  isOffSeats,
  pipelineSentence,
  PLAN,
  rateSentence,
  revenueSentence,
  seatsSentence,
  type NotSet,
} from "../../strings/plan";
import { ListMenu } from "./ListMenu";
import { Missing } from "./Missing";
import { Terms, type Term } from "./Terms";

interface Props {
  readonly tier: TierPlan;
  /** Absent while the answer is of other rules. */
  readonly rung: TierRung | undefined;
  readonly score: Score | undefined;
  /** What the rules leave open of it and not of every tier. */
  readonly missing: readonly NotSet[];
}

/** From here on a tier takes so much more of the hours than it has of the value that it is worth a sign. */
const MUCH = 2;

/** A tier: who is in it, what it costs and brings, against what is aimed at. */
export function TierCard({ tier, rung, score, missing }: Props) {
  const styles = useStyles();
  return (
    <Card size="small" appearance="outline" role="group" aria-label={tier.label} className={styles.card}>
      <div className={styles.head}>
        <div className={styles.title}>
          <Subtitle2 as="h3" className={styles.label}>
            <bdi>{tier.label}</bdi>
          </Subtitle2>
          {rung?.name !== undefined && <span className={styles.also}>{rung.name}</span>}
        </div>
        <ListMenu tier={tier} />
      </div>
      <Terms of={termsOf(tier, rung, score)} />
      <Missing of={missing} name={editRulesOf(tier.label)} />
    </Card>
  );
}

function termsOf(tier: TierPlan, rung: TierRung | undefined, score: Score | undefined): Term[] {
  const { seats, revenue, effortShare, valueShare, effortPerValue } = tier;
  const rates = (["growth", "retention", "conversion"] as const).map((name): Term => {
    const actual = name === "growth" ? (score?.valueGrowth ?? null) : (score?.[name] ?? null);
    const target = score?.targets[name] ?? null;
    return { name: PLAN[name], says: rateSentence(actual, target), isShort: (target?.variance ?? 0) < 0 };
  });
  return [
    { name: PLAN.priority, says: rung?.priority ?? null },
    { name: PLAN.accounts, says: count(tier.accounts) },
    { name: PLAN.seats, says: seats && seatsSentence(seats), isShort: seats !== null && isOffSeats(seats) },
    { name: PLAN.value, says: rounded(tier.value) },
    { name: PLAN.hoursAMonth, says: hoursSentence(tier), isShort: (tier.hoursSpare ?? 0) < 0 },
    {
      name: PLAN.effort,
      says:
        effortShare === null || valueShare === null || tier.accounts === 0
          ? null
          : effortSentence(effortShare, valueShare),
      isShort: (effortPerValue ?? 0) >= MUCH,
    },
    {
      name: PLAN.revenue,
      says: revenue.target === null ? null : revenueSentence(revenue),
      isShort: (revenue.variance ?? 0) < 0,
    },
    { name: PLAN.pipeline, says: pipelineSentence(revenue), isShort: (revenue.pipelineVariance ?? 0) < 0 },
    ...rates,
  ];
}

const useStyles = makeStyles({
  card: { gap: tokens.spacingVerticalS },
  head: { display: "flex", alignItems: "start", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  title: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalS,
    minWidth: "0",
  },
  label: { margin: "0", overflowWrap: "anywhere" },
  also: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});
