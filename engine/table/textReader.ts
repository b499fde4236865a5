import { CellKind, emptyKind } from "./cell";
import type { KindArray, TextColumn } from "./column";
import { fold } from "./fold";
import type { FieldReader } from "./reader";
import { KindTally } from "./tally";

/** Numbers and booleans become the text they show. Several columns of one field: the first that is not blank. */
export function textReader(size: number): FieldReader {
  const codes = new Int32Array(size).fill(-1);
  const kinds: KindArray = new Uint8Array(size) as KindArray;
  const tally = new KindTally();
  const words: string[] = [];
  const codeOf = new Map<string, number>();
  const encode = (text: string) => {
    let code = codeOf.get(text);
    if (code === undefined) {
      code = words.push(text) - 1;
      codeOf.set(text, code);
    }
    return code;
  };
  return {
    read(block, position, from) {
      for (let i = 0; i < block.length; i++) {
        const row = from + i;
        const cell = block[i]?.[position] ?? "";
        const text =
          typeof cell === "string" ? cell : typeof cell === "number" ? String(cell) : cell ? "TRUE" : "FALSE";
        const kind = emptyKind(text) ?? CellKind.read;
        tally.add(kind, row);
        if (kind > (kinds[row] ?? CellKind.blank)) kinds[row] = kind;
        if (kind === CellKind.read && codes[row] === -1) codes[row] = encode(text);
      }
    },
    column: () => ({ type: "text", codes, words, kinds }),
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
export function yesNoReader(size: number): FieldReader {
  const codes = new Int32Array(size).fill(-1);
  const kinds: KindArray = new Uint8Array(size) as KindArray;
  const tally = new KindTally();
  const column: TextColumn = { type: "text", codes, words: ["no", "yes"], isYesNo: true, kinds };
  return {
    read(block, position, from) {
      for (let i = 0; i < block.length; i++) {
        const row = from + i;
        const text = String(block[i]?.[position] ?? "");
        const empty = emptyKind(text);
        const said = yesOrNo(text);
        const code = said === null ? -1 : said === "yes" ? 1 : 0;
        const kind = empty ?? (code < 0 ? CellKind.unreadable : CellKind.read);
        tally.add(kind, row);
        if (kind > (kinds[row] ?? CellKind.blank)) kinds[row] = kind;
        if (codes[row] === -1) codes[row] = code;
      }
    },
    column: () => column,
    issues: (field, firstRow) => tally.issues(field, "boolean", firstRow),
  };
}
