import type { CellValue } from "../host/snapshot";
import { MAX_COLUMNS } from "./limits";
import { columnNumber } from "./references";
import { FileProblem } from "./result";
import { attributes, decodeCellText, decodeXml } from "./xml";

/** What a cell's text says; the row is known to the caller. */
export interface ScannedCell {
  column: number;
  /** Index of its format in the file's styles; 0 is the default. */
  style: number;
  value: CellValue;
  formula?: ScannedFormula;
  hasRichText: boolean;
}

export interface ScannedFormula {
  /** As stored, without `=`; empty for the followers of a shared formula. */
  text: string;
  kind: "plain" | "shared" | "array";
  /** Number of the shared formula. */
  shared?: number;
  /** What an array formula fills. */
  area?: string;
}

/**
 * The cells of a row's text, left to right. Numbers of any format stay numbers: a date is its serial number. A cell with
 * a formula gives its last result; an error gives its text. `strings` are the file's shared texts.
 */
export function scanCells(body: string, strings: readonly string[], onCell: (cell: ScannedCell) => void): void {
  let next = 0;
  CELL.lastIndex = 0;
  for (let match = CELL.exec(body); match; match = CELL.exec(body)) {
    const tag = match[1] ?? "";
    const content = match[2] ?? "";
    const reference = attribute(tag, ' r="');
    const column = reference ? columnNumber(reference.replace(/\d+$/, "")) : next;
    if (!(column >= 0 && column < MAX_COLUMNS)) throw new FileProblem("damaged");
    next = column + 1;
    const formula = content.includes(":f") || content.includes("<f") ? scanFormula(content) : undefined;
    onCell({
      column,
      style: Number(attribute(tag, ' s="') ?? 0),
      value: cellValue(attribute(tag, ' t="') ?? "n", content, strings),
      formula,
      hasRichText: content.includes("<r>"),
    });
  }
}

const CELL = /<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c\s*>)/g;

/** Fast path for the tag that every common program writes; any other spelling goes through the full reading. */
function attribute(tag: string, opening: string): string | undefined {
  const start = tag.indexOf(opening);
  if (start >= 0) {
    const from = start + opening.length;
    return tag.slice(from, tag.indexOf('"', from));
  }
  return tag.includes("'") || tag.includes(" =") || tag.includes("\n")
    ? attributes(tag).get(opening.trim()[0] ?? "")
    : undefined;
}

function cellValue(type: string, content: string, strings: readonly string[]): CellValue {
  if (type === "inlineStr") return richText(content);
  const raw = valueText(content);
  if (raw === "" && type !== "str") return "";
  switch (type) {
    case "s":
      return strings[Number(raw)] ?? "";
    case "str":
      return decodeCellText(raw);
    case "b":
      return raw === "1" || raw === "true";
    case "e":
      return decodeXml(raw);
    case "d":
      return Date.parse(/T|Z/.test(raw) ? raw.replace(/Z?$/, "Z") : raw) / 86_400_000 + 25_569;
    default: {
      const number = Number(raw);
      // `+ 0` makes -0 the 0 that Excel knows.
      return Number.isFinite(number) ? number + 0 : decodeCellText(raw);
    }
  }
}

function valueText(content: string): string {
  if (content.startsWith("<v>") && content.endsWith("</v>")) return content.slice(3, -4);
  return /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v\s*>/.exec(content)?.[1] ?? "";
}

/** The text of all runs of a rich text, without its phonetic guides. */
export function richText(content: string): string {
  let text = "";
  for (const match of content.replace(PHONETIC, "").matchAll(TEXT)) text += match[1] ?? "";
  return decodeCellText(text);
}

const PHONETIC = /<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh\s*>/g;
const TEXT = /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t\s*>/g;
const FORMULA = /<(?:\w+:)?f(?=[\s/>])((?:[^>"/]|"[^"]*"|\/(?!>))*)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f\s*>)/;

function scanFormula(content: string): ScannedFormula | undefined {
  const match = FORMULA.exec(content);
  if (!match) return undefined;
  const text = decodeCellText(match[2] ?? "");
  const found = attributes(match[1] ?? "");
  const type = found.get("t");
  if (type === "shared" && found.has("si")) return { text, kind: "shared", shared: Number(found.get("si")) };
  if (type === "array") return { text, kind: "array", area: found.get("ref") };
  return text === "" ? undefined : { text, kind: "plain" };
}
