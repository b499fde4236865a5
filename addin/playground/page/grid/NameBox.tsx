import { makeStyles, tokens } from "@fluentui/react-components";
import type { Remote } from "comlink";
import { useEffect, useState } from "react";
import { formatArea } from "../../host/rules/address";
import type { SheetSide } from "../messages";
import { areaOf } from "./selection";
import type { Sheet } from "./useSheet";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    height: "28px",
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
  },
  name: {
    width: "120px",
    flexShrink: 0,
    padding: "0 10px",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    lineHeight: "20px",
  },
  entry: { flexGrow: 1, padding: "0 10px", overflow: "hidden", whiteSpace: "nowrap", textOverflow: "ellipsis" },
  file: { flexShrink: 0, padding: "0 10px", color: tokens.colorNeutralForeground3 },
});

/** What is selected, what stands in the active cell, and the workbook's name. */
export function NameBox({ host, sheet }: { host: Remote<SheetSide>; sheet: Sheet }) {
  const styles = useStyles();
  const [entry, setEntry] = useState("");
  const { selection, version } = sheet;
  const { row, column } = selection.active;
  useEffect(() => {
    let isCurrent = true;
    void host.entry(row, column).then((text) => isCurrent && setEntry(text));
    return () => {
      isCurrent = false;
    };
  }, [host, row, column, version]);
  return (
    <div className={styles.bar}>
      <output className={styles.name} aria-label="Selection">
        {formatArea(areaOf(selection))}
      </output>
      <output className={styles.entry} aria-label="Cell content" aria-live="off">
        {entry}
      </output>
      <span className={styles.file}>{sheet.overview.name}</span>
    </div>
  );
}
