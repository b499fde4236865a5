import {
  Button,
  Dropdown,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Option,
  OptionGroup,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { lazy, Suspense, useRef, useState } from "react";
import type { ListedPreset } from "../../excel/presets";
import { PANE } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import type { PresetDialogName } from "./PresetDialogs";

const PresetDialogs = lazy(() =>
  import("./PresetDialogs").then(({ PresetDialogs: component }) => ({ default: component })),
);

/** Which rules: the combobox "Preset" and the menu "Preset actions". */
export function PresetBar() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const [dialog, setDialog] = useState<PresetDialogName | null>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const { preset, presets } = state;
  const listed = presets.find(({ id }) => id === preset?.id);
  const origin = listed?.state === "ok" ? listed.origin : null;
  const close = () => {
    setDialog(null);
    menu.current?.focus();
  };
  return (
    <div className={styles.bar}>
      <Dropdown
        className={styles.picker}
        aria-label={PANE.preset}
        value={preset?.name ?? ""}
        button={{ children: <bdi className={styles.name}>{preset?.name}</bdi> }}
        selectedOptions={preset ? [preset.id] : []}
        onOptionSelect={(_, { optionValue }) => optionValue !== undefined && void actions.choosePreset(optionValue)}
      >
        <Options presets={presets} />
      </Dropdown>
      <Button id="edit-rules" className={styles.edit} disabled={!preset} onClick={() => actions.go("rules")}>
        {PANE.editRules}
      </Button>
      <Menu inline>
        <MenuTrigger disableButtonEnhancement>
          <Button ref={menu} aria-label={PANE.presetActions} icon={<MoreHorizontalRegular />} disabled={!preset} />
        </MenuTrigger>
        <MenuPopover className={styles.menu}>
          <MenuList>
            <MenuItem onClick={() => void actions.savePreset()}>{PANE.save}</MenuItem>
            <MenuItem onClick={() => setDialog("saveAs")}>{PANE.saveAs}</MenuItem>
            {origin !== "built-in" && <MenuItem onClick={() => setDialog("rename")}>{PANE.rename}</MenuItem>}
            <MenuItem onClick={() => void actions.duplicatePreset()}>{PANE.duplicate}</MenuItem>
            {origin === "workbook" && <MenuItem onClick={() => setDialog("delete")}>{PANE.delete}</MenuItem>}
            <MenuDivider />
            <MenuItem onClick={() => setDialog("import")}>{PANE.import}</MenuItem>
            <MenuItem onClick={() => setDialog("export")}>{PANE.export}</MenuItem>
            {origin === "edited" && (
              <>
                <MenuDivider />
                <MenuItem onClick={() => setDialog("restore")}>{PANE.restoreBuiltIn}</MenuItem>
              </>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {dialog && preset && (
        <Suspense fallback={null}>
          <PresetDialogs name={dialog} preset={preset} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}

/** Built-ins first, then what this workbook holds. One that cannot be used is shown and cannot be chosen. */
function Options({ presets }: { presets: readonly ListedPreset[] }) {
  const own = presets.filter((each) => each.state === "damaged" || each.origin === "workbook");
  const builtIn = presets.filter((each) => !own.includes(each));
  const groups = [
    { label: PANE.builtIn, members: builtIn },
    { label: PANE.inWorkbook, members: own },
  ].filter(({ members }) => members.length > 0);
  return groups.map(({ label, members }) => (
    <OptionGroup key={label} label={label}>
      {members.map((each) => {
        const name = each.state === "ok" ? each.preset.name : `${each.id} (${PANE.unusable})`;
        return (
          <Option key={each.id} value={each.id} text={name} disabled={each.state === "damaged"}>
            {name}
          </Option>
        );
      })}
    </OptionGroup>
  ));
}

const useStyles = makeStyles({
  bar: { display: "flex", gap: "8px" },
  edit: { flexShrink: "0", minWidth: "0" },
  menu: { zIndex: "3" },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", textAlign: "start" },
  picker: {
    flexGrow: "1",
    minWidth: "0",
  },
});
