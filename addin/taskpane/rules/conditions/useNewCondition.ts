import { serialOfIso, valueMeasure } from "../../../../engine/index";
import { usePane } from "../../app/PaneContext";
import { useRules } from "../RulesContext";
import { newCondition } from "./kinds";
import { subjectsOf, unknownSubject } from "./subjects";

/** Makes a condition to begin with, about the value of an account. */
export function useNewCondition(): () => unknown {
  const { preset } = useRules();
  const { asOf } = usePane().state;
  return () => {
    const subjects = subjectsOf(preset);
    const value = valueMeasure(preset);
    const subject = subjects.find(({ id }) => id === value) ?? subjects[0] ?? unknownSubject("account");
    return newCondition(subject, serialOfIso(asOf));
  };
}
