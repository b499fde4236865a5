import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { PANE } from "../../strings/pane";

interface Props {
  /** Also what the button says that does it. */
  readonly title: string;
  readonly question: string;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks once before something is lost. */
export function ConfirmDialog({ title, question, onDone, onClose }: Props) {
  return (
    <DialogSurface>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>{question}</DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{PANE.cancel}</Button>
          <Button
            appearance="primary"
            onClick={() => {
              onClose();
              void onDone();
            }}
          >
            {title}
          </Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}
