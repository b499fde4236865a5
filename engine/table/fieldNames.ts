import type { FieldSpec } from "../preset/schema";
import { fold } from "./fold";
import { contains, namesOf, wordsOf, type Name } from "./headerWords";

/** The names that fields go by, so that many headers can be looked up against many fields. */
export class FieldNames {
  readonly #whole = new Map<string, Set<string>>();
  readonly #byFirstWord = new Map<string, { readonly id: string; readonly name: Name }[]>();

  /** `chosen` headers take the place of a field's own names, as they do where it is bound. */
  constructor(fields: ReadonlyMap<string, FieldSpec>, chosen: ReadonlyMap<string, readonly string[]>) {
    for (const [id, field] of fields) {
      const headers = chosen.get(id);
      if (headers) headers.forEach((header) => this.#add(id, header, { words: wordsOf(header), isWhole: true }));
      else namesOf(field).forEach((name, i) => this.#add(id, field.headers[i] ?? "", name));
    }
  }

  /** Fields whose name is the header, and fields whose name is a part of it. */
  named(header: string): { readonly exact: ReadonlySet<string>; readonly contained: ReadonlySet<string> } {
    const words = wordsOf(header);
    const contained = new Set<string>();
    for (const word of words) {
      for (const { id, name } of this.#byFirstWord.get(word) ?? []) if (contains(words, name)) contained.add(id);
    }
    return { exact: this.#whole.get(wholeOf(header, words)) ?? NONE, contained };
  }

  #add(id: string, header: string, name: Name): void {
    const whole = wholeOf(header, name.words);
    if (whole === "") return;
    this.#whole.set(whole, (this.#whole.get(whole) ?? new Set()).add(id));
    const [first] = name.words;
    if (first === undefined || name.isWhole) return;
    const others = this.#byFirstWord.get(first);
    if (others) others.push({ id, name });
    else this.#byFirstWord.set(first, [{ id, name }]);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Headers without a word in them, such as an emoji, are compared as they stand. */
function wholeOf(header: string, words: readonly string[]): string {
  return words.length > 0 ? words.join("") : fold(header);
}
