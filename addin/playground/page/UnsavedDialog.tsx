import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";

export type Decision = "save" | "lose" | "cancel";

interface Props {
  /** Of the workbook that is open. */
  readonly name: string;
  readonly onDecided: (decision: Decision) => void;
}

/** Asks what becomes of the workbook that is open before another takes its place. */
export function UnsavedDialog({ name, onDecided }: Props) {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onDecided("cancel")}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Save {name} first?</DialogTitle>
          <DialogContent>What you changed since it was opened or saved is lost otherwise.</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={() => onDecided("save")}>
              Save
            </Button>
            <Button onClick={() => onDecided("lose")}>Don&apos;t save</Button>
            <Button onClick={() => onDecided("cancel")}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
