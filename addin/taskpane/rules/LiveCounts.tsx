import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { noCountsSentence, RULES, wasAndIs } from "../../strings/rules";
import { usePane } from "../app/PaneContext";

/** How many accounts each tier has by the rules as they are now, and had by the saved ones. */
export function LiveCounts() {
  const styles = useStyles();
  const { state } = usePane();
  const { preview, draft, isFresh, refusal } = state;
  if (!preview) return refusal && <p className={styles.why}>{noCountsSentence(refusal)}</p>;
  const before = new Map(draft?.before?.run.stats.tiers.map(({ id, count }) => [id, count]));
  return (
    <ul className={mergeClasses(styles.list, !isFresh && styles.passed)} aria-label={RULES.result}>
      {[...preview.run.stats.tiers, ...preview.run.stats.outside].map(({ id, label, count }) => (
        <li key={id} className={styles.tier}>
          <bdi>{label}</bdi> <strong>{wasAndIs(before.get(id) ?? count, count)}</strong>
        </li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    margin: "0",
    padding: "0",
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  why: { margin: "0", fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  tier: { overflowWrap: "anywhere" },
  passed: { opacity: "0.6", transitionProperty: "opacity", transitionDelay: "300ms" },
});
