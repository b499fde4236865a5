import { Button, Dropdown, Link, makeStyles, Option, OptionGroup, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useId, useRef, useState } from "react";
import type { ListedPreset } from "../../excel/presets";
import { PANE } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import type { PresetDialogName } from "./PresetDialogs";
import { PresetMenu } from "./PresetMenu";

const PresetDialogs = lazy(() =>
  import("./PresetDialogs").then(({ PresetDialogs: component }) => ({ default: component })),
);

/** Which rules: the combobox "Preset" and the menu "Preset actions". */
export function PresetBar() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const [dialog, setDialog] = useState<PresetDialogName | null>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const unsavedId = useId();
  const { preset, presets, draft } = state;
  const close = () => {
    setDialog(null);
    menu.current?.focus();
  };
  return (
    <div>
      <div className={styles.bar}>
        <Dropdown
          className={styles.picker}
          aria-label={PANE.preset}
          aria-describedby={draft ? unsavedId : undefined}
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
        <PresetMenu button={menu} onOpen={setDialog} />
      </div>
      {draft && (
        <div className={styles.unsaved}>
          <span id={unsavedId}>{PANE.unsaved}</span>
          <Link as="button" onClick={() => void actions.discardRules()}>
            {PANE.discardDraft}
          </Link>
        </div>
      )}
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
            {each.state === "ok" && each.origin === "edited" && ` ${PANE.changed}`}
          </Option>
        );
      })}
    </OptionGroup>
  ));
}

const useStyles = makeStyles({
  bar: { display: "flex", gap: "8px" },
  edit: { flexShrink: "0", minWidth: "0" },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", textAlign: "start" },
  unsaved: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalXXS,
    color: tokens.colorStatusWarningForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  picker: {
    flexGrow: "1",
    minWidth: "0",
  },
});
