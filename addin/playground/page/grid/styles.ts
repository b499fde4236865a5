import { makeStyles, tokens } from "@fluentui/react-components";
import { COLUMN_HEADER, ROW, ROW_HEADER } from "./layout";

const LINE = `1px solid ${tokens.colorNeutralStroke2}`;
/** Excel's green: it stands out from the blue of tables. */
const MARK = tokens.colorPaletteGreenBorderActive;
const header = {
  boxSizing: "border-box" as const,
  position: "absolute" as const,
  backgroundColor: tokens.colorNeutralBackground3,
  color: tokens.colorNeutralForeground2,
  borderRight: LINE,
  borderBottom: LINE,
  textAlign: "center" as const,
  userSelect: "none" as const,
};

export const useGridStyles = makeStyles({
  scroller: {
    position: "relative",
    flexGrow: 1,
    overflow: "auto",
    outlineStyle: "none",
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: "13px",
    lineHeight: `${ROW - 1}px`,
    cursor: "cell",
    scrollPaddingTop: `${COLUMN_HEADER}px`,
    scrollPaddingLeft: `${ROW_HEADER}px`,
  },
  content: { position: "relative", minWidth: "100%" },
  columnHeaders: { position: "sticky", top: 0, zIndex: 3, height: `${COLUMN_HEADER}px`, cursor: "default" },
  columnHeader: { ...header, top: 0, height: `${COLUMN_HEADER}px`, lineHeight: `${COLUMN_HEADER - 1}px` },
  corner: {
    ...header,
    position: "sticky",
    left: 0,
    zIndex: 4,
    width: `${ROW_HEADER}px`,
    height: `${COLUMN_HEADER}px`,
  },
  row: { position: "absolute", left: 0, right: 0, height: `${ROW}px` },
  rowHeader: { ...header, position: "sticky", left: 0, zIndex: 2, width: `${ROW_HEADER}px`, height: `${ROW}px` },
  isCurrent: {
    backgroundColor: tokens.colorNeutralBackground3Pressed,
    color: tokens.colorPaletteGreenForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: {
    boxSizing: "border-box",
    position: "absolute",
    top: 0,
    height: `${ROW}px`,
    padding: "0 4px",
    borderRight: LINE,
    borderBottom: LINE,
    overflow: "hidden",
    whiteSpace: "pre",
    fontVariantNumeric: "tabular-nums",
  },
  tableHeader: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
  },
  tableOdd: { backgroundColor: tokens.colorBrandBackground2 },
  tableEven: {},
  area: {
    position: "absolute",
    boxSizing: "border-box",
    zIndex: 1,
    pointerEvents: "none",
    border: `2px solid ${MARK}`,
    backgroundColor: `color-mix(in srgb, ${MARK} 12%, transparent)`,
  },
  active: {
    position: "absolute",
    boxSizing: "border-box",
    zIndex: 1,
    pointerEvents: "none",
    outline: `2px solid ${MARK}`,
    outlineOffset: "-2px",
  },
  editor: {
    position: "absolute",
    zIndex: 2,
    boxSizing: "border-box",
    padding: "0 3px",
    border: `2px solid ${MARK}`,
    outlineStyle: "none",
    font: "inherit",
    lineHeight: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
  },
});
