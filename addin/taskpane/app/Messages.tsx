import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
  type MessageBarIntent,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { messageSentence, type Message } from "../../strings/messages";
import { PANE } from "../../strings/pane";
import { IN_SIGHT } from "./inSight";
import { usePane } from "./PaneContext";
import type { PaneState } from "./state";
import { ProblemDetails, reportOf } from "./ProblemDetails";

/** What the last step came to, with what can be done about it; in sight wherever one has scrolled to. */
export function Messages() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const { message, history } = state;
  if (!message) return null;
  // An undo that stopped half-way goes on when it is asked for again; a run that did is repaired.
  const isHalfUndone = needsRepair(message) && !history.isUnfinished;
  const isUndoable =
    message.kind === "wrote" ? message.canUndo : message.kind === "tiered" || message.kind === "refreshed";
  const canUndo = (isUndoable || isHalfUndone) && history.canUndo;
  const position = positionOfTiers(state);
  const canRepair = message.kind === "unfinished" || (needsRepair(message) && !(isHalfUndone && canUndo));
  return (
    <section aria-label={PANE.result} className={styles.result}>
      <MessageBar className={styles.bar} intent={intentOf(message)} layout="multiline" politeness="polite">
        <MessageBarBody>
          {messageSentence(message)}
          {message.kind === "problem" && <ProblemDetails problem={message.problem} />}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label={PANE.dismiss}
              icon={<DismissRegular />}
              onClick={() => actions.say(null)}
            />
          }
        >
          {message.kind === "tiered" && position !== null && (
            <Button onClick={() => void actions.select(-1, position)}>{PANE.showTiers}</Button>
          )}
          {canUndo && <Button onClick={() => void actions.undo()}>{PANE.undo}</Button>}
          {canRepair && <Button onClick={() => void actions.repair()}>{PANE.repair}</Button>}
          {message.kind === "problem" && (
            <Button onClick={() => void actions.copy(reportOf(message.problem))}>{PANE.copy}</Button>
          )}
        </MessageBarActions>
      </MessageBar>
    </section>
  );
}

/** Where the tiers stand, from the first column of the source: they may be far right of what is seen. */
function positionOfTiers({ preview }: PaneState): number | null {
  const tier = preview?.plan.columns.find(({ kind, placed }) => kind === "tier" && placed);
  return tier && preview ? tier.column - preview.source.firstColumn : null;
}

function intentOf(message: Message): MessageBarIntent {
  switch (message.kind) {
    case "problem":
      return "error";
    case "unfinished":
      return "warning";
    case "said":
      return message.isProblem ? "error" : "info";
    case "cancelled":
      return "info";
    case "tiered":
    case "refreshed":
      return message.withoutColours ? "warning" : "success";
    case "undone":
    case "repaired":
      return message.unmatched.length > 0 ? "warning" : "success";
    default:
      return "success";
  }
}

function needsRepair(message: Message): boolean {
  if (message.kind !== "problem") return false;
  const { code, written } = message.problem;
  return code === "run-unfinished" || written === "partly" || written === "unknown";
}

const useStyles = makeStyles({
  result: {
    ...IN_SIGHT,
    top: "0",
    zIndex: "2",
  },
  bar: {
    flexShrink: "0",
    borderRadius: "0",
    alignItems: "start",
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
});
