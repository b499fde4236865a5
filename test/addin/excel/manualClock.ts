import type { Clock } from "../../../addin/excel/clock";

/** Time that passes when it is told to. */
export class ManualClock implements Clock {
  #now = 0;
  #due: { at: number; act: () => void }[] = [];

  after(ms: number, act: () => void): () => void {
    const entry = { at: this.#now + ms, act };
    this.#due.push(entry);
    return () => void (this.#due = this.#due.filter((each) => each !== entry));
  }

  /** Lets time pass in steps, with what others do in between. */
  async pass(ms: number, stepMs = 100): Promise<void> {
    for (const end = this.#now + ms; this.#now < end;) {
      this.#now = Math.min(end, this.#now + stepMs);
      const due = this.#due.filter(({ at }) => at <= this.#now);
      this.#due = this.#due.filter((each) => !due.includes(each));
      for (const { act } of due) act();
      if (due.length > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** Timers that are running. */
  get waiting(): number {
    return this.#due.length;
  }
}
