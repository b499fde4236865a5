import { MEASURES } from "../../../strings/rules/measures";
import { MeasurePicker } from "../controls/MeasurePicker";
import { NumberBox } from "../controls/NumberBox";
import type { Path } from "../document";
import type { Inputs } from "./useInputs";

interface Props {
  readonly path: Path;
  readonly inputs: Inputs;
}

export function CopyControls({ path, inputs: { without } }: Props) {
  return <MeasurePicker label={MEASURES.of} path={[...path, "of"]} without={without} />;
}

export function ChangeControls({ path, inputs: { without } }: Props) {
  const number = { types: ["number"] as const, without };
  return (
    <>
      <MeasurePicker label={MEASURES.current} path={[...path, "current"]} {...number} />
      <MeasurePicker label={MEASURES.previous} path={[...path, "previous"]} {...number} />
      <NumberBox label={MEASURES.minBase} path={[...path, "minBase"]} hint={MEASURES.minBaseHint} isOptional />
    </>
  );
}

export function DaysControls({ path, inputs: { without } }: Props) {
  return <MeasurePicker label={MEASURES.date} path={[...path, "of"]} types={["date"]} without={without} />;
}

export function CountControls({ path, inputs: { without } }: Props) {
  return (
    <MeasurePicker label={MEASURES.distinct} path={[...path, "distinct"]} none={MEASURES.rows} without={without} />
  );
}

export function WorthControls({ path, inputs: { without } }: Props) {
  const number = { types: ["number"] as const, without };
  return (
    <>
      <MeasurePicker label={MEASURES.history} path={[...path, "history"]} {...number} />
      <MeasurePicker label={MEASURES.expected} path={[...path, "expected"]} {...number} />
      <MeasurePicker label={MEASURES.lifecycle} path={[...path, "lifecycle"]} types={["text"]} without={without} />
    </>
  );
}
