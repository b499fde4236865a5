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

const encoder = new TextEncoder();

/** Length of a text in UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
