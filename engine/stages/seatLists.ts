import type { Facts } from "../facts";
import { OWNER_FIELD } from "../preset/parts";
import type { Capacity } from "../preset/schema";
import { foldedWords } from "../table/column";
import { ONE_LIST } from "./order";

/** The seats that some accounts share. */
export interface SeatList {
  readonly list: number;
  /** The word of the list, `""` for blanks; null where there is one for all. */
  readonly within: string | null;
  /** null: no limit. */
  readonly max: number | null;
}

export interface SeatLists {
  /** Of each account; absent where there is one for all. */
  readonly listOf?: Int32Array;
  readonly lists: readonly SeatList[];
}

/** The lists of seats of a tier: one for all, or one for each word that an account in the race or a seeker has. */
export function seatLists(capacity: Capacity, facts: Facts, seekers: ArrayLike<number>): SeatLists {
  const { per, max, perOwner, owners } = capacity;
  const isThere = (row: number) => facts.included[row] === 1 || seekers[row] === 1;
  const seatsFor = (heads: number | undefined) => (perOwner === undefined ? (max ?? null) : perOwner * (heads ?? 0));
  if (per === "all") {
    const heads = perOwner === undefined ? undefined : headsIn(owners, undefined, facts).get(ONE_LIST);
    return { lists: [{ list: ONE_LIST, within: null, max: seatsFor(heads) }] };
  }
  const column = facts.text(per);
  const { codes } = foldedWords(column);
  const heads = perOwner === undefined ? undefined : headsIn(owners, codes, facts);
  const words = new Map<number, string>();
  codes.forEach((list, row) => {
    if (!words.has(list) && isThere(row)) words.set(list, column.words[column.codes[row] ?? -1] ?? "");
  });
  const lists = [...words].map(([list, within]) => ({
    list,
    within,
    max: seatsFor(typeof owners === "number" ? owners : heads?.get(list)),
  }));
  return { listOf: codes, lists };
}

/** How many owners each list has: a number that was given, or the different words of a field among the accounts in the race. */
function headsIn(
  owners: Capacity["owners"],
  listOf: Int32Array | undefined,
  facts: Facts,
): ReadonlyMap<number, number> {
  if (typeof owners === "number") return new Map([[ONE_LIST, owners]]);
  const { codes } = foldedWords(facts.text(owners ?? OWNER_FIELD));
  const found = new Map<number, Set<number>>();
  codes.forEach((owner, row) => {
    if (owner < 0 || facts.included[row] === 0) return;
    const list = listOf?.[row] ?? ONE_LIST;
    const known = found.get(list);
    if (known) known.add(owner);
    else found.set(list, new Set([owner]));
  });
  return new Map([...found].map(([list, known]) => [list, known.size]));
}
