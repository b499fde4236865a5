/**
 * Our own sheet in a file, for what .xlsx has no place for that hucre keeps: Excel holds settings of add-ins in parts
 * that hucre drops. Very hidden, the last sheet, absent when there is nothing to carry:
 *
 * | A             | B    | C           | D    |
 * | marker        |      |             |      |
 * | note          |      |             |      |
 * | key           | part | JSON length | JSON |
 *
 * A value whose JSON is longer than a cell takes several rows.
 */
export const CARRIER_NAME = "Account Tiering Data";

const MARKER = "account-tiering-data/1";
const NOTE = "Written by Account Tiering to keep its settings and ids in this file. Deleting this sheet deletes them.";

/** UTF-16 units of JSON per cell: under Excel's 32,767. */
const CHUNK = 32_000;

export type CarrierRow = [string, number, number, string];

/** The rows of the sheet; none when `values` is empty. */
export function carrierRows(values: ReadonlyMap<string, unknown>): (string | number)[][] {
  if (values.size === 0) return [];
  const rows = [...values].flatMap(([key, value]) => {
    const json = JSON.stringify(value) ?? "null";
    const chunks: string[] = [];
    for (let at = 0; at < json.length; at += chunks.at(-1)?.length ?? 1) chunks.push(chunkAt(json, at));
    return chunks.map((chunk, i): CarrierRow => [key, i + 1, json.length, chunk]);
  });
  return [[MARKER], [NOTE], ...rows];
}

/** Does not end between the halves of an emoji. */
function chunkAt(json: string, at: number): string {
  const last = json.charCodeAt(at + CHUNK - 1);
  return json.slice(at, at + (last >= 0xd800 && last <= 0xdbff ? CHUNK - 1 : CHUNK));
}

export function isCarrier(rows: readonly (readonly unknown[])[]): boolean {
  return rows[0]?.[0] === MARKER;
}

/** What the sheet carries. A value with a missing or unreadable part is left out and named in `damaged`. */
export function readCarrier(rows: readonly (readonly unknown[])[]): {
  values: Map<string, unknown>;
  damaged: string[];
} {
  const chunks = new Map<string, { length: number; parts: Map<number, string> }>();
  for (const [key, part, length, chunk] of rows.slice(2)) {
    if (typeof key !== "string" || key === "") continue;
    const entry = chunks.get(key) ?? { length: 0, parts: new Map<number, string>() };
    chunks.set(key, entry);
    if (typeof part !== "number" || typeof length !== "number" || typeof chunk !== "string") continue;
    entry.length = length;
    entry.parts.set(part, chunk);
  }
  const values = new Map<string, unknown>();
  const damaged: string[] = [];
  for (const [key, { length, parts }] of chunks) {
    const json = Array.from({ length: parts.size }, (_, i) => parts.get(i + 1) ?? "").join("");
    try {
      if (json.length !== length) throw new SyntaxError("incomplete");
      values.set(key, JSON.parse(json));
    } catch {
      damaged.push(key);
    }
  }
  return { values, damaged };
}
