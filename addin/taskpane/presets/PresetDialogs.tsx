import { Dialog } from "@fluentui/react-components";
import type { Preset } from "../../../engine/index";
import { LOSES_CHANGES } from "../../strings/drafts";
import { deleteQuestion, PANE, restoreQuestion } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import { ConfirmDialog } from "./ConfirmDialog";
import { DamagedDialog } from "./DamagedDialog";
import { ExportDialog } from "./ExportDialog";
import { ImportDialog } from "./ImportDialog";
import { NameDialog } from "./NameDialog";
import { NewPresetDialog } from "./NewPresetDialog";

export type PresetDialogName =
  "new" | "saveAs" | "rename" | "delete" | "restore" | "import" | "export" | { readonly damaged: string };

interface Props {
  readonly name: PresetDialogName;
  readonly preset: Preset;
  readonly onClose: () => void;
}

/** The dialogs of the menu "Preset actions". Loaded when the first one is opened. */
export function PresetDialogs({ name, preset, onClose }: Props) {
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <Content name={name} preset={preset} onClose={onClose} />
    </Dialog>
  );
}

function Content({ name, preset, onClose }: Props) {
  const { state, actions } = usePane();
  const lost = state.draft ? ` ${LOSES_CHANGES}` : "";
  if (typeof name === "object") {
    const listed = state.presets.find(({ id }) => id === name.damaged);
    const issues = listed?.state === "damaged" ? listed.issues : [];
    return <DamagedDialog id={name.damaged} issues={issues} onClose={onClose} />;
  }
  switch (name) {
    case "new":
      return <NewPresetDialog onClose={onClose} />;
    case "saveAs":
      return <NameDialog title={PANE.saveAs} first={preset.name} onDone={actions.savePresetAs} onClose={onClose} />;
    case "rename":
      return <NameDialog title={PANE.rename} first={preset.name} onDone={actions.renamePreset} onClose={onClose} />;
    case "delete":
      return (
        <ConfirmDialog
          title={PANE.delete}
          question={deleteQuestion(preset.name) + lost}
          onDone={actions.deletePreset}
          onClose={onClose}
        />
      );
    case "restore":
      return (
        <ConfirmDialog
          title={PANE.restoreBuiltIn}
          question={restoreQuestion(preset.name) + lost}
          onDone={actions.deletePreset}
          onClose={onClose}
        />
      );
    case "import":
      return <ImportDialog onClose={onClose} />;
    case "export":
      return <ExportDialog id={preset.id} onClose={onClose} />;
  }
}
