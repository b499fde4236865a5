import { Button, Combobox, Dropdown, Field, makeStyles, Option, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState, type FormEvent } from "react";
import { fold, isLabel } from "../../../../engine/index";
import { isObject } from "../../../strings/conditionKinds";
import { FIELDS, TYPES, type FieldType } from "../../../strings/rules/fields";
import { usePane } from "../../app/PaneContext";
import { Row } from "../controls/Row";
import { idFrom } from "../ids";
import { takenIds } from "../measures/MeasureName";
import { useRules } from "../RulesContext";

/** The longest text that can be a header in a preset. */
const LONGEST = 255;

/** Adds a field that is found by its header: one of the sheet that nothing is read from yet, or any other. */
export function AddField() {
  const styles = useStyles();
  const rules = useRules();
  const { state, services } = usePane();
  const { preview, found } = state;
  const source = preview?.source ?? found?.source;
  const [header, setHeader] = useState("");
  const [chosen, setType] = useState<FieldType | null>(null);
  const [guessed, setGuessed] = useState<{ readonly header: string; readonly type: FieldType } | null>(null);
  const type = chosen ?? (guessed?.header === header ? guessed.type : "number");
  const { fields } = rules.document;
  const known = new Set(Object.values(fields).flatMap(headersIn).map(fold));
  const read = [...(preview?.plan.accounts.mapping.values() ?? [])].flat();
  const own = preview?.plan.columns.flatMap(({ placed }) => (placed ? [placed.header] : [])) ?? [];
  const used = new Set([...read, ...own].map(fold));
  const headers = [...new Set(source?.headers)].filter(
    (each) => each.trim() !== "" && !used.has(fold(each)) && !known.has(fold(each)),
  );
  const text = header.trim().slice(0, LONGEST);
  const offered = headers.filter((each) => fold(each).includes(fold(text)));
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (text === "") return;
    const id = idFrom(text, takenIds(rules.document));
    rules.set(["fields", id], { type, ...(isLabel(text) ? { label: text } : {}), headers: [text] });
    setHeader("");
    setType(null);
  };
  /** A column of the sheet says itself what it holds, until somebody has chosen. */
  const choose = async (name: string) => {
    setHeader(name);
    if (!source) return;
    const guess = await services.tiering.guessType(source, source.headers.indexOf(name));
    if (guess.ok && guess.value) setGuessed({ header: name, type: guess.value });
  };
  return (
    <form aria-label={FIELDS.addTitle} className={styles.form} onSubmit={add}>
      <Row>
        <Field label={FIELDS.column} size="small">
          <Combobox
            freeform
            size="small"
            className={styles.box}
            input={{ className: styles.box }}
            value={header}
            selectedOptions={[]}
            onChange={({ target }) => setHeader(target.value)}
            onOptionSelect={(_, { optionText }) => optionText !== undefined && void choose(optionText)}
          >
            {offered.map((each) => (
              <Option key={each}>{each}</Option>
            ))}
          </Combobox>
        </Field>
        <Field label={FIELDS.type} size="small">
          <Dropdown
            size="small"
            className={styles.box}
            value={TYPES[type]}
            selectedOptions={[type]}
            onOptionSelect={(_, { optionValue }) => isType(optionValue) && setType(optionValue)}
          >
            {Object.entries(TYPES).map(([value, name]) => (
              <Option key={value} value={value}>
                {name}
              </Option>
            ))}
          </Dropdown>
        </Field>
      </Row>
      <Button type="submit" size="small" icon={<AddRegular />} className={styles.add} disabledFocusable={text === ""}>
        {FIELDS.add}
      </Button>
    </form>
  );
}

function headersIn(field: unknown): string[] {
  const headers = isObject(field) && Array.isArray(field["headers"]) ? (field["headers"] as unknown[]) : [];
  return headers.filter((header) => typeof header === "string").map((header) => header.replace("=", ""));
}

function isType(value: string | undefined): value is FieldType {
  return value !== undefined && Object.hasOwn(TYPES, value);
}

const useStyles = makeStyles({
  form: { display: "grid", gap: tokens.spacingVerticalS, minWidth: "0" },
  box: { minWidth: "0" },
  add: { justifySelf: "start", maxWidth: "100%" },
});
