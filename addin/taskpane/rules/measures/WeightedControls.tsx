import { isObject } from "../../../strings/conditionKinds";
import { weightPhrase } from "../../../strings/measureSentence";
import { namesOf } from "../../../strings/names";
import { MEASURES, MISSING } from "../../../strings/rules/measures";
import { CardList } from "../controls/CardList";
import { choosables } from "../controls/choosables";
import { Choice } from "../controls/Choice";
import { MeasurePicker } from "../controls/MeasurePicker";
import { NumberBox } from "../controls/NumberBox";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import type { Inputs } from "./useInputs";
import { withPart } from "./weights";

/** The parts of a score with their weights, and what becomes of those that are missing. */
export function WeightedControls({ path, inputs: { without, of } }: { path: Path; inputs: Inputs }) {
  const rules = useRules();
  const names = namesOf(rules.preset);
  const parts = rules.at([...path, "parts"]);
  const nameOf = (part: unknown) => (isObject(part) ? names.measure(String(part["of"])) : "");
  const isNeutral = rules.at([...path, "missing"]) === "neutral";
  return (
    <>
      <CardList
        path={[...path, "parts"]}
        title={(part, index) => weightPhrase(parts, index, nameOf(part))}
        name={nameOf}
        isOrdered={false}
        isFolded
        least={1}
        most={50}
        add={{ label: MEASURES.addPart, kinds: of("number"), entries: withPart }}
      >
        {(part) => (
          <>
            <MeasurePicker label={MEASURES.number} path={[...part, "of"]} types={["number"]} without={without} />
            <NumberBox label={MEASURES.weight} path={[...part, "weight"]} />
          </>
        )}
      </CardList>
      <Choice
        label={MEASURES.missing}
        path={[...path, "missing"]}
        byDefault="renormalise"
        options={choosables(MISSING)}
      />
      {isNeutral && <NumberBox label={MEASURES.neutral} path={[...path, "neutral"]} byDefault={50} />}
      <NumberBox
        label={MEASURES.minCompleteness}
        path={[...path, "minCompleteness"]}
        hint={MEASURES.minCompletenessHint}
        isPercent
        isOptional
      />
    </>
  );
}
