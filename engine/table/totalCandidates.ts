import type { TextCells } from "./column";
import { fold } from "./fold";
import { RowKind, type ReadRows, type RowKinds } from "./rowKinds";
import { totalLabel, type TotalLabel } from "./totalWords";

/** Rows that may be totals, from the top, and what their names say; null where one says nothing of a total. */
export interface Candidates {
  readonly rows: readonly number[];
  readonly labels: readonly (TotalLabel | null)[];
}

/** Rows with a total's name, and all that name nobody: of those the numbers may tell. */
export function candidatesOf({ accounts, texts }: ReadRows, kinds: RowKinds): Candidates {
  const labelOfKey = new Map<number, TotalLabel>();
  for (const code of accounts.mayBeTotals) {
    const label = totalLabel(accounts.keyAt(code));
    if (label) labelOfKey.set(code, label);
  }
  const rows: number[] = [];
  const labels: (TotalLabel | null)[] = [];
  for (let row = 0; row < kinds.length; row++) {
    if (kinds[row] === RowKind.unnamed) {
      rows.push(row);
      labels.push(firstLabel(texts, row));
    } else if (labelOfKey.size > 0) {
      const label = labelOfKey.get(accounts.codes[row] ?? -1);
      if (!label) continue;
      rows.push(row);
      labels.push(label);
    }
  }
  return { rows, labels };
}

/** In a row that names nobody the word may stand in another column, mostly that of the group. */
function firstLabel(columns: readonly TextCells[], row: number): TotalLabel | null {
  for (const { texts } of columns) {
    const text = texts[row];
    const label = text === undefined ? null : totalLabel(fold(text));
    if (label) return label;
  }
  return null;
}

/** Whether a row has the name of a group, as its account or in another text. */
export function isOfGroup(name: string, row: number, { accounts, texts }: ReadRows): boolean {
  const code = accounts.codes[row] ?? -1;
  if (code >= 0 && accounts.keyAt(code) === name) return true;
  return texts.some((column) => fold(column.texts[row] ?? "") === name);
}
