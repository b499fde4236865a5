/**
 * `T[@Revenue]`, and `[@Revenue]` within the table, in the form that Univer knows (and files hold):
 * `T[[#This Row],[Revenue]]`. Texts in quotes stay as they are.
 */
export function longReferences(formula: string, table: string | undefined): string {
  if (!formula.includes("[@")) return formula;
  return formula.replace(PIECES, (piece: string, named = "", bracketed?: string, plain?: string) => {
    const column = bracketed ?? plain;
    const owner = named === "" ? table : String(named);
    return column === undefined || owner === undefined ? piece : `${owner}[[#This Row],[${column}]]`;
  });
}

const PIECES = /"(?:[^"]|"")*"|([\w.\u00c0-\uffff]*)\[@(?:\[((?:[^\]']|'.)*)\]|([^[\]]+))\]/g;
