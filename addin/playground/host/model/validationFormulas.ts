import type { Validation } from "../snapshot";

/** The validation with each of its formulas changed; a list of choices is no formula. */
export function mapValidationFormulas(validation: Validation, change: (formula: string) => string): Validation {
  const { rule } = validation;
  switch (rule.type) {
    case "None":
      return validation;
    case "List":
      return rule.source.startsWith("=")
        ? { ...validation, rule: { ...rule, source: change(rule.source) } }
        : validation;
    case "Custom":
      return { ...validation, rule: { ...rule, formula: change(rule.formula) } };
    default: {
      const second = rule.formula2 === undefined ? {} : { formula2: change(rule.formula2) };
      return { ...validation, rule: { ...rule, formula1: change(rule.formula1), ...second } };
    }
  }
}
