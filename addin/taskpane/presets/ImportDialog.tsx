import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Label,
  makeStyles,
  Textarea,
} from "@fluentui/react-components";
import { useId, useState } from "react";
import type { OnKnownId } from "../../excel/presets";
import type { Problem } from "../../excel/problem";
import { DIALOG, PANE } from "../../strings/pane";
import { whatHappened } from "../../strings/problems";
import { usePane } from "../app/PaneContext";

/** Takes a preset from a file or from pasted text. Where its id is known, it asks what shall become of the one there. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles();
  const { actions } = usePane();
  const fileId = useId();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const isKnown = problem?.code === "preset-known";
  const [isBusy, setBusy] = useState(false);
  const take = async (onKnown: OnKnownId) => {
    if (isBusy) return;
    setBusy(true);
    const refused = await actions.importPreset(text, onKnown);
    setBusy(false);
    if (refused) setProblem(refused);
    else onClose();
  };
  const change = (next: string) => {
    setText(next);
    setProblem(null);
  };
  return (
    <DialogSurface>
      <DialogBody>
        <DialogTitle>{DIALOG.importTitle}</DialogTitle>
        <DialogContent className={styles.content}>
          <div className={styles.file}>
            <Label htmlFor={fileId}>{DIALOG.importFile}</Label>
            <input
              id={fileId}
              type="file"
              accept=".json,application/json"
              onChange={(event) => void event.target.files?.[0]?.text().then(change)}
            />
          </div>
          <Field
            label={DIALOG.importText}
            validationMessage={problem ? whatHappened(problem) : null}
            validationState={problem === null ? "none" : isKnown ? "warning" : "error"}
          >
            <Textarea className={styles.text} value={text} rows={6} onChange={(_, { value }) => change(value)} />
          </Field>
        </DialogContent>
        <DialogActions fluid>
          <Button onClick={onClose}>{PANE.cancel}</Button>
          {isKnown ? (
            <>
              <Button onClick={() => void take("keep-both")}>{DIALOG.keepBoth}</Button>
              <Button appearance="primary" onClick={() => void take("replace")}>
                {DIALOG.replace}
              </Button>
            </>
          ) : (
            <Button
              appearance="primary"
              disabledFocusable={text.trim() === "" || isBusy}
              onClick={() => void take("ask")}
            >
              {PANE.import}
            </Button>
          )}
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}

const useStyles = makeStyles({
  content: { display: "grid", gap: "12px", gridTemplateColumns: "minmax(0, 1fr)" },
  text: { minWidth: "0" },
  file: { display: "grid", gap: "4px", gridTemplateColumns: "minmax(0, 1fr)", "& > input": { maxWidth: "100%" } },
});
