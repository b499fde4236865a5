import { CellKind, emptyKind, textOf } from "./cell";
import { TextCells, type TextColumn } from "./column";
import { fold } from "./fold";
import type { FieldReader, FieldRows } from "./reader";
import { KindTally } from "./tally";

/** Numbers and booleans become the text they show. Several columns of one field: the first that is not blank. */
export function textReader({ size, kinds, cells }: FieldRows): FieldReader {
  const texts = new Array<string | undefined>(size);
  const tally = new KindTally();
  return {
    cells,
    read({ rows, index }, from, place) {
      const own = cells[place] ?? kinds;
      for (let i = 0; i < rows.length; i++) {
        const row = from + i;
        const text = textOf(rows[i]?.[index] ?? "");
        const kind = emptyKind(text) ?? CellKind.read;
        tally.add(kind, row);
        own[row] = kind;
        if (kind > (kinds[row] ?? CellKind.blank)) kinds[row] = kind;
        if (kind === CellKind.read) texts[row] ??= text;
      }
    },
    column: () => new TextCells(texts, kinds),
    issues: (field, firstRow) => tally.issues(field, "text", firstRow),
  };
}

const YES = new Set(["true", "yes", "y", "1"]);
const NO = new Set(["false", "no", "n", "0"]);

/** What a word says, or null where it says neither. Used for cells and for the words of a condition on a yes/no column. */
export function yesOrNo(word: string): "yes" | "no" | null {
  const folded = fold(word);
  return YES.has(folded) ? "yes" : NO.has(folded) ? "no" : null;
}

/** Yes/no columns: TRUE, yes, y and 1 are yes; FALSE, no, n and 0 are no; anything else is unreadable. */
export function yesNoReader({ size, kinds, cells }: FieldRows): FieldReader {
  const codes = new Int32Array(size).fill(-1);
  const tally = new KindTally();
  const column: TextColumn = { type: "text", codes, words: ["no", "yes"], isYesNo: true, kinds };
  return {
    cells,
    read({ rows, index }, from, place) {
      const own = cells[place] ?? kinds;
      for (let i = 0; i < rows.length; i++) {
        const row = from + i;
        const text = String(rows[i]?.[index] ?? "");
        const empty = emptyKind(text);
        const said = yesOrNo(text);
        const code = said === null ? -1 : said === "yes" ? 1 : 0;
        const kind = empty ?? (code < 0 ? CellKind.unreadable : CellKind.read);
        tally.add(kind, row);
        own[row] = kind;
        if (kind > (kinds[row] ?? CellKind.blank)) kinds[row] = kind;
        if (codes[row] === -1) codes[row] = code;
      }
    },
    column: () => column,
    issues: (field, firstRow) => tally.issues(field, "boolean", firstRow),
  };
}
