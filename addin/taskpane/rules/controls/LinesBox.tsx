import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { Path } from "../document";
import { useRules } from "../RulesContext";

interface Props {
  readonly label: string;
  readonly path: Path;
  readonly hint?: string;
}

/** Several texts of the preset, one in each line, as they are pasted from a column. Blank lines are none. */
export function LinesBox({ label, path, hint }: Props) {
  const rules = useRules();
  const value = rules.at(path);
  const lines = (Array.isArray(value) ? value : [value]).filter((line) => typeof line === "string");
  const [typed, setTyped] = useState<string | null>(null); // blank lines and spaces stay as they are typed
  const isHeld = typed !== null && isSame(linesIn(typed), lines);
  const type = (text: string) => {
    setTyped(text);
    if (!isSame(linesIn(text), lines)) rules.set(path, linesIn(text));
  };
  return (
    <Field label={label} hint={hint} size="small" validationMessage={rules.issuesIn(path)[0]}>
      <Textarea
        size="small"
        resize="vertical"
        rows={Math.min(Math.max(lines.length + 1, 2), 8)}
        value={isHeld ? typed : lines.join("\n")}
        onChange={(_, { value: text }) => type(text)}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}

function linesIn(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index]);
}
