import type { CellValue } from "../snapshot";

const ERRORS =
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|BLOCKED!|CONNECT!|FIELD!|UNKNOWN!|BUSY!|PYTHON!|EXTERNAL!)$/;

/** `Excel.RangeValueType` of a cell's value; Excel has whole numbers as `Double` too. */
export function valueType(value: CellValue): "Empty" | "String" | "Double" | "Boolean" | "Error" {
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  if (value === "") return "Empty";
  return isErrorText(value) ? "Error" : "String";
}

/** Whether the text is how Excel shows an error value, such as `#N/A`. */
export function isErrorText(text: string): boolean {
  return text.charCodeAt(0) === 35 /* # */ && ERRORS.test(text);
}
