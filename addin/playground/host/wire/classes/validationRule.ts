import { formatAddress } from "../../rules/address";
import { invalidArgument } from "../../rules/refusal";
import { serialOf } from "../../rules/serialDate";
import type { ComparedType, ValidationRule } from "../../snapshot";
import { oneOf, record, text, truth } from "../arguments";
import type { Session } from "../session";
import { rangeClass } from "./range";
import { cellsOf } from "./rangeRef";
import { sheetState } from "./sheetState";

/** The rule's only member on the wire, by our type. */
const MEMBERS = {
  List: "list",
  Custom: "custom",
  WholeNumber: "wholeNumber",
  Decimal: "decimal",
  Date: "date",
  Time: "time",
  TextLength: "textLength",
} as const;

const COMPARED: readonly ComparedType[] = ["WholeNumber", "Decimal", "Date", "Time", "TextLength"];

const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
] as const;

/** Longest list of typed-out choices. */
const MAX_CHOICES = 255;

/** `{ list: … }` and so on as our rule; refused unless it has exactly one of the kinds. */
export function validationRule(value: unknown, session: Session): ValidationRule {
  const given = Object.entries(record(value)).filter(([, part]) => part !== null && part !== undefined);
  const [entry, ...others] = given;
  if (!entry || others.length > 0) return invalidArgument("A rule has one kind of criteria.");
  const [member, criteria] = entry;
  const parts = record(criteria);
  if (member === MEMBERS.List) {
    const source = listSource(parts["source"], session);
    return { type: "List", source, inCellDropDown: truth(parts["inCellDropDown"], true) };
  }
  if (member === MEMBERS.Custom) return { type: "Custom", formula: operand(parts["formula"], session) };
  const type = COMPARED.find((candidate) => MEMBERS[candidate] === member);
  if (!type) return invalidArgument(`There are no ${member} rules.`);
  const operator = oneOf(parts["operator"], OPERATORS);
  const formula1 = operand(parts["formula1"], session);
  if (operator !== "Between" && operator !== "NotBetween") return { type, operator, formula1 };
  return { type, operator, formula1, formula2: operand(parts["formula2"], session) };
}

/** As the client reads it: the one kind of criteria, or none. */
export function wireRule(rule: ValidationRule): Record<string, unknown> {
  if (rule.type === "None") return {};
  const { type, ...criteria } = rule;
  return { [MEMBERS[type]]: criteria };
}

export function shortText(value: unknown, longest: number): string {
  const given = value === null || value === undefined ? "" : text(value);
  return given.length <= longest ? given : invalidArgument(`The text is longer than ${longest} characters.`);
}

function listSource(value: unknown, session: Session): string {
  const cells = reference(value, session);
  if (cells !== null) return cells;
  const source = text(value);
  if (source === "") invalidArgument("A list has a source.");
  return source.startsWith("=") ? source : shortText(source, MAX_CHOICES);
}

/** A number, a range, a formula or a day as a formula: `=10`, `=Sheet1!$A$1`, `=MIN(A1,B1)`. */
function operand(value: unknown, session: Session): string {
  const cells = reference(value, session);
  if (cells !== null) return cells;
  if (typeof value === "number") return `=${value}`;
  const typed = text(value);
  const day = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/.exec(typed);
  const serial = day && serialOf(Number(day[1]), Number(day[2]), Number(day[3]), session.workbook.date1904);
  if (serial !== null) return `=${serial}`;
  if (typed === "") return invalidArgument("The rule's formula is missing.");
  return typed.startsWith("=") ? typed : `=${typed}`;
}

function reference(value: unknown, session: Session): string | null {
  const range = rangeClass.refOf(value);
  if (!range) return null;
  return `=${formatAddress(sheetState(range.sheet, session).name, cellsOf(range), true)}`;
}
