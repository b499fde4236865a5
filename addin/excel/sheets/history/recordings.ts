/** What recordings are called: by a number, so that the later is the higher, and the id of the change that wrote them. */

/** Below zero where the one came before the other. */
export function compareRecordings(one: string, other: string): number {
  if (one === other) return 0;
  return numberOf(one) - numberOf(other) || (one < other ? -1 : 1);
}

/** What the next recording is called; two people who record at once get two. */
export function nextRecording(earlier: Iterable<string>, id: string): string {
  let last = 0;
  for (const recording of new Set(earlier)) last = Math.max(last, numberOf(recording));
  return `${last + 1}-${id}`;
}

function numberOf(recording: string): number {
  return Number(/^\d+/.exec(recording)?.[0] ?? 0);
}
