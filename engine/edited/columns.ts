import { encode, TextCells, type Column, type KindArray, type TextColumn } from "../table/column";
import { differing, picked, placed, type Changes } from "./changes";

/** The cells of some rows of a column, in their order. Of texts only the words that stand there. */
export function columnAt(column: Column, rows: Int32Array): Column {
  const kinds = column.kinds && { kinds: picked(column.kinds, rows) as KindArray };
  if (column.type === "number") return { type: "number", values: picked(column.values, rows), ...kinds };
  const textAt =
    column instanceof TextCells
      ? (row: number) => column.texts[row]
      : (row: number) => column.words[column.codes[row] ?? -1];
  const { isYesNo } = column;
  if (isYesNo) return { ...column, codes: picked(column.codes, rows), ...kinds };
  return { type: "text", ...encode(Array.from(rows, textAt), (text) => text), ...kinds };
}

/** A column that a measure gave, with what it gives for some rows; null where the two have no words in common. */
export function mendedColumn(column: Column, rows: Int32Array, part: Column): Column | null {
  if (column.type === "number") {
    if (part.type !== "number" || column.kinds) return null;
    const values = placed(column.values, rows, part.values);
    return values === column.values ? column : { type: "number", values };
  }
  if (part.type !== "text" || !haveSameWords(column, part)) return null;
  const codes = placed(column.codes, rows, part.codes);
  return codes === column.codes ? column : { ...column, codes };
}

/** The rows of `among` at which two columns that a measure gave differ. */
export function compareColumns(before: Column, now: Column, among: Changes): Changes {
  if (before.type === "number" && now.type === "number") {
    if (before.kinds || now.kinds) return before === now ? among : "all";
    return differing(before.values, now.values, among);
  }
  if (before.type !== "text" || now.type !== "text" || !haveSameWords(before, now)) return "all";
  return differing(before.codes, now.codes, among);
}

/** Words that a measure knows beforehand are the same list in every run. */
function haveSameWords(one: TextColumn, other: TextColumn): boolean {
  return one.words === other.words;
}
