import type {
  Area,
  ComparedType,
  SheetSnapshot,
  Validation,
  ValidationOperator,
  ValidationRule,
} from "../host/snapshot";
import { formulaForFile, formulaFromFile } from "./formulaText";
import { areaName, parseAreas } from "./references";
import { isTrue } from "./workbookPart";
import { attributeText, decodeEscapes, decodeXml, elements, encodeCellText, encodeXml, type Element } from "./xml";

/** Excel's word in a file for our type. */
const TYPES = {
  WholeNumber: "whole",
  Decimal: "decimal",
  Date: "date",
  Time: "time",
  TextLength: "textLength",
} as const satisfies Record<ComparedType, string>;

const OPERATORS = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
} as const satisfies Record<ValidationOperator, string>;

/** The element of a sheet part that holds all its validations; `""` when there are none. */
export function validationsXml(validations: SheetSnapshot["validations"]): string {
  if (validations.length === 0) return "";
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
}

/** From the part behind a sheet's cells, those that Excel keeps as an extension too. */
export function readValidations(tail: string): SheetSnapshot["validations"] {
  return [...elements(tail, "dataValidation")].flatMap((element) => {
    const rule = ruleOf(element);
    const references = element.attributes.get("sqref") ?? textIn(element, "sqref");
    return rule ? parseAreas(references).map((area) => ({ ...area, ...withTexts(rule, element) })) : [];
  });
}

function validationXml({ rule, ignoreBlanks, prompt, errorAlert, ...area }: Area & Validation): string {
  const texts = [
    ["errorTitle", errorAlert.title],
    ["error", errorAlert.message],
    ["promptTitle", prompt.title],
    ["prompt", prompt.message],
  ].map(([name = "", text = ""]) => (text === "" ? "" : ` ${name}="${attributeText(encodeCellText(text))}"`));
  const flags = [
    errorAlert.style === "Stop" ? "" : ` errorStyle="${errorAlert.style.toLowerCase()}"`,
    ignoreBlanks ? ' allowBlank="1"' : "",
    rule.type === "List" && !rule.inCellDropDown ? ' showDropDown="1"' : "",
    prompt.showPrompt ? ' showInputMessage="1"' : "",
    errorAlert.showAlert ? ' showErrorMessage="1"' : "",
  ];
  const { type, formulas } = ruleXml(rule);
  return `<dataValidation${type}${flags.join("")}${texts.join("")} sqref="${areaName(area)}">${formulas}</dataValidation>`;
}

function ruleXml(rule: ValidationRule): { type: string; formulas: string } {
  switch (rule.type) {
    case "None":
      return { type: "", formulas: "" };
    case "List": {
      const { source } = rule;
      const list = source.startsWith("=") ? formulaForFile(source.slice(1)) : `"${source.replaceAll('"', '""')}"`;
      return { type: ' type="list"', formulas: `<formula1>${encodeXml(list)}</formula1>` };
    }
    case "Custom":
      return { type: ' type="custom"', formulas: formulaXml(1, rule.formula) };
    default: {
      const second = rule.formula2 === undefined ? "" : formulaXml(2, rule.formula2);
      const type = ` type="${TYPES[rule.type]}" operator="${OPERATORS[rule.operator]}"`;
      return { type, formulas: formulaXml(1, rule.formula1) + second };
    }
  }
}

function formulaXml(number: number, formula: string): string {
  return `<formula${number}>${encodeXml(formulaForFile(formula.replace(/^=/, "")))}</formula${number}>`;
}

function ruleOf(element: Element): ValidationRule | null {
  const type = element.attributes.get("type") ?? "none";
  const first = formulaFromFile(textIn(element, "formula1"));
  if (type === "none") return { type: "None" };
  if (type === "custom") return { type: "Custom", formula: `=${first}` };
  if (type === "list") {
    const literal = /^"((?:[^"]|"")*)"$/.exec(first)?.[1];
    const source = literal === undefined ? `=${first}` : literal.replaceAll('""', '"');
    return { type: "List", source, inCellDropDown: !isTrue(element.attributes.get("showDropDown")) };
  }
  const compared = nameOf(TYPES, type);
  const operator = nameOf(OPERATORS, element.attributes.get("operator") ?? "between");
  if (!compared || !operator) return null;
  const second = formulaFromFile(textIn(element, "formula2"));
  return { type: compared, operator, formula1: `=${first}`, ...(second !== "" && { formula2: `=${second}` }) };
}

function withTexts(rule: ValidationRule, { attributes }: Element): Validation {
  const text = (name: string): string => decodeEscapes(attributes.get(name) ?? "");
  const style = attributes.get("errorStyle");
  return {
    rule,
    ignoreBlanks: isTrue(attributes.get("allowBlank")),
    prompt: {
      showPrompt: isTrue(attributes.get("showInputMessage")),
      title: text("promptTitle"),
      message: text("prompt"),
    },
    errorAlert: {
      showAlert: isTrue(attributes.get("showErrorMessage")),
      style: style === "warning" ? "Warning" : style === "information" ? "Information" : "Stop",
      title: text("errorTitle"),
      message: text("error"),
    },
  };
}

/** The text of an inner element; an extension wraps it in one more. */
function textIn({ inner }: Element, name: string): string {
  const found = [...elements(inner, name)][0]?.inner ?? "";
  return decodeXml(found.replace(/<[^>]*>/g, ""));
}

function nameOf<K extends string>(words: Record<K, string>, word: string): K | undefined {
  return (Object.keys(words) as K[]).find((name) => words[name] === word); // the record's own keys
}
