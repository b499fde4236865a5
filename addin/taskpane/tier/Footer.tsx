import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { CANNOT_UNDO, PANE, progressSentence } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import { useDelayed } from "../app/useDelayed";
import { statusOf, whyNotApply } from "./status";

/** How the sheet stands to its rules, and the two buttons of the job; always at the same place. */
export function Footer() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const [statusId, whyId] = [useId(), useId()];
  const { work, history } = state;
  const isSlow = useDelayed(work !== null);
  const { sentence, canRefresh } = statusOf(state);
  const whyNot = whyNotApply(state);
  const isBusy = work?.kind === "writing" || work?.kind === "other";
  const canUndo = history.canUndo && !isBusy;
  return (
    <footer className={styles.footer}>
      {work && isSlow ? (
        <Progress kind={work.kind === "reading" ? "reading" : "writing"} done={work.done} of={work.of} />
      ) : (
        <div className={styles.line}>
          <span id={statusId} role="status" className={styles.status}>
            {sentence}
          </span>
          {canRefresh && (
            <Button size="small" disabledFocusable={isBusy} onClick={() => void actions.refresh()}>
              {PANE.refreshTiers}
            </Button>
          )}
        </div>
      )}
      {whyNot !== null && work === null && (
        <p id={whyId} className={styles.why}>
          {whyNot}
        </p>
      )}
      <div className={styles.line}>
        <Button
          appearance="primary"
          className={styles.primary}
          disabledFocusable={whyNot !== null}
          aria-describedby={whyNot === null ? undefined : whyId}
          onClick={() => void actions.apply()}
        >
          {PANE.applyTiers}
        </Button>
        <Button
          appearance="subtle"
          disabledFocusable={!canUndo}
          title={canUndo ? undefined : CANNOT_UNDO}
          onClick={() => void actions.undo()}
        >
          {PANE.undoLastRun}
        </Button>
      </div>
    </footer>
  );
}

function Progress({ kind, done, of }: { kind: "reading" | "writing"; done: number; of: number }) {
  const styles = useStyles();
  const { actions } = usePane();
  const sentence = progressSentence(kind, done, of);
  return (
    <div className={styles.line}>
      <div className={styles.progress}>
        <span>{sentence}</span>
        <ProgressBar aria-label={sentence} {...(of > 0 && { value: done, max: of })} />
      </div>
      <Button size="small" onClick={actions.cancel}>
        {PANE.cancel}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  footer: {
    position: "sticky",
    bottom: "0",
    zIndex: "1",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    minHeight: "24px",
  },
  status: { color: tokens.colorNeutralForeground2 },
  why: { margin: "0", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  primary: { flexGrow: "1" },
  progress: { flexGrow: "1", display: "grid", gap: tokens.spacingVerticalXXS, fontVariantNumeric: "tabular-nums" },
});
