import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import type { Ref } from "react";
import { damagedName, DRAFTS } from "../../strings/drafts";
import { PANE } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import type { PresetDialogName } from "./PresetDialogs";

interface Props {
  readonly button: Ref<HTMLButtonElement>;
  readonly onOpen: (dialog: PresetDialogName) => void;
}

/** The menu "Preset actions": what can be done with the chosen preset, and with those that cannot be used. */
export function PresetMenu({ button, onOpen }: Props) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const { preset, presets } = state;
  const listed = presets.find(({ id }) => id === preset?.id);
  const origin = listed?.state === "ok" ? listed.origin : null;
  /** What would lose unsaved changes is asked about first. */
  const openSettled = async (dialog: PresetDialogName) => (await actions.settleRules()) && onOpen(dialog);
  return (
    <Menu inline>
      <MenuTrigger disableButtonEnhancement>
        <Button ref={button} aria-label={PANE.presetActions} icon={<MoreHorizontalRegular />} disabled={!preset} />
      </MenuTrigger>
      <MenuPopover className={styles.menu}>
        <MenuList>
          <MenuItem onClick={() => void openSettled("new")}>{PANE.newPreset}</MenuItem>
          <MenuItem onClick={() => void actions.savePreset()}>{PANE.save}</MenuItem>
          <MenuItem onClick={() => onOpen("saveAs")}>{PANE.saveAs}</MenuItem>
          {origin !== "built-in" && <MenuItem onClick={() => void openSettled("rename")}>{PANE.rename}</MenuItem>}
          <MenuItem onClick={() => void actions.duplicatePreset()}>{PANE.duplicate}</MenuItem>
          {origin === "workbook" && <MenuItem onClick={() => onOpen("delete")}>{PANE.delete}</MenuItem>}
          <MenuDivider />
          <MenuItem onClick={() => void openSettled("import")}>{PANE.import}</MenuItem>
          <MenuItem onClick={() => onOpen("export")}>{PANE.export}</MenuItem>
          {origin === "edited" && (
            <>
              <MenuDivider />
              <MenuItem onClick={() => onOpen("restore")}>{PANE.restoreBuiltIn}</MenuItem>
            </>
          )}
          <Damaged onOpen={onOpen} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function Damaged({ onOpen }: Pick<Props, "onOpen">) {
  const styles = useStyles();
  const damaged = usePane().state.presets.filter(({ state }) => state === "damaged");
  if (damaged.length === 0) return null;
  return (
    <>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{DRAFTS.cannotBeUsed}</MenuGroupHeader>
        {damaged.map(({ id }) => (
          <MenuItem key={id} className={styles.id} onClick={() => onOpen({ damaged: id })}>
            {damagedName(id)}
          </MenuItem>
        ))}
      </MenuGroup>
    </>
  );
}

const useStyles = makeStyles({
  menu: { zIndex: "3" },
  id: { overflowWrap: "anywhere" },
});
