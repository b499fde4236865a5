import { CellKind, emptyKind, textOf, type ColumnCells } from "./cell";
import { TextCells, type KindArray, type TextColumn } from "./column";
import { fold } from "./fold";
import type { FieldReader, FieldRows } from "./reader";
import { cellIssues } from "./tally";

/** Numbers and booleans become the text they show. Several columns of one field: the first that is not blank. */
export function textReader({ size, kinds, cells }: FieldRows): FieldReader {
  const texts = new Array<string | undefined>(size);
  return {
    cells,
    read(block, place, top, from, end) {
      readTexts(block, top, from, end, { texts, kinds, own: cells[place] ?? kinds });
    },
    column: () => new TextCells(texts, kinds),
    issues: (field, firstRow) => cellIssues(cells, field, "text", firstRow),
  };
}

interface Filled {
  readonly texts: (string | undefined)[];
  readonly kinds: KindArray;
  /** Of the cells of the column that is read. */
  readonly own: KindArray;
}

/** A function of its own, as the loops of `masks.ts`. */
function readTexts({ rows, index }: ColumnCells, top: number, from: number, end: number, filled: Filled): void {
  const { texts, kinds, own } = filled;
  for (let i = from; i < end; i++) {
    const row = top + i;
    const text = textOf(rows[i]?.[index] ?? "");
    const kind = emptyKind(text) ?? CellKind.read;
    own[row] = kind;
    if (kind > kinds[row]!) kinds[row] = kind; // row < size
    if (kind === CellKind.read) texts[row] ??= text;
  }
}

const YES = new Set(["true", "yes", "y", "1"]);
const NO = new Set(["false", "no", "n", "0"]);

/** What a word says, or null where it says neither. Used for cells and for the words of a condition on a yes/no column. */
export function yesOrNo(word: string): "yes" | "no" | null {
  const folded = fold(word);
  return YES.has(folded) ? "yes" : NO.has(folded) ? "no" : null;
}

/** Yes/no columns: TRUE, yes, y and 1 are yes; FALSE, no, n and 0 are no; anything else is unreadable. */
export function yesNoReader({ size, kinds, cells, buffers }: FieldRows): FieldReader {
  const codes = buffers.ints(size).fill(-1);
  const column: TextColumn = { type: "text", codes, words: ["no", "yes"], isYesNo: true, kinds };
  return {
    cells,
    read({ rows, index }, place, top, from, end) {
      const own = cells[place] ?? kinds;
      for (let i = from; i < end; i++) {
        const row = top + i;
        const text = String(rows[i]?.[index] ?? "");
        const empty = emptyKind(text);
        const said = empty === null ? yesOrNo(text) : null;
        const code = said === null ? -1 : said === "yes" ? 1 : 0;
        const kind = empty ?? (code < 0 ? CellKind.unreadable : CellKind.read);
        own[row] = kind;
        if (kind > kinds[row]!) kinds[row] = kind; // row < size, here and below
        if (codes[row] === -1) codes[row] = code;
      }
    },
    column: () => column,
    issues: (field, firstRow) => cellIssues(cells, field, "boolean", firstRow),
  };
}
