import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { PresetIssue } from "../../../engine/index";
import { deleteDamagedQuestion, DRAFTS } from "../../strings/drafts";
import { PANE } from "../../strings/pane";
import { issueHere, presetIssueSentence } from "../../strings/presetIssues";
import { usePane } from "../app/PaneContext";
import { ConfirmDialog } from "./ConfirmDialog";
import { ExportDialog } from "./ExportDialog";

interface Props {
  readonly id: string;
  readonly issues: readonly PresetIssue[];
  readonly onClose: () => void;
}

/** Why a preset of the workbook cannot be used, and the two things that can be done with it. */
export function DamagedDialog({ id, issues, onClose }: Props) {
  const styles = useStyles();
  const { actions } = usePane();
  const [step, setStep] = useState<"look" | "export" | "delete">("look");
  if (step === "export") return <ExportDialog id={id} onClose={onClose} />;
  if (step === "delete")
    return (
      <ConfirmDialog
        title={PANE.delete}
        question={deleteDamagedQuestion(id)}
        onDone={() => actions.deleteDamaged(id)}
        onClose={onClose}
      />
    );
  return (
    <DialogSurface>
      <DialogBody>
        <DialogTitle className={styles.text}>
          <bdi>{id}</bdi> {PANE.unusable}
        </DialogTitle>
        <DialogContent className={styles.text}>
          <ul className={styles.list}>
            {issues.map((issue, at) => (
              <li key={at}>{issue.path.length === 0 ? issueHere(issue) : presetIssueSentence(issue)}</li>
            ))}
            {issues.length === 0 && <li>{DRAFTS.noPreset}</li>}
          </ul>
          <p className={styles.note}>{DRAFTS.keptAsItIs}</p>
        </DialogContent>
        <DialogActions fluid>
          <Button onClick={onClose}>{PANE.close}</Button>
          <Button onClick={() => setStep("delete")}>{PANE.delete}</Button>
          <Button appearance="primary" onClick={() => setStep("export")}>
            {PANE.export}
          </Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}

const useStyles = makeStyles({
  text: { overflowWrap: "anywhere" },
  list: { margin: "0", paddingInlineStart: tokens.spacingHorizontalXL },
  note: { margin: `${tokens.spacingVerticalM} 0 0` },
});
