import { Switch } from "@fluentui/react-components";
import type { Path } from "../document";
import { useRules } from "../RulesContext";

interface Props {
  readonly label: string;
  readonly path: Path;
  /** What holds where nothing stands there. */
  readonly byDefault?: boolean;
  /** What stands there while it is on and while it is off, where that is not true and false. */
  readonly values?: readonly [on: unknown, off: unknown];
}

/** A yes or no of the preset, or a part of it that is there or not. */
export function Toggle({ label, path, byDefault = false, values: [on, off] = [true, false] }: Props) {
  const rules = useRules();
  const value = rules.at(path);
  const isOn = value === undefined ? byDefault : value !== off && value !== null;
  return <Switch label={label} checked={isOn} onChange={(_, { checked }) => rules.set(path, checked ? on : off)} />;
}
