import { subjectsOf, type Asked, type Subject } from "../conditions/subjects";
import { useRules } from "../RulesContext";
import { Choice, type Choosable, type ChoiceProps } from "./Choice";

interface Props extends Omit<ChoiceProps, "options"> {
  /** Only fields and measures of these types; all where absent. */
  readonly types?: readonly Subject["type"][];
  /** Whether the segment or the tier may be chosen too. */
  readonly asks?: readonly Asked[] | undefined;
  /** What may not be chosen, by its id: a measure that would read itself. */
  readonly without?: ReadonlySet<string>;
  /** What stands before them in the list. */
  readonly first?: Choosable;
}

/** A field or a measure of the preset. */
export function MeasurePicker({ types, asks, without, first, ...choice }: Props) {
  const { preset } = useRules();
  const options = subjectsOf(preset, asks)
    .filter(({ id, type }) => (!types || types.includes(type)) && !without?.has(id))
    .map(({ id, name }) => ({ value: id, name }));
  return <Choice {...choice} options={first ? [first, ...options] : options} />;
}
