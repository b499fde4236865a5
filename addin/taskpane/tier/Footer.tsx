import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { CELL_IS_EDITED } from "../../strings/automatic";
import { CANNOT_APPLY, CANNOT_UNDO, PANE, progressSentence } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import { ScreenFooter } from "../app/ScreenFooter";
import type { Work } from "../app/state";
import { useDelayed } from "../app/useDelayed";
import { statusOf, whyNotApply, type Status } from "./status";

/** How the sheet stands to its rules, and the two buttons of the job; always at the same place. */
export function Footer() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const whyNoUndoId = useId();
  const { work, history } = state;
  const isWriting = work !== null && work.kind !== "reading";
  const whyNoUndo = isWriting ? CANNOT_APPLY.working : history.canUndo ? null : CANNOT_UNDO;
  return (
    <FooterOf name={PANE.applyTiers} whyNot={whyNotApply(state)} onClick={() => void actions.apply()}>
      <Button
        appearance="subtle"
        disabledFocusable={whyNoUndo !== null}
        aria-describedby={whyNoUndo === null ? undefined : whyNoUndoId}
        onClick={() => void actions.undo()}
      >
        {PANE.undoLastRun}
      </Button>
      <p id={whyNoUndoId} className={styles.hidden}>
        {whyNoUndo}
      </p>
    </FooterOf>
  );
}

interface OwnFooter {
  /** Of the button of the screen's job. */
  readonly name: string;
  /** Why it cannot be used now; null where it can. */
  readonly whyNot: string | null;
  onClick(): void;
  /** What stands beside it. */
  readonly children?: ReactNode;
}

/** The footer of a screen: how the sheet stands to its rules, and below it the screen's own job. */
export function FooterOf({ name, whyNot, onClick, children }: OwnFooter) {
  const styles = useStyles();
  const { state } = usePane();
  const whyId = useId();
  const { work, isCellEdited } = state;
  const slow = useDelayed(work !== null) ? work : null;
  const { sentence, next } = statusOf(state);
  // What can be asked for while accounts are read stays where it is: it may be clicked just now.
  const isAsked = next !== null && !isCellEdited && (slow === null || slow.kind === "reading");
  // What passes in a moment is told to who asks, and shown to nobody.
  const isShown = whyNot !== null && work === null && whyNot !== sentence;
  return (
    <ScreenFooter>
      {slow && <Progress work={slow} isSilent={isCellEdited} />}
      <div className={slow && !isCellEdited && !isAsked ? styles.hidden : styles.line}>
        <span role="status" className={styles.status}>
          {isCellEdited ? CELL_IS_EDITED : slow ? "" : sentence}
        </span>
        {isAsked && <Next next={next} isBusy={work !== null} />}
      </div>
      <p id={whyId} className={isShown ? styles.why : styles.hidden}>
        {whyNot}
      </p>
      <div className={styles.line}>
        <Button
          appearance="primary"
          className={styles.primary}
          disabledFocusable={whyNot !== null}
          aria-describedby={whyNot === null ? undefined : whyId}
          onClick={onClick}
        >
          {name}
        </Button>
        {children}
      </div>
    </ScreenFooter>
  );
}

/** The button that the status asks for. */
function Next({ next, isBusy }: { next: Status["next"]; isBusy: boolean }) {
  const { actions } = usePane();
  if (next === null) return null;
  const [name, act] = {
    refresh: [PANE.refreshTiers, actions.refresh] as const,
    read: [PANE.readAgain, actions.read] as const,
    repair: [PANE.repair, actions.repair] as const,
  }[next];
  return (
    <Button size="small" disabledFocusable={isBusy && next !== "refresh"} onClick={() => void act()}>
      {name}
    </Button>
  );
}

/** `isSilent`: something else is said in place of how far it is. */
function Progress({ work, isSilent }: { work: Work; isSilent: boolean }) {
  const styles = useStyles();
  const { actions } = usePane();
  const sentence = progressSentence(work);
  const { kind, done, of } = work;
  return (
    <div className={styles.line}>
      <div className={styles.progress}>
        {!isSilent && <span>{sentence}</span>}
        <ProgressBar aria-label={sentence} {...(of > 0 && { value: done, max: of })} />
      </div>
      {(kind === "reading" || kind === "writing") && (
        <Button size="small" onClick={actions.cancel}>
          {PANE.cancel}
        </Button>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    minHeight: "24px",
  },
  /** Still there for who listens. */
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  status: { color: tokens.colorNeutralForeground2 },
  why: { margin: "0", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  primary: { flexGrow: "1" },
  progress: { flexGrow: "1", display: "grid", gap: tokens.spacingVerticalXXS, fontVariantNumeric: "tabular-nums" },
});
