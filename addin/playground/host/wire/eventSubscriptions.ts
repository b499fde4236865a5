/** Which events the client has asked for, by registration; counted, since handlers come and go. */
export class EventSubscriptions {
  #counts = new Map<string, number>();

  add(event: string): void {
    this.#counts.set(event, (this.#counts.get(event) ?? 0) + 1);
  }

  remove(event: string): void {
    this.#counts.set(event, Math.max(0, (this.#counts.get(event) ?? 0) - 1));
  }

  has(event: string): boolean {
    return (this.#counts.get(event) ?? 0) > 0;
  }
}
