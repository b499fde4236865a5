import { CellKind } from "./cell";
import type { KindArray } from "./column";
import { RowKind, type RowKinds } from "./rowKinds";
import type { AccountKeys } from "./table";

/**
 * Marks rows that repeat the header, as exports with pages have them: the account cell says what its column is headed,
 * and where numbers and dates should be there are words, in one column at least, and no value in any.
 */
export function markRepeatedHeaders(
  { codes, codeOf }: Pick<AccountKeys, "codes" | "codeOf">,
  accountHeader: string,
  /** Of the cells of the number and date fields. */
  values: readonly KindArray[],
  kinds: RowKinds,
): void {
  const header = codeOf(accountHeader);
  if (header < 0 || accountHeader.trim() === "") return;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] !== header) continue;
    const hasWords = values.some((cells) => cells[row] === CellKind.unreadable);
    const hasValue = values.some((cells) => cells[row] === CellKind.read || cells[row] === CellKind.converted);
    if (hasWords && !hasValue) kinds[row] = RowKind.header;
  }
}
