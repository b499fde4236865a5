import type { ConditionalFormatSnapshot } from "../host/snapshot";

/** How the carrier keeps the id of a conditional format: with what it does and where, to find it again. */
export interface CarriedFormatId {
  sheet: string;
  id: string;
  rule: string;
  place: string;
}

/** The id that a conditional format gets when the file says none: its sheet and its place in the list. */
export function plainFormatId(sheet: number, index: number): string {
  return `cf-${sheet + 1}-${index + 1}`;
}

export function carryFormatId(sheet: string, format: ConditionalFormatSnapshot): CarriedFormatId {
  return { sheet, id: format.id, ...signature(format) };
}

/**
 * Gives the formats of a sheet their ids: first to those unchanged since the file was written, then to those that only
 * moved (rows were inserted in Excel), then new ids to the rest.
 */
export function assignFormatIds(
  formats: readonly Omit<ConditionalFormatSnapshot, "id">[],
  carried: readonly CarriedFormatId[],
  sheet: number,
): ConditionalFormatSnapshot[] {
  const left = new Set(carried);
  const signatures = formats.map(signature);
  const ids = new Array<string | undefined>(formats.length);
  for (const comparePlace of [true, false]) {
    signatures.forEach(({ rule, place }, i) => {
      if (ids[i] !== undefined) return;
      const match = [...left].find((kept) => kept.rule === rule && (!comparePlace || kept.place === place));
      if (!match) return;
      ids[i] = match.id;
      left.delete(match);
    });
  }
  const taken = new Set(ids);
  return formats.map((format, i) => {
    let id = ids[i] ?? plainFormatId(sheet, i);
    for (let n = 2; ids[i] === undefined && taken.has(id); n++) id = `${plainFormatId(sheet, i)}-${n}`;
    taken.add(id);
    return { id, ...format };
  });
}

function signature(format: Omit<ConditionalFormatSnapshot, "id">): { rule: string; place: string } {
  return {
    rule: hash(JSON.stringify([format.stopIfTrue, Object.entries(format.rule).sort(([a], [b]) => (a < b ? -1 : 1))])),
    place: JSON.stringify(format.areas.map(({ row, column, rows, columns }) => [row, column, rows, columns])),
  };
}

/** FNV-1a over UTF-16 units, 32 bits, in hexadecimal. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(16);
}
