/** Numbers as people type them into a box: a decimal point or comma, with digits in groups or without. */

/** The number that a text says; null where it says none. "1,200" and "1 200" are 1200, "0,5" is 0.5. */
export function numberIn(text: string): number | null {
  const bare = text.trim().replace(/[\s\u00a0\u202f']/g, "");
  if (!/^[-+]?(\d[\d.,]*|[.,]\d+)$/.test(bare)) return null;
  const groups = /^[-+]?\d{1,3}([.,]\d{3})+$/.exec(bare);
  const isGrouped = groups !== null && !/^[-+]?0/.test(bare) && new Set(bare.match(/[.,]/g)).size === 1;
  const plain =
    isGrouped && (bare.includes(",") || (bare.match(/\./g) ?? []).length > 1)
      ? bare.replace(/[.,]/g, "")
      : decimal(bare);
  const number = Number(plain);
  return Number.isFinite(number) ? number : null;
}

/** The last sign is the decimal one where both occur; else the one there is. */
function decimal(bare: string): string {
  const last = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
  if (last < 0) return bare;
  return `${bare.slice(0, last).replace(/[.,]/g, "")}.${bare.slice(last + 1)}`;
}

/** A number as it stands in a box: what `numberIn` reads back, without groups. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(12)));
}
