import { PANE } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import { emptyPreset } from "./emptyPreset";
import { NameDialog } from "./NameDialog";

/** Asks for the name of a new preset, saves it with the least that there must be, and opens its rules. */
export function NewPresetDialog({ onClose }: { onClose: () => void }) {
  const { actions } = usePane();
  const make = async (name: string) => {
    const problem = await actions.importPreset(JSON.stringify(emptyPreset(name)), "keep-both");
    if (problem) actions.say({ kind: "problem", problem });
    else actions.go("rules");
  };
  return <NameDialog title={PANE.newPreset} first="" onDone={make} onClose={onClose} />;
}
