import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { isoOf, isSerial, serialOfIso } from "../../../../engine/index";
import { CONDITIONS } from "../../../strings/rules/conditions";
import type { Path } from "../document";
import { useRules } from "../RulesContext";

/** A day of the preset, kept as its serial number. What is no day yet changes nothing. */
export function DateBox({ label, path }: { label: string; path: Path }) {
  const rules = useRules();
  const value = rules.at(path);
  const shown = typeof value === "number" && isSerial(value) ? isoOf(Math.floor(value)) : "";
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && !isDay(typed);
  return (
    <Field
      label={label}
      size="small"
      validationMessage={(isWrong ? CONDITIONS.noDay : rules.issueAt(path)) ?? undefined}
    >
      <Input
        type="date"
        size="small"
        min={FIRST_DAY}
        max="9999-12-31"
        value={typed ?? shown}
        onChange={(_, { value: text }) => {
          setTyped(isDay(text) ? null : text);
          if (isDay(text)) rules.set(path, serialOfIso(text));
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}

/** Before it Excel counts a day that there was not. */
const FIRST_DAY = "1900-03-01";

/** While the year is typed it passes through 0002 and 0020. */
function isDay(text: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && text >= FIRST_DAY;
}
