import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { goneName } from "../../../strings/rules/controls";
import { REVIEW_RULES } from "../../../strings/rules/review";
import { Choice } from "../controls/Choice";
import { NumberBox } from "../controls/NumberBox";
import { Parts } from "../controls/Parts";
import type { Path } from "../document";
import { tiersOf } from "../ladder/rungs";
import { useRules } from "../RulesContext";

const RECORDS = ["freshnessDays", "dossierDays", "cadences"] as const;

/** What a review asks of each tier. A tier that is no more, and of which something is still asked, is listed too. */
export function ByTier({ path }: { path: Path }) {
  const styles = useStyles();
  const rules = useRules();
  const tiers = tiersOf(rules.document);
  const named = RECORDS.flatMap((record) => Object.keys(rules.at([...path, record]) ?? {}));
  const gone = [...new Set(named)].filter((id) => !tiers.some(({ value }) => value === id));
  const all = [...tiers, ...gone.map((id) => ({ value: id, name: goneName(id) }))];
  const parts = all.map(({ value: id, name }) => ({
    title: name,
    paths: RECORDS.map((record) => [...path, record, id]),
    content: () => (
      <div role="group" aria-label={name} className={styles.tier}>
        <NumberBox
          label={REVIEW_RULES.freshness}
          path={[...path, "freshnessDays", id]}
          isOptional
          unit={REVIEW_RULES.days}
        />
        <NumberBox
          label={REVIEW_RULES.dossier}
          path={[...path, "dossierDays", id]}
          isOptional
          unit={REVIEW_RULES.days}
        />
        <Choice
          label={REVIEW_RULES.tierCadence}
          path={[...path, "cadences", id]}
          options={Object.entries(REVIEW_RULES.cadences).map(([value, cadence]) => ({ value, name: cadence }))}
          none={REVIEW_RULES.asList}
        />
      </div>
    ),
  }));
  return (
    <div>
      <Text weight="semibold">{REVIEW_RULES.perTier}</Text>
      <Parts parts={parts} />
    </div>
  );
}

const useStyles = makeStyles({ tier: { display: "grid", gap: tokens.spacingVerticalS, minWidth: "0" } });
