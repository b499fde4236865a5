import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { numberIn, numberText } from "../../../strings/entry";
import { RULES } from "../../../strings/rules";
import type { Path } from "../document";
import { useRules } from "../RulesContext";

interface Props {
  readonly label: string;
  readonly path: Path;
  /** Shown as a percentage; kept as a fraction. */
  readonly isPercent?: boolean;
  /** Blank is allowed and takes the value out. */
  readonly isOptional?: boolean;
  readonly hint?: string;
  /** What holds where nothing stands there. */
  readonly byDefault?: number;
  /** What follows the number: "accounts". */
  readonly unit?: string;
}

/** A number of the preset. What cannot be read as one stays in the box, is said, and changes nothing. */
export function NumberBox({ label, path, isPercent = false, isOptional = false, byDefault, hint, unit }: Props) {
  const styles = useStyles();
  const rules = useRules();
  const value = rules.at(path) ?? byDefault;
  const shown = typeof value === "number" ? numberText(isPercent ? value * 100 : value) : "";
  const [typed, setTyped] = useState<string | null>(null); // "1." stays as it is typed
  const isBlank = typed?.trim() === "";
  const isWrong = typed !== null && (isBlank ? !isOptional : numberIn(typed) === null);
  const isHeld = typed !== null && (isWrong || numberIn(typed) === numberIn(shown));
  const type = (text: string) => {
    setTyped(text);
    const number = numberIn(text);
    if (text.trim() === "" && isOptional) rules.set(path, undefined);
    else if (number !== null) rules.set(path, isPercent ? Number((number / 100).toPrecision(12)) : number);
  };
  return (
    <Field
      label={label}
      hint={hint}
      size="small"
      validationMessage={(isWrong ? RULES.notANumber : rules.issueAt(path)) ?? undefined}
    >
      <Input
        inputMode="decimal"
        size="small"
        className={styles.input}
        value={isHeld ? typed : shown}
        contentAfter={isPercent ? "%" : unit}
        onChange={(_, { value: text }) => type(text)}
        onBlur={() => !isWrong && setTyped(null)}
      />
    </Field>
  );
}

const useStyles = makeStyles({ input: { minWidth: "0" } });
