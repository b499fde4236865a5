/** The same text for the same JSON, whatever the order of its keys. */
export function canonical(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(canonical).join(",")}]`;
  if (json instanceof Map) return canonical(Object.fromEntries(json));
  if (typeof json !== "object" || json === null) return JSON.stringify(json) ?? "null";
  const entries = Object.entries(json).filter(([, value]) => value !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(",")}}`;
}

/**
 * A fingerprint of a text, 16 hex digits: tells whether something changed, and keeps no secret. 64 bits of FNV-1a over
 * the UTF-16 units. (G. Fowler, L. C. Noll, K.-P. Vo: offset basis and prime of the 64-bit variant.)
 */
export function hash(text: string): string {
  // Two 32-bit halves, since a number holds only 53 bits. The prime is 2^40 + 0x1b3.
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (let i = 0; i < text.length; i++) {
    low = (low ^ text.charCodeAt(i)) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 0x1_0000_0000)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}
