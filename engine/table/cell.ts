/** A cell as `Range.values` gives it: `""` is blank, errors are their text (`"#N/A"`), dates are serial numbers. */
export type CellValue = string | number | boolean;

/** The text that a cell shows, as far as its value tells. */
export function textOf(cell: CellValue): string {
  if (typeof cell === "string") return cell;
  return typeof cell === "number" ? String(cell) : cell ? "TRUE" : "FALSE";
}

/** The cells of one column among rows that may hold others: cell i is `rows[i][index]`. */
export interface ColumnCells {
  readonly rows: readonly (readonly CellValue[])[];
  readonly index: number;
}

/**
 * What became of a cell when it was read as the type its field asks for, weakest first: where a field reads several
 * columns, the strongest kind of the row stands.
 */
export const CellKind = {
  blank: 0,
  /** A word that means "nothing here", such as `n/a`. */
  missingWord: 1,
  /** Of the type asked for. */
  read: 2,
  /** Text that could be read as the type asked for; counted as an issue. */
  converted: 3,
  /** A text date that has two readings. */
  ambiguous: 4,
  /** Text or a boolean where a number or a date is needed. */
  unreadable: 5,
  error: 6,
} as const;
export type CellKind = (typeof CellKind)[keyof typeof CellKind];

/** The cell held nothing, or a word that says so. */
export function isBlankKind(kind: CellKind): boolean {
  return kind <= CellKind.missingWord;
}

/** Something stood in the cell that could not be used: its value is missing, but it was not blank. */
export function isUnreadableKind(kind: CellKind): boolean {
  return kind >= CellKind.ambiguous;
}

const MISSING_WORDS = new Set(["n/a", "na", "null", "none", "-", "(blank)", "select"]);

// Microsoft Support: "How to correct a # error"; the newer ones from Excel.ErrorCellValueType.
const ERRORS = new Set([
  ...["#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!"],
  ...["#CONNECT!", "#BUSY!", "#GETTING_DATA", "#UNKNOWN!", "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!"],
]);

const FIRST_SIGNS = new Set([...MISSING_WORDS, ...ERRORS].map((word) => word.charAt(0)));

/** By character code, of plain characters: 1 where a word of these may begin, or a space stands. */
const FIRST_CODES = Uint8Array.from({ length: 127 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return code <= 32 || FIRST_SIGNS.has(sign.toLowerCase()) ? 1 : 0;
});

/** Blank, missing word, error, or null for text that says something. `text` is trimmed of every kind of space first. */
export function emptyKind(text: string): CellKind | null {
  const first = text.charCodeAt(0);
  if (first < FIRST_CODES.length && FIRST_CODES[first] === 0) return null; // most cells end here
  const trimmed = text.trim();
  if (trimmed === "") return CellKind.blank;
  if (trimmed.length > LONGEST || !FIRST_SIGNS.has(trimmed.charAt(0).toLowerCase())) return null;
  if (trimmed.startsWith("#")) return ERRORS.has(trimmed.toUpperCase()) ? CellKind.error : null;
  return MISSING_WORDS.has(trimmed.toLowerCase()) ? CellKind.missingWord : null;
}

const LONGEST = Math.max(...[...MISSING_WORDS, ...ERRORS].map((word) => word.length));
