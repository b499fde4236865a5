import { Button, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { memo } from "react";
import { serialOfIso, type AnswerTo } from "../../../engine/index";
import type { KeptAttention } from "../../excel/sheets/history/attention";
import type { Names } from "../../strings/names";
import { alertPhrase, duePhrase, noteName, REVIEW, statusPhrase } from "../../strings/review";
import { usePane } from "../app/PaneContext";
import { AccountLink } from "../app/AccountLink";

interface Props {
  readonly item: AnswerTo<"attentionFirst">["accounts"][number];
  /** Its row in the workbook; null of what is not recorded yet. */
  readonly kept: KeptAttention | null;
  readonly names: Names;
  edit(kept: KeptAttention): void;
}

/** Somebody to look at: what has happened, who looks after them until when, and what was noted. */
export const AttentionRow = memo(function AttentionRow({ item, kept, names, edit }: Props) {
  const styles = useStyles();
  const { asOf } = usePane().state;
  const restoreFocus = useRestoreFocusTarget();
  const { account, row, code, isOverdue, due, status, reason } = item;
  const lateDays = isOverdue ? serialOfIso(asOf) - serialOfIso(due) : 0;
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <div>
          {account === null ? REVIEW.wholeList : <AccountLink account={account} row={row} />} {alertPhrase(item, names)}
        </div>
        <div className={mergeClasses(styles.also, isOverdue && styles.late)}>{duePhrase(item, lateDays)}</div>
        {kept && <div className={styles.also}>{statusPhrase(status, reason)}</div>}
        {kept?.note != null && <div className={styles.also}>{kept.note}</div>}
      </div>
      {kept && (
        <Button size="small" aria-label={noteName(account, code)} onClick={() => edit(kept)} {...restoreFocus}>
          {REVIEW.note}
        </Button>
      )}
    </li>
  );
});

const useStyles = makeStyles({
  item: { display: "flex", alignItems: "start", gap: tokens.spacingHorizontalS },
  what: { flexGrow: "1", minWidth: "0" },
  also: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  late: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});
