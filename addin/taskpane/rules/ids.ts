/** Names and ids of new parts of a preset. */

const LONGEST_ID = 64;

/** An id made from a name: "No owner" is `noOwner`, or `noOwner-2` where that is taken. Case makes no other id. */
export function idFrom(name: string, taken: readonly string[]): string {
  const [first = "", ...others] = plain(name).match(/[A-Za-z0-9]+/g) ?? [];
  const words = [first.toLowerCase(), ...others.map(joined)].join("");
  const id = (/^[A-Za-z]/.test(words) ? words : `part${words}`).slice(0, LONGEST_ID - 4);
  return free((number) => (number === 1 ? id : `${id}-${number}`), taken);
}

/** Letters without their marks: "ü" is "u". */
function plain(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** A word within an id; a number stands apart, so that it is read as one. */
function joined(word: string): string {
  return /^\d/.test(word) ? `-${word}` : word.charAt(0).toUpperCase() + word.slice(1);
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
