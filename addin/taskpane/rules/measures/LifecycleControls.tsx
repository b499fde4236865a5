import { MEASURES } from "../../../strings/rules/measures";
import { MeasurePicker } from "../controls/MeasurePicker";
import { NumberBox } from "../controls/NumberBox";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import type { Inputs } from "./useInputs";

/** How long an account is new, and when it is lapsed: both in months, as the rules keep them. */
export function LifecycleControls({ path, inputs: { without } }: { path: Path; inputs: Inputs }) {
  const rules = useRules();
  const canLapse = rules.at([...path, "lastPurchase"]) !== undefined;
  const date = { types: ["date"] as const, without };
  return (
    <>
      <MeasurePicker label={MEASURES.firstPurchase} path={[...path, "firstPurchase"]} {...date} />
      <NumberBox label={MEASURES.newMonths} path={[...path, "newMonths"]} byDefault={12} />
      <MeasurePicker label={MEASURES.lastPurchase} path={[...path, "lastPurchase"]} none={MEASURES.noLapse} {...date} />
      {canLapse && <NumberBox label={MEASURES.lapsedMonths} path={[...path, "lapsedMonths"]} byDefault={12} />}
    </>
  );
}
