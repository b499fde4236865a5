import { Combobox, Field, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useState } from "react";
import type { Preview } from "../../excel/tiering";
import { WHY } from "../../strings/whyCard";
import { accountsNamed } from "./rows";

/** How many accounts a search names. */
const MOST = 20;

/** Finds an account by a part of its name. */
export function FindAccount({ preview, onFound }: { preview: Preview; onFound: (row: number) => void }) {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const text = useDeferredValue(typed);
  const found = useMemo(() => accountsNamed(preview, text, MOST), [preview, text]);
  return (
    <Field label={WHY.find}>
      <Combobox
        freeform
        inlinePopup
        className={styles.box}
        listbox={{ className: styles.list }}
        value={typed}
        selectedOptions={[]}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue === undefined) return;
          setTyped(""); // who was found is shown below
          onFound(Number(optionValue));
        }}
      >
        {found.map(({ row, name }) => (
          <Option key={row} value={String(row)} text={name}>
            <bdi className={styles.name}>{name}</bdi>
          </Option>
        ))}
        {found.length === 0 && text.trim() !== "" && (
          <Option disabled text={WHY.noMatch} className={styles.none}>
            {WHY.noMatch}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

const useStyles = makeStyles({
  box: { minWidth: "0" },
  list: { maxHeight: "40vh", zIndex: "3" },
  none: { color: tokens.colorNeutralForeground2 },
  name: { overflowWrap: "anywhere", minWidth: "0" },
});
