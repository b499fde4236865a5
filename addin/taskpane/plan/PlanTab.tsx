import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Preview } from "../../excel/tiering";
import { PLAN } from "../../strings/plan";
import { Body } from "../app/Body";
import { usePane } from "../app/PaneContext";
import { useAnswer } from "../app/useAnswer";
import { Waiting } from "../app/Waiting";
import { Refused } from "../tier/Refused";
import { neverSet, notSet } from "./Missing";
import { MoreOfPlan } from "./MoreOfPlan";
import { PlanFooter } from "./PlanFooter";
import { Shares } from "./Shares";
import { TierCard } from "./TierCard";
import { Total } from "./Total";

/** What a tiering costs and should bring, what each tier is promised, and the sheets that say so to others. */
export function PlanTab() {
  const { state } = usePane();
  const { preview, work, isOpen } = state;
  const isReading = work?.kind === "reading";
  return (
    <>
      <Body tab="plan" isBusy={isReading}>
        {preview ? <Planned preview={preview} /> : isReading || !isOpen ? <Waiting /> : <Nothing />}
      </Body>
      {preview && <PlanFooter />}
    </>
  );
}

function Planned({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const { state } = usePane();
  const plan = useAnswer("plan");
  const scorecard = useAnswer("scorecard");
  if (!plan) return <Waiting />;
  const { preset } = preview.run;
  const never = neverSet(plan.tiers);
  return (
    <div className={state.isFresh ? styles.plan : styles.passed}>
      <Total plan={plan} missing={never} />
      <Shares plan={plan} rungs={preset.tiers.rungs} />
      <section aria-label={PLAN.tiers} className={styles.tiers}>
        {plan.tiers.map((tier) => (
          <TierCard
            key={tier.id}
            tier={tier}
            rung={preset.tiers.rungs.find(({ id }) => id === tier.id)}
            missing={notSet(tier).filter((each) => !never.includes(each))}
            score={scorecard?.tiers.find(({ id }) => id === tier.id)}
          />
        ))}
      </section>
      <MoreOfPlan preview={preview} />
    </div>
  );
}

/** No accounts: why, and where they are chosen. */
function Nothing() {
  const styles = useStyles();
  const { state, actions } = usePane();
  return (
    <>
      {state.refusal ? <Refused problem={state.refusal} /> : <p className={styles.sentence}>{PLAN.noAccounts}</p>}
      <Button className={styles.button} onClick={() => actions.go("tier")}>
        {PLAN.toTier}
      </Button>
    </>
  );
}

const plan = { display: "grid", gap: tokens.spacingVerticalL, minWidth: "0" } as const;

const useStyles = makeStyles({
  plan,
  /** Of before: what is read next will replace it. */
  passed: { ...plan, opacity: "0.6", transitionProperty: "opacity", transitionDelay: "300ms" },
  tiers: { display: "grid", gap: tokens.spacingVerticalS, minWidth: "0" },
  sentence: { margin: "0" },
  button: { alignSelf: "start" },
});
