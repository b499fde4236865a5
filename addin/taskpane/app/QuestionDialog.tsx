import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { CONFLICT_QUESTION, conflictSentence, DRAFTS, unsavedQuestion } from "../../strings/drafts";
import { PANE } from "../../strings/pane";
import { usePane } from "./PaneContext";
import type { Question } from "./state";

/** What has to be decided before a step goes on. Closing it lets the step be. */
export function QuestionDialog({ question }: { question: Question }) {
  const { actions } = usePane();
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && actions.answer(null)}>
      <DialogSurface>
        <DialogBody>{question.kind === "unsaved" ? <Unsaved {...question} /> : <Conflict {...question} />}</DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Unsaved({ preset, canSave }: Extract<Question, { kind: "unsaved" }>) {
  const { actions } = usePane();
  return (
    <>
      <DialogTitle>{DRAFTS.unsavedTitle}</DialogTitle>
      <DialogContent>
        {unsavedQuestion(preset)}
        {!canSave && ` ${DRAFTS.incomplete}`}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={() => actions.answer(null)}>{PANE.keepEditing}</Button>
        <Button onClick={() => actions.answer("discard")}>{PANE.discard}</Button>
        {canSave && (
          <Button appearance="primary" onClick={() => actions.answer("save")}>
            {PANE.save}
          </Button>
        )}
      </DialogActions>
    </>
  );
}

function Conflict(question: Extract<Question, { kind: "conflict" }>) {
  const { actions } = usePane();
  return (
    <>
      <DialogTitle>{DRAFTS.conflictTitle}</DialogTitle>
      <DialogContent>
        {conflictSentence(question)} {CONFLICT_QUESTION}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={() => actions.answer(null)}>{PANE.cancel}</Button>
        <Button onClick={() => actions.answer("theirs")}>{DRAFTS.takeTheirs}</Button>
        <Button appearance="primary" onClick={() => actions.answer("copy")}>
          {DRAFTS.saveCopy}
        </Button>
      </DialogActions>
    </>
  );
}
