import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { sourceAddress, type Source } from "../../excel/source";
import { MEANT, PANE, PRESET_UNREADABLE, sourceSentence } from "../../strings/pane";
import { usePane } from "../app/PaneContext";
import type { Found } from "../app/state";

/** Which accounts, in one sentence, and as of which day. */
export function SourceCard({ found: { source, record, meant } }: { found: Found }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const included = state.preview?.run.included;
  const sentence = sourceSentence({
    sheet: source.sheet.name,
    table: source.table?.name ?? null,
    address: sourceAddress(source),
    accounts: included ? included.reduce((sum, isAccount) => sum + isAccount, 0) : null,
    rows: source.rows,
    header: headerRows(source),
  });
  return (
    <section aria-label={PANE.accounts} className={styles.card}>
      <p className={styles.sentence}>{sentence}</p>
      <Button size="small" className={styles.button} onClick={() => void actions.useSelection()}>
        {PANE.useSelection}
      </Button>
      {meant && !record && MEANT[meant] && <p className={styles.meant}>{MEANT[meant]}</p>}
      {state.presets.some(({ id, state }) => id === record?.preset.id && state === "damaged") && (
        <p className={styles.note}>{PRESET_UNREADABLE}</p>
      )}
      <Day asOf={state.asOf} onChange={(day) => void actions.chooseDay(day)} />
    </section>
  );
}

/** Sheet rows of a header that is not simply the first row, counted from 1. */
function headerRows(source: Source): number[] {
  const { header, headerRow } = source;
  if (header.row === 0 && header.rows === 1) return [];
  return header.rows === 1 ? [headerRow + 1] : [headerRow, headerRow + 1];
}

/** A date field is empty while it is being typed into; only a whole day counts. */
function Day({ asOf, onChange }: { asOf: string; onChange: (day: string) => void }) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={PANE.asOf} orientation="horizontal" className={styles.day}>
      <Input
        type="date"
        size="small"
        required
        min="1900-03-01"
        max="9999-12-31"
        value={typed ?? asOf}
        onChange={(_, { value }) => {
          setTyped(isDay(value) ? null : value);
          if (isDay(value) && value !== asOf) onChange(value);
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}

/** While the year is typed it passes through 0002 and 0020. */
function isDay(value: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(value) && value >= "1900-03-01";
}

const useStyles = makeStyles({
  card: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    alignItems: "center",
  },
  sentence: { margin: "0", overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
  meant: { margin: "0", gridColumn: "1 / -1", color: tokens.colorNeutralForeground2 },
  note: { margin: "0", gridColumn: "1 / -1", color: tokens.colorStatusWarningForeground1 },
  button: { minWidth: "auto" },
  day: {
    gridColumn: "1 / -1",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    "& > label": { paddingBlock: "2px" },
  },
});
