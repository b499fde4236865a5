import { Switch } from "@fluentui/react-components";
import { useState } from "react";
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

/** A yes or no of the preset, or a part of it that is there or not. A part that was switched off comes back as it was. */
export function Toggle({ label, path, byDefault = false, values: [on, off] = [true, false] }: Props) {
  const rules = useRules();
  const value = rules.at(path);
  const [switchedOff, setSwitchedOff] = useState<unknown>(null);
  const isOn = value === undefined ? byDefault : value !== off && value !== null;
  const turn = (isTurnedOn: boolean) => {
    if (!isTurnedOn) setSwitchedOff(value ?? null);
    rules.set(path, isTurnedOn ? (switchedOff ?? on) : off);
  };
  return <Switch label={label} checked={isOn} onChange={(_, { checked }) => turn(checked)} />;
}
