import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { namesOf } from "../../../strings/names";
import type { Path } from "../document";
import { idFrom } from "../ids";
import { useRules } from "../RulesContext";

interface Props {
  readonly label: string;
  /** Where the id stands. */
  readonly path: Path;
  /** Ids of its like. */
  readonly taken: readonly string[];
  readonly hint?: string;
  readonly missing: string;
}

/** The name of what has no other than its id, which is made from what is typed. */
export function NameBox({ label, path, taken, hint, missing }: Props) {
  const rules = useRules();
  const id = String(rules.at(path) ?? "");
  const [typed, setTyped] = useState<string | null>(null);
  const isMissing = typed?.trim() === "";
  const type = (text: string) => {
    setTyped(text);
    if (text.trim() !== "") rules.set(path, idFrom(text, taken));
  };
  return (
    <Field
      label={label}
      hint={hint}
      size="small"
      validationMessage={(isMissing ? missing : rules.issueAt(path)) ?? undefined}
    >
      <Input
        size="small"
        value={typed ?? namesOf(rules.preset).gate(id)}
        onChange={(_, { value }) => type(value)}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}
