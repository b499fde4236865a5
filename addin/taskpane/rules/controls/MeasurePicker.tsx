import { readables, type Readable } from "../../../../engine/index";
import { namesOf } from "../../../strings/names";
import { useRules } from "../RulesContext";
import { Choice, type ChoiceProps } from "./Choice";

interface Props extends Omit<ChoiceProps, "options"> {
  /** Only fields and measures of these types; all where absent. */
  readonly types?: readonly Readable["type"][];
}

/** A field or a measure of the preset. */
export function MeasurePicker({ types, ...choice }: Props) {
  const { preset } = useRules();
  const names = namesOf(preset);
  const options = readables(preset)
    .filter(({ type }) => !types || types.includes(type))
    .map(({ id }) => ({ value: id, name: names.measure(id) }));
  return <Choice {...choice} options={options} />;
}
