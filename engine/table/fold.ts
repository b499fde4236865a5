const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/**
 * The form in which names are compared: trimmed, NFKC, without case. By way of upper case, so that `ß` and `ẞ` meet `SS`
 * and a final sigma meets the others.
 */
export function fold(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text.trim().toLowerCase();
  return text.normalize("NFKC").trim().toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
}

/** Code-point order, which UTF-16 order is not: `<` would put an emoji before U+FF5E. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above every other unit. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
