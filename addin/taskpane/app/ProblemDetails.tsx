import { makeStyles, tokens } from "@fluentui/react-components";
import type { Problem } from "../../excel/problem";
import { PANE } from "../../strings/pane";

/** For whoever helps: the code, what is known of the place, Excel's own words. */
export function reportOf({ code, params, written, detail }: Problem): string {
  return JSON.stringify({ code, written, params, ...(detail !== undefined && { detail }) }, null, 1);
}

export function ProblemDetails({ problem }: { problem: Problem }) {
  const styles = useStyles();
  return (
    <details className={styles.details}>
      <summary>{PANE.details}</summary>
      <code className={styles.report}>{reportOf(problem)}</code>
    </details>
  );
}

const useStyles = makeStyles({
  details: { marginTop: tokens.spacingVerticalXS },
  report: { display: "block", whiteSpace: "pre-wrap", overflowWrap: "anywhere", fontSize: tokens.fontSizeBase100 },
});
