import { isNothing, NOTHING, type Changes } from "./edited/changes";
import type { GoingOn } from "./edited/goingOn";
import type { KeyPart } from "./facts";

/**
 * What a run has worked out, by everything it depends on. A later run starts from it and takes over what it asks for
 * again, with all that this was made of, so that a changed preset costs only what it touches; the rest is let go.
 *
 * After an edit of some rows (`isEdited`) the run before is of other cells: an answer is taken over only where it can say
 * that nothing it is made of has changed, and mended where it can say in which rows something has.
 */
export class Memo {
  #before: Memo | null;
  readonly #kept = new Map<string, unknown>();
  readonly #notes = new Map<string, unknown>();
  /** The keys of what was asked for while an answer was worked out, by its key or name. */
  readonly #parts = new Map<string, ReadonlySet<string>>();
  #asked: Set<string> | null = null;
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
    this.#asked?.add(key);
    if (this.#kept.has(key)) return this.#kept.get(key) as T; // every key is used with one type of answer
    const earlier = this.#before;
    let value: T;
    if (earlier !== null && earlier.#kept.has(key)) {
      const before = earlier.#kept.get(key) as T;
      value = this.isEdited
        ? this.#goneOn(key, earlier, before, compute, goingOn)
        : this.#takenOver(key, earlier, before);
      if (isNothing(this.changes(parts))) value = before; // what others hold already
      if (value === before) this.#reused++;
      else this.#computed++;
    } else {
      value = this.#worked(key, compute);
      this.#computed++;
    }
    this.#kept.set(key, value);
    return value;
  }

  /** The same for what no key can stand for, since it depends on more than the preset: only an edit of rows goes on from it. */
  noted<T>(name: string, compute: () => T, goingOn: GoingOn<T>): T {
    const earlier = this.isEdited ? this.#before : null;
    const value =
      earlier !== null && earlier.#notes.has(name)
        ? this.#goneOn(name, earlier, earlier.#notes.get(name) as T, compute, goingOn)
        : this.#worked(name, compute);
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

  #goneOn<T>(key: string, earlier: Memo, before: T, compute: () => T, goingOn: GoingOn<T> | undefined): T {
    const changes = goingOn?.changes() ?? "all";
    if (isNothing(changes)) {
      this.#changes.set(key, NOTHING);
      return this.#takenOver(key, earlier, before);
    }
    return this.#worked(key, () => {
      const mended = changes === "all" ? null : (goingOn?.mend?.(before, changes) ?? null);
      const now = mended ?? compute();
      this.#changes.set(key, goingOn?.compare?.(before, now, mended === null ? "all" : changes) ?? "all");
      return now;
    });
  }

  /** Works an answer out and takes down what it asks for. */
  #worked<T>(key: string, work: () => T): T {
    const outer = this.#asked;
    this.#asked = new Set();
    const value = work();
    this.#parts.set(key, this.#asked);
    this.#asked = outer;
    return value;
  }

  /** An answer of the run before, as it was; with it stays what it was made of, from which a later run may go on. */
  #takenOver<T>(key: string, earlier: Memo, answer: T): T {
    const parts = earlier.#parts.get(key) ?? new Set();
    this.#parts.set(key, parts);
    for (const part of parts) {
      if (this.#kept.has(part)) continue;
      this.#kept.set(part, this.#takenOver(part, earlier, earlier.#kept.get(part)));
      if (this.isEdited) this.#changes.set(part, NOTHING);
    }
    return answer;
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
