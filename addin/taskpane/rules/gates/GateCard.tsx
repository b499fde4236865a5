import { useState } from "react";
import type { Gate } from "./gate";
import { GATES } from "../../../strings/rules/gates";
import { ConditionEditor } from "../conditions/ConditionEditor";
import { Choice } from "../controls/Choice";
import { NameBox } from "../controls/NameBox";
import { TextBox } from "../controls/TextBox";
import type { Path } from "../document";
import { tiersOf } from "../ladder/rungs";
import { useRules } from "../RulesContext";

type Outcome = keyof typeof GATES.outcomes;

/** All of one gate. What was chosen for one outcome is still there when the other is tried. */
export function GateCard({ path, gate, taken }: { path: Path; gate: Gate; taken: readonly string[] }) {
  const rules = useRules();
  const tiers = tiersOf(rules.document);
  const [other, setOther] = useState<Gate["else"] | null>(null);
  const outcome: Outcome = "maxTier" in gate.else ? "maxTier" : "exclude";
  const choose = (next: string | undefined) => {
    if (next === outcome) return;
    setOther(gate.else);
    const first = next === "maxTier" ? { maxTier: (tiers[1] ?? tiers[0])?.value } : { exclude: GATES.firstLabel };
    rules.set([...path, "else"], other ?? first);
  };
  return (
    <>
      <NameBox
        label={GATES.name}
        path={[...path, "id"]}
        taken={taken}
        hint={GATES.nameHint}
        missing={GATES.nameMissing}
      />
      <ConditionEditor path={[...path, "when"]} label={GATES.condition} />
      <Choice
        label={GATES.otherwise}
        path={[...path, "else"]}
        options={Object.entries(GATES.outcomes).map(([value, name]) => ({ value, name }))}
        chosen={outcome}
        onChoose={choose}
      />
      {outcome === "exclude" ? (
        <TextBox label={GATES.label} path={[...path, "else", "exclude"]} />
      ) : (
        <Choice label={GATES.maxTier} path={[...path, "else", "maxTier"]} options={tiers} />
      )}
    </>
  );
}
