import { isObject } from "../../../strings/conditionKinds";
import { MEASURE_KINDS, MEASURES } from "../../../strings/rules/measures";
import { usePane } from "../../app/PaneContext";
import { Choice } from "../controls/Choice";
import type { Path } from "../document";
import { referencesIn } from "../renameId";
import { useRules } from "../RulesContext";
import { isKnown } from "./MeasureControls";
import { kindsOffered, newMeasure } from "./newMeasure";

/** The kind of a measure. Another one goes on with what it reads, as far as it can. */
export function KindChoice({ path }: { path: Path }) {
  const rules = useRules();
  const { asOf } = usePane().state;
  const measure = rules.at(path);
  const { id, type } = isObject(measure) ? measure : {};
  const { kinds } = kindsOffered(rules.preset);
  if (!isKnown(type)) return null;
  const options = kinds.includes(type) ? kinds : [...kinds, type];
  const choose = (next: string | undefined) => {
    if (!isKnown(next) || next === type) return;
    const kept = referencesIn(rules.document)
      .filter((reference) => path.every((key, at) => reference.path[at] === key))
      .map((reference) => reference.id);
    rules.set(path, newMeasure(next, String(id), { preset: rules.preset, day: asOf, kept: [...new Set(kept)] }));
  };
  return (
    <Choice
      label={MEASURES.kind}
      path={[...path, "type"]}
      options={options.map((value) => ({ value, name: MEASURE_KINDS[value] }))}
      onChoose={choose}
    />
  );
}
