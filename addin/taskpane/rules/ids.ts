/** Names and ids of new parts of a preset. */

const LONGEST_ID = 64;

/** An id made from a name: "No owner" is `noOwner`, or `noOwner2` where that is taken. Case makes no other id. */
export function idFrom(name: string, taken: readonly string[]): string {
  const [first = "", ...others] = name.normalize("NFKD").match(/[A-Za-z0-9]+/g) ?? [];
  const words = [first.toLowerCase(), ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join("");
  const id = /^[A-Za-z]/.test(words) ? words : `part${words}`;
  return free((number) => id.slice(0, LONGEST_ID - 4) + (number === 1 ? "" : String(number)), taken);
}

/** "Tier 3": the word with the first number that makes a name which is not taken. */
export function numberedName(word: string, taken: readonly string[], first = 1): string {
  return free((number) => `${word} ${number + first - 1}`, taken);
}

function free(named: (number: number) => string, taken: readonly string[]): string {
  const folded = new Set(taken.map((each) => each.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = named(number);
    if (!folded.has(name.toLowerCase())) return name;
  }
}
