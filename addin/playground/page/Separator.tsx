import { makeStyles, tokens } from "@fluentui/react-components";

const LEAST = 320;
const MOST = 600;
const STEP = 10;

const useStyles = makeStyles({
  line: {
    width: "6px",
    flexShrink: 0,
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralBackground4,
    outlineStyle: "none",
    ":hover": { backgroundColor: tokens.colorNeutralStroke1 },
    ":focus-visible": { backgroundColor: tokens.colorBrandStroke1 },
  },
});

/** Drags the pane's width, or takes the arrow keys, Home and End. The pane is right of it. */
export function Separator({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const styles = useStyles();
  const set = (wanted: number): void => onWidth(Math.min(MOST, Math.max(LEAST, Math.round(wanted))));
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the pane"
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      className={styles.line}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX - 3);
      }}
      onKeyDown={({ key }) => {
        if (key === "ArrowLeft") set(width + STEP);
        else if (key === "ArrowRight") set(width - STEP);
        else if (key === "Home") set(LEAST);
        else if (key === "End") set(MOST);
      }}
    />
  );
}
