import type { Unit } from "./unit";

/** Something worked out of a workbook's state: the same object as long as nothing has changed there. */
export class Remembered<T> {
  #known: { revision: number; value: T } | null = null;

  constructor(
    readonly unit: Unit,
    readonly workOut: () => T,
  ) {}

  get now(): T {
    const { revision } = this.unit;
    if (this.#known?.revision !== revision) this.#known = { revision, value: this.workOut() };
    return this.#known.value;
  }
}
