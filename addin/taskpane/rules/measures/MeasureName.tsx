import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { namesOf } from "../../../strings/names";
import { MEASURES } from "../../../strings/rules/measures";
import type { Path } from "../document";
import { idFrom } from "../ids";
import { NO_IDS, withRenamedId } from "../renameId";
import { useRules } from "../RulesContext";

/** The name of a measure, which it has when the box is left. All that reads it follows. */
export function MeasureName({ path, hint }: { path: Path; hint?: string | undefined }) {
  const rules = useRules();
  const id = String(rules.at([...path, "id"]) ?? "");
  const [typed, setTyped] = useState<string | null>(null);
  const wrong =
    typed === null
      ? null
      : wrongWith(
          typed,
          takenIds(rules.document).filter((other) => other !== id),
        );
  const rename = () => {
    if (typed === null || wrong !== null) return;
    setTyped(null);
    const next = idFrom(typed, []);
    if (next !== id) rules.set([], withRenamedId(rules.document, id, next));
  };
  return (
    <Field
      label={MEASURES.name}
      hint={hint ?? MEASURES.nameHint}
      size="small"
      validationMessage={wrong ?? rules.issueAt([...path, "id"]) ?? undefined}
    >
      <Input
        size="small"
        value={typed ?? namesOf(rules.preset).measure(id)}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={rename}
        onKeyDown={({ key }) => key === "Enter" && rename()}
      />
    </Field>
  );
}

/** Ids that no other measure can have. */
export function takenIds({ fields, measures }: { readonly fields?: unknown; readonly measures?: unknown }): string[] {
  const ids = (Array.isArray(measures) ? measures : []).map((measure: unknown) => (measure as { id?: unknown }).id);
  return [...NO_IDS, ...Object.keys(fields ?? {}), ...ids.filter((id) => typeof id === "string")];
}

function wrongWith(name: string, taken: readonly string[]): string | null {
  if (!/[A-Za-z]/.test(name)) return MEASURES.nameMissing;
  const next = idFrom(name, []).toLowerCase();
  return taken.some((id) => id.toLowerCase() === next) ? MEASURES.nameTaken : null;
}
