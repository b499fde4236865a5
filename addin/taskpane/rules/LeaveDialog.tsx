import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { PANE } from "../../strings/pane";
import { RULES } from "../../strings/rules";
import { usePane } from "../app/PaneContext";

/** Asks once before rules that were changed are left. Incomplete ones can only be discarded or completed. */
export function LeaveDialog({ canSave, onClose }: { canSave: boolean; onClose: () => void }) {
  const { actions } = usePane();
  const leave = async (settled: Promise<unknown>) => {
    onClose();
    if ((await settled) !== false) actions.go("tier");
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{RULES.leaveTitle}</DialogTitle>
          <DialogContent>{RULES.leaveQuestion}</DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{PANE.keepEditing}</Button>
            <Button onClick={() => void leave(actions.discardRules())}>{PANE.discard}</Button>
            {canSave && (
              <Button appearance="primary" onClick={() => void leave(actions.saveRules())}>
                {PANE.save}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
