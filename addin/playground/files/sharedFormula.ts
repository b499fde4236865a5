import { MAX_COLUMNS, MAX_ROWS } from "./limits";
import { columnLetters, columnNumber } from "./references";

/**
 * A formula moved by `rows` and `columns`, as Excel fills it down: relative references move, `$` ones stay, and one
 * that leaves the sheet is `#REF!`. Text in quotes, sheet names and structured references are left alone.
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (whole, kept?: string, ...parts: (string | undefined)[]) => {
    if (kept !== undefined) return kept;
    const [cell, columnFix, letters, rowFix, digits, column1, fix1, name1, fix2, name2, row1, rfix1, n1, rfix2, n2] =
      parts;
    if (cell !== undefined) {
      const column = movedColumn(columnFix, letters, columns);
      const row = movedRow(rowFix, digits, rows);
      return column === null || row === null ? "#REF!" : column + row;
    }
    if (column1 !== undefined) {
      const first = movedColumn(fix1, name1, columns);
      const last = movedColumn(fix2, name2, columns);
      return first === null || last === null ? "#REF!" : `${first}:${last}`;
    }
    if (row1 !== undefined) {
      const first = movedRow(rfix1, n1, rows);
      const last = movedRow(rfix2, n2, rows);
      return first === null || last === null ? "#REF!" : `${first}:${last}`;
    }
    return whole;
  });
}

const TOKEN = new RegExp(
  [
    // Kept: text, quoted sheet names, structured references, words that only look like references (LOG10, Q1!).
    String.raw`("(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\])*\])`,
    String.raw`(?<![\w.\\$])((\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6}))(?![\w.(!\\])`,
    String.raw`(?<![\w.\\$])((\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3}))(?![\w.(!\\])`,
    String.raw`(?<![\w.\\$:])((\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6}))(?![\w.(!\\])`,
  ].join("|"),
  "g",
);

function movedColumn(fix = "", letters = "", by: number): string | null {
  const column = columnNumber(letters) + (fix ? 0 : by);
  return column < 0 || column >= MAX_COLUMNS ? null : fix + columnLetters(column);
}

function movedRow(fix = "", digits = "", by: number): string | null {
  const row = Number(digits) + (fix ? 0 : by);
  return row < 1 || row > MAX_ROWS ? null : fix + row;
}
