import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import type { FieldSpec, Preset } from "../../../engine/index";
import { PANE, purposeOf } from "../../strings/pane";

interface Props {
  readonly id: string;
  readonly field: FieldSpec;
  readonly preset: Preset;
  /** Columns that may be chosen. */
  readonly headers: readonly string[];
  readonly chosen: readonly string[];
  /** Nothing can be tiered until it is chosen. */
  readonly isAsked: boolean;
  readonly onChange: (headers: readonly string[]) => void;
}

/** "Revenue: Licences + Services": one field of the preset, and the columns it is read from. */
export function FieldMenu({ id, field, preset, headers, chosen, isAsked, onChange }: Props) {
  const styles = useStyles();
  const label = field.label ?? id;
  const value =
    chosen.length > 0 ? chosen.map((header) => header.trim()).join(" + ") : isAsked ? PANE.chooseColumn : PANE.none;
  const isEmpty = chosen.length === 0;
  return (
    <Menu
      inline
      checkedValues={{ [id]: chosen.length > 0 ? [...chosen] : [""] }}
      onCheckedValueChange={(_, { checkedItems }) => onChange(checkedItems.filter((header) => header !== ""))}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" className={mergeClasses(styles.button, isAsked && styles.asked)}>
          <span className={styles.line}>
            <span className={styles.label}>{label}:</span>{" "}
            <bdi className={isEmpty ? styles.empty : styles.value}>{value}</bdi>
            {isEmpty && <span className={styles.purpose}> · {purposeOf(id, preset)}</span>}
          </span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {!field.many && (
            <MenuItemRadio name={id} value="">
              {PANE.notRead}
            </MenuItemRadio>
          )}
          {headers.map((header) =>
            field.many ? (
              <MenuItemCheckbox key={header} name={id} value={header}>
                <Header text={header} />
              </MenuItemCheckbox>
            ) : (
              <MenuItemRadio key={header} name={id} value={header}>
                <Header text={header} />
              </MenuItemRadio>
            ),
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function Header({ text }: { text: string }) {
  const styles = useStyles();
  return <bdi className={styles.header}>{text.trim()}</bdi>;
}

const useStyles = makeStyles({
  button: {
    justifyContent: "space-between",
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    maxWidth: "100%",
    paddingInlineStart: "0",
  },
  asked: { border: `1px solid ${tokens.colorPaletteRedBorder2}`, paddingInlineStart: tokens.spacingHorizontalS },
  /** A header may hold as much text as a cell. */
  line: {
    overflowWrap: "anywhere",
    minWidth: "0",
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "3",
    overflow: "hidden",
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { fontWeight: tokens.fontWeightSemibold },
  empty: { fontStyle: "italic", color: tokens.colorNeutralForeground2 },
  purpose: { color: tokens.colorNeutralForeground3 },
  header: { display: "block", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", maxWidth: "240px" },
  popover: { maxHeight: "60vh", overflowY: "auto", zIndex: "3" },
});
