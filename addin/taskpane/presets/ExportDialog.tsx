import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { DRAFTS } from "../../strings/drafts";
import { DIALOG, PANE } from "../../strings/pane";
import { usePane } from "../app/PaneContext";

/** The preset as text: to copy, or to save as a file where the browser inside Excel allows that. */
export function ExportDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { state, actions, services } = usePane();
  const [text, setText] = useState("");
  const [isCopied, setCopied] = useState(false);
  const closing = useRef(onClose);
  useEffect(() => {
    closing.current = onClose;
  });
  useEffect(() => {
    void actions.exportPreset(id).then((exported) => (exported === null ? closing.current() : setText(exported)));
  }, [actions, id]);
  return (
    <DialogSurface>
      <DialogBody>
        <DialogTitle>{PANE.export}</DialogTitle>
        <DialogContent>
          <Field
            label={DIALOG.exportText}
            hint={state.draft && state.preset?.id === id ? DRAFTS.withoutChanges : undefined}
          >
            <Textarea readOnly value={text} rows={10} style={{ minWidth: 0 }} />
          </Field>
          <span role="status">{isCopied ? PANE.copied : ""}</span>
        </DialogContent>
        <DialogActions fluid>
          <Button onClick={onClose}>{PANE.close}</Button>
          <Button onClick={() => services.download(`${id}.json`, text)}>{DIALOG.saveFile}</Button>
          <Button appearance="primary" onClick={() => void actions.copy(text).then(setCopied)}>
            {PANE.copy}
          </Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}
