import { makeStyles, tokens } from "@fluentui/react-components";
import type { Path } from "../document";
import { useRules } from "../RulesContext";

/** What is wrong with a part of the preset that has no box of its own; nothing where nothing is. */
export function IssueHere({ path }: { path: Path }) {
  const styles = useStyles();
  const issue = useRules().issueAt(path);
  return issue === null ? null : <p className={styles.issue}>{issue}</p>;
}

const useStyles = makeStyles({
  issue: {
    margin: "0",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground1,
    overflowWrap: "anywhere",
  },
});
