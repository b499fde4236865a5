import { invalidArgument } from "../../rules/refusal";
import type { ConditionalFormatSnapshot } from "../../snapshot";
import { color, oneOf, record, text, truth } from "../arguments";
import type { Session } from "../session";
import { type Property, wireClass, type WireClass } from "../wireClass";
import { changeRule, type RuleRef, ruleState } from "./conditionalFormat";

const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqual",
  "LessThanOrEqual",
] as const;

export const cellValueRuleClass: WireClass<RuleRef> = wireClass({
  name: "CellValueConditionalFormat",
  properties: {
    Rule: {
      get(ref, session) {
        const { operator, formula1, formula2 } = parts(ref, session);
        return { operator, formula1, formula2: formula2 ?? null };
      },
      set(ref, value, session) {
        const { operator, formula1, formula2 } = record(value);
        const { formula2: _, ...kept } = parts(ref, session);
        const second = formula2 === null || formula2 === undefined ? {} : { formula2: ruleFormula(formula2) };
        change(
          ref,
          { ...kept, operator: oneOf(operator, OPERATORS), formula1: ruleFormula(formula1), ...second },
          session,
        );
      },
    },
  },
  children: { Format: (ref) => conditionalRangeFormatClass(ref) },
});

export const customRuleClass: WireClass<RuleRef> = wireClass({
  name: "CustomConditionalFormat",
  children: { Format: (ref) => conditionalRangeFormatClass(ref), Rule: (ref) => conditionalFormatRuleClass(ref) },
});

export const conditionalFormatRuleClass: WireClass<RuleRef> = wireClass({
  name: "ConditionalFormatRule",
  properties: { Formula: part("formula", text, "") },
});

export const textRuleClass: WireClass<RuleRef> = wireClass({
  name: "TextConditionalFormat",
  properties: {
    Rule: {
      get: (ref, session) => ({ operator: parts(ref, session)["operator"], text: parts(ref, session)["text"] }),
      set(ref, value, session) {
        const rule = record(value);
        const operator = oneOf(rule["operator"], ["Contains", "NotContains", "BeginsWith", "EndsWith"]);
        change(ref, { ...parts(ref, session), operator, text: text(rule["text"]) }, session);
      },
    },
  },
  children: { Format: (ref) => conditionalRangeFormatClass(ref) },
});

export const conditionalRangeFormatClass: WireClass<RuleRef> = wireClass({
  name: "ConditionalRangeFormat",
  children: { Fill: (ref) => conditionalRangeFillClass(ref), Font: (ref) => conditionalRangeFontClass(ref) },
});

export const conditionalRangeFillClass: WireClass<RuleRef> = wireClass({
  name: "ConditionalRangeFill",
  properties: { Color: part("fill", color, "") },
  methods: { Clear: (ref, _args, session) => drop(ref, ["fill"], session) },
});

export const conditionalRangeFontClass: WireClass<RuleRef> = wireClass({
  name: "ConditionalRangeFont",
  properties: { Color: part("color", color, ""), Bold: part("bold", truth, false) },
  methods: { Clear: (ref, _args, session) => drop(ref, ["color", "bold"], session) },
});

export const dataBarClass: WireClass<RuleRef> = wireClass({
  name: "DataBarConditionalFormat",
  children: { PositiveFormat: (ref) => dataBarPositiveFormatClass(ref) },
});

export const dataBarPositiveFormatClass: WireClass<RuleRef> = wireClass({
  name: "ConditionalDataBarPositiveFormat",
  properties: { FillColor: part("color", color, "") },
});

export const iconSetClass: WireClass<RuleRef> = wireClass({
  name: "IconSetConditionalFormat",
  properties: { Style: part("style", text, "") },
});

/** Kept as it is given. */
export const colorScaleClass: WireClass<RuleRef> = wireClass({
  name: "ColorScaleConditionalFormat",
  properties: { Criteria: part("criteria", record, null) },
});

/** The rule's fields, whether the snapshot opens them up or they are in `source`. */
function parts(ref: RuleRef, session: Session): Record<string, unknown> {
  const { rule } = ruleState(ref, session);
  return { ...(rule.type === "Other" ? record(rule.source) : rule) };
}

function change(ref: RuleRef, fields: Record<string, unknown>, session: Session): void {
  const { rule } = ruleState(ref, session);
  const changed = rule.type === "Other" ? { type: "Other", source: fields } : fields;
  // The fields began as this rule's own, and each was checked on its way in.
  changeRule(ref, { rule: changed as ConditionalFormatSnapshot["rule"] }, session);
}

function drop(ref: RuleRef, names: string[], session: Session): void {
  const fields = Object.entries(parts(ref, session)).filter(([name]) => !names.includes(name));
  change(ref, Object.fromEntries(fields), session);
}

function part(name: string, read: (value: unknown) => unknown, fallback: unknown): Property<RuleRef> {
  return {
    get: (ref, session) => parts(ref, session)[name] ?? fallback,
    set: (ref, value, session) => change(ref, { ...parts(ref, session), [name]: read(value) }, session),
  };
}

/** As the user would type it: a number, a text in quotes, or a formula. */
function ruleFormula(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : invalidArgument("The rule's formula is missing.");
}
