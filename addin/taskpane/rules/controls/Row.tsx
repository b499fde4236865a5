import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** Controls side by side, as many as there is room for. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={useStyles().row}>{children}</div>;
}

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 116px), 1fr))",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    alignItems: "end",
    minWidth: "0",
    "> *": { minWidth: "0" },
  },
});
