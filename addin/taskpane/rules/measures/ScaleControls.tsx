import { DIRECTIONS, MEASURES, METHODS } from "../../../strings/rules/measures";
import { ConditionEditor } from "../conditions/ConditionEditor";
import { choosables } from "../controls/choosables";
import { Choice } from "../controls/Choice";
import { IssueHere } from "../controls/IssueHere";
import { MeasurePicker } from "../controls/MeasurePicker";
import { NumberBox } from "../controls/NumberBox";
import { Row } from "../controls/Row";
import type { Path } from "../document";
import { useRules } from "../RulesContext";
import type { Inputs } from "./useInputs";

interface Props {
  readonly path: Path;
  readonly inputs: Inputs;
}

export function QuantileControls({ path, inputs: { without } }: Props) {
  return (
    <>
      <MeasurePicker label={MEASURES.number} path={[...path, "of"]} types={["number"]} without={without} />
      <NumberBox label={MEASURES.best} path={[...path, "k"]} byDefault={5} />
      <Choice
        label={MEASURES.direction}
        path={[...path, "direction"]}
        byDefault="higher"
        options={choosables(DIRECTIONS)}
      />
      <NumberBox label={MEASURES.offset} path={[...path, "offset"]} byDefault={0} />
      <ConditionEditor label={MEASURES.among} path={[...path, "among"]} isOptional />
    </>
  );
}

export function ScaleControls({ path, inputs: { without } }: Props) {
  const rules = useRules();
  const method = rules.at([...path, "method"]);
  const isRange = method === "range";
  return (
    <>
      <MeasurePicker label={MEASURES.number} path={[...path, "of"]} types={["number"]} without={without} />
      <Choice
        label={MEASURES.method}
        path={[...path, "method"]}
        options={choosables(METHODS)}
        onChoose={(next) => rules.set(path, withMethod(rules.at(path), String(next)))}
      />
      {isRange && (
        <Row>
          <NumberBox label={MEASURES.rangeFrom} path={[...path, "range", 0]} />
          <NumberBox label={MEASURES.rangeTo} path={[...path, "range", 1]} />
        </Row>
      )}
      <IssueHere path={[...path, "range"]} />
      <NumberBox
        label={MEASURES.to}
        path={[...path, "to"]}
        hint={method === "z" ? MEASURES.toHintZ : MEASURES.toHint}
        isOptional
      />
      {!isRange && (
        <>
          <NumberBox
            label={MEASURES.winsorise}
            path={[...path, "winsorise"]}
            hint={MEASURES.winsoriseHint}
            isPercent
            isOptional
          />
          <ConditionEditor label={MEASURES.among} path={[...path, "among"]} isOptional />
        </>
      )}
    </>
  );
}

const FIRST_RANGE = [0, 100];

/** Only a range has ends that are given, and it asks nobody else. */
function withMethod(measure: unknown, method: string): unknown {
  const { range, winsorise, among, ...others } = measure as Record<string, unknown>;
  if (method === "range") return { ...others, method, range: range ?? FIRST_RANGE };
  const population = { ...(winsorise === undefined ? {} : { winsorise }), ...(among === undefined ? {} : { among }) };
  return { ...others, method, ...population };
}
