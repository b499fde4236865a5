import { makeStyles, tokens } from "@fluentui/react-components";
import type { Path } from "../document";
import { useRules } from "../RulesContext";

/** What is wrong with a part of the preset that has no box of its own; nothing where nothing is. */
export function IssueHere({ path }: { path: Path }) {
  return <IssueText issue={useRules().issueAt(path)} />;
}

export function IssueText({ issue }: { issue: string | null }) {
  const styles = useStyles();
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
