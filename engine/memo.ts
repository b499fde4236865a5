import type { KeyPart } from "./facts";

/**
 * What a run has worked out, by everything it depends on. A later run starts from it and takes over what it asks for
 * again, so that a changed preset costs only what it touches; what it does not ask for is let go.
 */
export class Memo {
  #before: Memo | null;
  readonly #kept = new Map<string, unknown>();
  readonly #names = new Map<string, number>();
  #nextName: number;
  #computed = 0;
  #reused = 0;

  constructor(before: Memo | null = null) {
    this.#before = before;
    this.#nextName = before ? before.#nextName : 0;
  }

  /** How many answers were worked out here, and how many taken over. */
  get work(): { readonly computed: number; readonly reused: number } {
    return { computed: this.#computed, reused: this.#reused };
  }

  get<T>(parts: readonly KeyPart[], compute: () => T): T {
    const key = parts.join("\n");
    if (this.#kept.has(key)) return this.#kept.get(key) as T; // every key is used with one type of answer
    let value: T;
    if (this.#before !== null && this.#before.#kept.has(key)) {
      value = this.#before.#kept.get(key) as T;
      this.#reused++;
    } else {
      value = compute();
      this.#computed++;
    }
    this.#kept.set(key, value);
    return value;
  }

  /** A short name for a long key, the same here and in the run before. */
  name(text: string): number {
    let name = this.#names.get(text);
    if (name === undefined) {
      const before = this.#before;
      name = (before === null ? undefined : before.#names.get(text)) ?? this.#nextName++;
      this.#names.set(text, name);
    }
    return name;
  }

  /** A name that nothing had before: for what is worked out anew in every run. */
  fresh(): number {
    return this.#nextName++;
  }

  /** Lets go of the run before, once this one has asked for all it needs. */
  settle(): void {
    this.#before = null;
  }
}
