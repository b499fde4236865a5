import {
  Image,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
} from "@fluentui/react-components";
import {
  CalendarArrowRightRegular,
  DocumentTableRegular,
  FolderOpenRegular,
  SaveRegular,
  TableEditRegular,
} from "@fluentui/react-icons";
import { useRef } from "react";
import { type SampleName } from "../sample/samples";
import type { Desk } from "./desk";
import { EDITS, type Edit } from "./edits";
import { WebMenu } from "./WebMenu";

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    flexWrap: "wrap",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface Props {
  readonly desk: Desk;
  onShowPane(): void;
  /** A button of the add-in's, by the name that the manifest gives its function. */
  onAction(name: string): void;
  onOpen(file: File): void;
  onSave(): void;
  onSample(name: SampleName): void;
  onSecondQuarter(): void;
  onEdit(work: Edit): void;
}

const SAMPLE_WORDS: readonly [SampleName, string][] = [
  ["accounts", "500 accounts"],
  ["quarterLater", "500 accounts, a quarter later"],
  ["messy", "A messy export"],
  ["empty", "Empty workbook"],
];

/** The add-in's two buttons as in Excel, and what one does with workbooks. */
export function Ribbon({ desk, onShowPane, onAction, onOpen, onSave, onSample, onSecondQuarter, onEdit }: Props) {
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  return (
    <Toolbar aria-label="Ribbon" size="small" className={styles.bar}>
      <ToolbarButton icon={<Image src="assets/icon-32.png" alt="" width={20} height={20} />} onClick={onShowPane}>
        Account Tiering
      </ToolbarButton>
      <ToolbarButton
        icon={<Image src="assets/refresh-32.png" alt="" width={20} height={20} />}
        onClick={() => onAction("refreshTiers")}
      >
        Refresh tiers
      </ToolbarButton>
      <ToolbarDivider />
      <ToolbarButton icon={<FolderOpenRegular />} onClick={() => file.current?.click()}>
        Open…
      </ToolbarButton>
      <input
        ref={file}
        type="file"
        hidden
        aria-label="Workbook to open"
        accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          if (chosen) onOpen(chosen);
          target.value = ""; // so that the same file can be opened again
        }}
      />
      <ToolbarButton icon={<SaveRegular />} onClick={onSave}>
        Save as .xlsx
      </ToolbarButton>
      <Menu>
        <MenuTrigger>
          <ToolbarButton icon={<TableEditRegular />}>Edit</ToolbarButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {Object.entries(EDITS).map(([name, work]) => (
              <MenuItem key={name} onClick={() => onEdit(work)}>
                {name}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <ToolbarDivider />
      <Menu>
        <MenuTrigger>
          <ToolbarButton icon={<DocumentTableRegular />}>Sample workbooks</ToolbarButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {SAMPLE_WORDS.map(([name, words]) => (
              <MenuItem key={name} onClick={() => onSample(name)}>
                {words}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <ToolbarButton icon={<CalendarArrowRightRegular />} onClick={onSecondQuarter}>
        Second quarter
      </ToolbarButton>
      <ToolbarDivider />
      <WebMenu desk={desk} />
    </Toolbar>
  );
}
