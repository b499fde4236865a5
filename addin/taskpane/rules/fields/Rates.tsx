import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular, DeleteRegular } from "@fluentui/react-icons";
import { useRef, useState, type FormEvent } from "react";
import { fold, isLabel } from "../../../../engine/index";
import { isObject } from "../../../strings/conditionKinds";
import { FIELDS, rateName, removeRate } from "../../../strings/rules/fields";
import { useKeptFocus } from "../../app/useKeptFocus";
import { IssueHere } from "../controls/IssueHere";
import { NumberBox } from "../controls/NumberBox";
import { useRules } from "../RulesContext";

const PATH = ["currency", "rates"];

/** What one unit of each currency is worth in that of all amounts. */
export function Rates() {
  const styles = useStyles();
  const rules = useRules();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const rates = rules.at(PATH);
  const codes = isObject(rates) ? Object.keys(rates) : [];
  const base = String(rules.at(["currency", "base"]) ?? "");
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={FIELDS.rates} className={styles.rates}>
      <Text size={200}>{FIELDS.rates}</Text>
      <IssueHere path={PATH} />
      {codes.map((code) => (
        <div key={code} className={styles.rate}>
          <NumberBox label={rateName(code, base)} path={[...PATH, code]} />
          <Button
            appearance="subtle"
            size="small"
            icon={<DeleteRegular />}
            aria-label={removeRate(code)}
            onClick={() => rules.set([...PATH, code], undefined)}
          />
        </div>
      ))}
      <AddRate codes={codes} />
    </div>
  );
}

function AddRate({ codes }: { codes: readonly string[] }) {
  const styles = useStyles();
  const rules = useRules();
  const [typed, setTyped] = useState("");
  const code = typed.trim();
  const isTaken = codes.some((other) => fold(other) === fold(code));
  const wrong = code === "" ? null : isTaken ? FIELDS.rateTaken : isLabel(code) ? null : FIELDS.rateBad;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (code === "" || wrong !== null) return;
    rules.set([...PATH, code], 1);
    setTyped("");
  };
  return (
    <form className={styles.rates} onSubmit={add}>
      <Field label={FIELDS.rate} hint={FIELDS.rateHint} size="small" validationMessage={wrong ?? undefined}>
        <Input size="small" className={styles.input} value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <Button
        type="submit"
        size="small"
        icon={<AddRegular />}
        className={styles.add}
        disabledFocusable={code === "" || wrong !== null}
      >
        {FIELDS.addRate}
      </Button>
    </form>
  );
}

const useStyles = makeStyles({
  rates: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    outlineStyle: "none",
  },
  rate: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "end" },
  input: { minWidth: "0" },
  add: { justifySelf: "start" },
});
