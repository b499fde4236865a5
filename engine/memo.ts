import { isNothing, NOTHING, type Changes } from "./edited/changes";
import type { GoingOn } from "./edited/goingOn";
import type { KeyPart } from "./facts";

/**
 * What a run has worked out, by everything it depends on. A later run starts from it and takes over what it asks for
 * again, so that a changed preset costs only what it touches; what it does not ask for is let go.
 *
 * After an edit of some rows (`isEdited`) the run before is of other cells: an answer is taken over only where it can say
 * that nothing it is made of has changed, and mended where it can say in which rows something has.
 */
export class Memo {
  #before: Memo | null;
  readonly #kept = new Map<string, unknown>();
  readonly #notes = new Map<string, unknown>();
  readonly #names = new Map<string, number>();
  #nextName: number;
  #computed = 0;
  #reused = 0;
  readonly #changes = new Map<string, Changes>();

  constructor(
    before: Memo | null = null,
    readonly isEdited = false,
  ) {
    this.#before = before;
    this.#nextName = before ? before.#nextName : 0;
  }

  /** How many answers were worked out here, and how many taken over. */
  get work(): { readonly computed: number; readonly reused: number } {
    return { computed: this.#computed, reused: this.#reused };
  }

  get<T>(parts: readonly KeyPart[], compute: () => T, goingOn?: GoingOn<T>): T {
    const key = parts.join("\n");
    if (this.#kept.has(key)) return this.#kept.get(key) as T; // every key is used with one type of answer
    const earlier = this.#before;
    const isKnown = earlier !== null && earlier.#kept.has(key);
    const before = isKnown ? (earlier.#kept.get(key) as T) : null;
    let value: T;
    if (isKnown && this.isEdited) value = this.#goneOn(key, before as T, compute, goingOn);
    else value = isKnown ? (before as T) : compute();
    if (isKnown && value === before) this.#reused++;
    else this.#computed++;
    this.#kept.set(key, value);
    return value;
  }

  /** The same for what no key can stand for, since it depends on more than the preset: only an edit of rows goes on from it. */
  noted<T>(name: string, compute: () => T, goingOn: GoingOn<T>): T {
    const before = this.isEdited ? this.#before : null;
    const value =
      before !== null && before.#notes.has(name)
        ? this.#goneOn(name, before.#notes.get(name) as T, compute, goingOn)
        : compute();
    this.#notes.set(name, value);
    return value;
  }

  /** Whether the run before has kept an answer. */
  knew(parts: readonly KeyPart[]): boolean {
    const before = this.#before;
    return before !== null && before.#kept.has(parts.join("\n"));
  }

  /** The rows at which what this run has kept under a key, or noted under a name, may differ from the run before. */
  changes(parts: readonly KeyPart[]): Changes {
    return this.#changes.get(parts.join("\n")) ?? "all";
  }

  #goneOn<T>(key: string, before: T, compute: () => T, goingOn: GoingOn<T> | undefined): T {
    const changes = goingOn?.changes() ?? "all";
    if (isNothing(changes)) {
      this.#changes.set(key, NOTHING);
      return before;
    }
    const mended = changes === "all" ? null : (goingOn?.mend?.(before, changes) ?? null);
    const now = mended ?? compute();
    this.#changes.set(key, goingOn?.compare?.(before, now, mended === null ? "all" : changes) ?? "all");
    return now;
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
