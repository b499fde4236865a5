import { makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import type { Plan } from "../../../engine/index";
import { count, rounded } from "../../strings/format";
import {
  editRulesOf,
  pipelineSentence,
  PLAN,
  revenueSentence,
  timeSentence,
  withoutHoursSentence,
  type NotSet,
} from "../../strings/plan";
import { Missing } from "./Missing";
import { Terms } from "./Terms";

/** What all tiers cost and should bring, and whether there is the time for it. `missing` is set for no tier. */
export function Total({ plan: { total, tiers }, missing }: { plan: Plan; missing: readonly NotSet[] }) {
  const styles = useStyles();
  const labelsOf = (ids: readonly string[]) => tiers.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  const open = tiers.filter(({ hoursNeeded, hoursAvailable }) => (hoursNeeded ?? 0) > 0 && hoursAvailable === null);
  const { says, isShort } = timeSentence(
    total,
    open.map(({ label }) => label),
  );
  const Sign = isShort === null ? InfoRegular : isShort ? WarningRegular : CheckmarkCircleRegular;
  return (
    <section aria-label={PLAN.total} className={styles.total}>
      <Subtitle2 as="h2" className={styles.title}>
        {PLAN.total}
      </Subtitle2>
      <p className={styles.time}>
        <Sign className={isShort === true ? styles.short : styles.sign} aria-hidden />
        <span>
          {says}
          {total.hoursNeeded !== null && total.withoutHours.length > 0 && (
            <> {withoutHoursSentence(labelsOf(total.withoutHours))}</>
          )}
        </span>
      </p>
      <Terms
        of={[
          { name: PLAN.accounts, says: count(total.accounts) },
          { name: PLAN.value, says: rounded(total.value) },
          { name: PLAN.revenue, says: revenueSentence(total.revenue), isShort: (total.revenue.variance ?? 0) < 0 },
          {
            name: PLAN.pipeline,
            says: pipelineSentence(total.revenue),
            isShort: (total.revenue.pipelineVariance ?? 0) < 0,
          },
        ]}
      />
      <Missing of={missing} name={editRulesOf(PLAN.total)} isOfAll />
    </section>
  );
}

const useStyles = makeStyles({
  total: { display: "grid", gap: tokens.spacingVerticalS },
  title: { margin: "0" },
  time: { margin: "0", display: "flex", gap: tokens.spacingHorizontalS, overflowWrap: "anywhere" },
  sign: { flexShrink: "0", marginBlockStart: "2px", color: tokens.colorNeutralForeground2 },
  short: { flexShrink: "0", marginBlockStart: "2px", color: tokens.colorStatusWarningForeground1 },
});
