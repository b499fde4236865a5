/** How much went over the bridge. Bytes are UTF-8. */
export interface Traffic {
  requests: number;
  actions: number;
  bytesIn: number;
  bytesOut: number;
  largestIn: number;
  largestOut: number;
  events: number;
}

export const noTraffic = (): Traffic => ({
  requests: 0,
  actions: 0,
  bytesIn: 0,
  bytesOut: 0,
  largestIn: 0,
  largestOut: 0,
  events: 0,
});

/** Length of a text in UTF-8, without encoding it. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 127) bytes += code > 2047 && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
