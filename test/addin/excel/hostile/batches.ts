import { accountKey, fold } from "../../../../engine/index";
import { held } from "./held";
import { HOSTILE_STRINGS, ORDINARY } from "./strings";

/** All texts as cells hold them, in batches within which no two are the same to people: without regard to case and width. */
export function batches(
  size: number,
  texts: readonly string[] = [...HOSTILE_STRINGS, ...ORDINARY].map(held),
): string[][] {
  const all: { texts: string[]; keys: Set<string> }[] = [];
  for (const text of new Set(texts)) {
    const key = fold(text);
    let batch = all.find(({ texts: own, keys }) => own.length < size && !keys.has(key));
    if (!batch) all.push((batch = { texts: [], keys: new Set() }));
    batch.texts.push(text);
    batch.keys.add(key);
  }
  return all.map((batch) => batch.texts);
}

/** Whether a text names an account: not spaces alone, no error, none of the words that say "nothing here". */
export function namesAccount(text: string): boolean {
  return accountKey(text) !== "";
}
