import { TextCells, type Encoded, type KindArray } from "../table/column";

/** More words than these are put in a dictionary anew, when somebody asks for one. */
const MOST_WORDS = 10_000;

/** Texts with those of some rows in place of their own; the same column where nothing has changed. */
export function editedTexts(
  column: TextCells,
  rows: Int32Array,
  part: readonly (string | undefined)[],
  kinds: KindArray,
): TextCells {
  let texts: (string | undefined)[] | null = null;
  rows.forEach((row, i) => {
    if (column.texts[row] !== part[i]) (texts ??= column.texts.slice())[row] = part[i];
  });
  if (texts === null) return kinds === column.kinds ? column : new TextCells(column.texts, kinds, column.encoded);
  return new TextCells(texts, kinds, column.encoded && mended(column.encoded, rows, part));
}

/**
 * The dictionary after an edit, as making it anew would give it: words in the order they come. null where a word comes
 * elsewhere than before, or there are too many.
 */
function mended({ codes, words }: Encoded, rows: Int32Array, part: readonly (string | undefined)[]): Encoded | null {
  if (words.length > MOST_WORDS) return null;
  const firstRows = firstRowsOf(codes, words.length);
  const codeOf = new Map(words.map((word, code) => [word, code]));
  const out = codes.slice();
  for (let i = 0; i < rows.length; i++) {
    const [row, text] = [rows[i]!, part[i]]; // i < length, that of both
    const before = codes[row]!; // rows are the column's
    if (text !== undefined && words[before] === text) continue;
    const code = text === undefined ? -1 : codeOf.get(text);
    const isFirst = before >= 0 && firstRows[before] === row;
    if (isFirst || code === undefined || (code >= 0 && firstRows[code]! > row)) return null; // a code is a word's
    out[row] = code;
  }
  return { codes: out, words };
}

/** Where each word comes first. Words come in that order, and mostly soon. */
function firstRowsOf(codes: Int32Array, words: number): Int32Array {
  const rows = new Int32Array(words);
  for (let row = 0, next = 0; next < words; row++) if (codes[row] === next) rows[next++] = row;
  return rows;
}
