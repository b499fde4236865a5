import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { conditionSentence } from "../../../strings/conditionSentence";
import { CONDITIONS, conditionName, removeName } from "../../../strings/rules/conditions";
import { IssueHere } from "../controls/IssueHere";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import { ConditionControls } from "./ConditionControls";
import { Disclosure } from "./Disclosure";
import type { Asked } from "./subjects";
import { useNewCondition } from "./useNewCondition";

interface Props {
  /** Where the condition stands. */
  readonly path: Path;
  /** What it decides, as the name of the whole: "Who is in Tier 1". */
  readonly label: string;
  /** Whether a `top` may stand in it. */
  readonly hasTop?: boolean;
  /** Whether it may ask for the segment or the tier. */
  readonly asks?: readonly Asked[];
  /** It may be absent: nothing is asked then. */
  readonly isOptional?: boolean;
}

/** A condition as a sentence, and what it is made of. */
export function ConditionEditor({ path, label, hasTop = false, asks, isOptional = false }: Props) {
  const styles = useStyles();
  const rules = useRules();
  const makeNew = useNewCondition();
  const condition = rules.at(path);
  const issues = rules.issuesIn(path);
  const isMissing = condition === undefined;
  const sentence = conditionSentence(condition, rules.preset);
  return (
    <div role="group" aria-label={label} className={styles.whole}>
      <span className={styles.label}>{label}</span>
      {isMissing ? (
        <>
          <p className={styles.nothing}>{isOptional ? CONDITIONS.nobody : CONDITIONS.missing}</p>
          <Button
            size="small"
            className={styles.add}
            icon={<AddRegular />}
            aria-label={conditionName(label, CONDITIONS.add)}
            onClick={() => rules.set(path, makeNew())}
          >
            {CONDITIONS.add}
          </Button>
        </>
      ) : (
        <Disclosure
          name={conditionName(label, sentence)}
          sentence={sentence}
          closed={<Issues issues={issues} />}
          action={
            isOptional && (
              <Button
                appearance="subtle"
                size="small"
                icon={<DeleteRegular />}
                aria-label={removeName(label)}
                onClick={() => rules.set(path, undefined)}
              />
            )
          }
        >
          <IssueHere path={path} />
          <ConditionControls path={path} hasTop={hasTop} asks={asks} />
        </Disclosure>
      )}
      {isMissing && <Issues issues={issues} />}
    </div>
  );
}

function Issues({ issues }: { issues: readonly string[] }) {
  const styles = useStyles();
  if (issues.length === 0) return null;
  return <p className={styles.issues}>{[...new Set(issues)].join(" ")}</p>;
}

const useStyles = makeStyles({
  whole: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXXS,
    minWidth: "0",
  },
  label: { fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  nothing: { margin: "0", color: tokens.colorNeutralForeground2 },
  add: { justifySelf: "start" },
  issues: {
    margin: "0",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground1,
    overflowWrap: "anywhere",
  },
});
