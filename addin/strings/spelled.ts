/** An id as words: "daysSinceOrder" → "Days since order". */
export function spelled(id: string): string {
  const words = id
    .replace(/[._-]+/g, " ")
    .replace(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
