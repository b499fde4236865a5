/**
 * The first of two numbers that is there: `expectedWhenNew` takes the second where the first is missing, and for accounts
 * that are new. `settled` names a life stage in which nobody is: its side column says `history` or `expected` and never
 * `new`, whatever the accounts are called.
 */
export function firstOf(id: string, first: string, second: string) {
  return { id, type: "expectedWhenNew", history: first, expected: second, lifecycle: "settled.basis" };
}

/** Must stand among the measures beside `firstOf`; `of` is any number of the preset. */
export function settled(of: string) {
  return { id: "settled", type: "expectedWhenNew", history: of, expected: of, lifecycle: "account" };
}
