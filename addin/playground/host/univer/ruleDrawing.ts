import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFValueType,
  type IConditionalFormattingRuleConfig,
  type IIconSet,
} from "@univerjs/sheets-conditional-formatting";
import type { CellStyle, ConditionalFormatSnapshot } from "../snapshot";
import { formatPatch, patched } from "./styles";

type Rule = ConditionalFormatSnapshot["rule"];
type CellValueRule = Extract<Rule, { type: "CellValue" }>;

/** How Univer draws a rule; what it cannot draw is a rule that is never true, so that the cells keep theirs. */
export function drawingOf(rule: Rule): IConditionalFormattingRuleConfig {
  switch (rule.type) {
    case "CellValue":
      return cellValueDrawing(rule);
    case "DataBar":
      return {
        type: CFRuleType.dataBar,
        isShowValue: true,
        config: {
          min: { type: CFValueType.min },
          max: { type: CFValueType.max },
          isGradient: false,
          positiveColor: rule.color || "#638EC6",
          nativeColor: "#FF555A",
        },
      };
    case "IconSet":
      return iconDrawing(rule.style);
    case "Other":
      return otherDrawing(rule.source);
  }
}

const NEVER = "=FALSE";

const NUMBER_OPERATORS: Readonly<Record<string, SingleOperator>> = {
  EqualTo: CFNumberOperator.equal,
  NotEqualTo: CFNumberOperator.notEqual,
  GreaterThan: CFNumberOperator.greaterThan,
  LessThan: CFNumberOperator.lessThan,
  GreaterThanOrEqual: CFNumberOperator.greaterThanOrEqual,
  LessThanOrEqual: CFNumberOperator.lessThanOrEqual,
};

type SingleOperator = Exclude<CFNumberOperator, CFNumberOperator.between | CFNumberOperator.notBetween>;

function cellValueDrawing(rule: CellValueRule): IConditionalFormattingRuleConfig {
  const { operator, formula1, formula2 } = rule;
  const text = /^="((?:[^"]|"")*)"$/.exec(formula1)?.[1]?.replaceAll('""', '"');
  const [first, second] = [numberOf(formula1), numberOf(formula2)];
  const look = { type: CFRuleType.highlightCell, style: styleOf(rule) } as const;
  if (text !== undefined && (operator === "EqualTo" || operator === "NotEqualTo")) {
    const compared = operator === "EqualTo" ? CFTextOperator.equal : CFTextOperator.notEqual;
    return { ...look, subType: CFSubRuleType.text, operator: compared, value: text };
  }
  const single = NUMBER_OPERATORS[operator];
  if (first !== null && single) return { ...look, subType: CFSubRuleType.number, operator: single, value: first };
  if (first !== null && second !== null) {
    const between = operator === "Between" ? CFNumberOperator.between : CFNumberOperator.notBetween;
    return { ...look, subType: CFSubRuleType.number, operator: between, value: [first, second] };
  }
  return formulaDrawing(NEVER, {});
}

function formulaDrawing(formula: string, style: CellStyle): IConditionalFormattingRuleConfig {
  return { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: formula, style: styleOf(style) };
}

/** Rules of an add-in have their parts by Excel's names; those of a file library are its own, and are not drawn. */
function otherDrawing(source: unknown): IConditionalFormattingRuleConfig {
  const { type, formula, text, ...style } = (source ?? {}) as OtherParts; // each part is looked at before it is used
  const look = { type: CFRuleType.highlightCell, style: styleOf(style) } as const;
  if (type === "Custom" && typeof formula === "string" && formula !== "") return formulaDrawing(formula, style);
  if (type === "ContainsText" && typeof text === "string") {
    return { ...look, subType: CFSubRuleType.text, operator: CFTextOperator.containsText, value: text };
  }
  return formulaDrawing(NEVER, {});
}

type OtherParts = CellStyle & { type?: unknown; formula?: unknown; text?: unknown };

const WORDS: Readonly<Record<string, string>> = { Three: "3", Four: "4", Five: "5" };

function iconDrawing(style: string): IConditionalFormattingRuleConfig {
  const iconType = style.replace(/^(Three|Four|Five)/, (word) => WORDS[word] ?? word);
  const count = Number(iconType[0]);
  if (!(count >= 3)) return formulaDrawing(NEVER, {});
  const config = Array.from({ length: count }, (_, index) => ({
    operator: CFNumberOperator.greaterThanOrEqual,
    value: { type: CFValueType.percent, value: Math.round((100 * (count - 1 - index)) / count) },
    iconType: iconType as IIconSet["config"][number]["iconType"], // Univer's names are Excel's, in files; one that it lacks is not drawn
    iconId: String(index),
  }));
  return { type: CFRuleType.iconSet, isShowValue: true, config };
}

function numberOf(formula: string | undefined): number | null {
  const number = Number(formula?.replace(/^=/, "") || "none");
  return Number.isNaN(number) ? null : number;
}

function styleOf({ fill, color, bold }: CellStyle) {
  const { bg, cl, bl } = formatPatch({
    ...(fill && { fill }),
    ...(color && { color }),
    ...(bold !== undefined && { bold }),
  });
  return patched(undefined, { bg: bg ?? null, cl: cl ?? null, bl: bl ?? null });
}
