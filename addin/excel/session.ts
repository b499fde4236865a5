import type { Engine } from "../../engine/index";
import { entryIn, type Noted } from "./journal";
import { Refusal } from "./problem";
import type { Queue } from "./queue";
import type { Settings } from "./settings";

/** What all services of one workbook share. */
export interface Session {
  readonly queue: Queue;
  readonly engine: Engine;
  /** A new id, 8 to 32 letters and digits. */
  readonly newId: () => string;
  readonly last: LastChange;
}

/** The last change of this session, complete; the workbook's own copy may lack old values. */
export class LastChange {
  #entry: Noted | null = null;

  keep(entry: Noted): void {
    this.#entry = entry;
  }

  forget(): void {
    this.#entry = null;
  }

  /** The entry with all its old values, where this session still has them. */
  complete<Entry extends Noted>(entry: Entry): Entry {
    return this.#entry?.runId === entry.runId ? (this.#entry as Entry) : entry; // one id, one change
  }
}

/** What a new change begins with. */
export interface Change {
  readonly id: string;
  /** What was finished last in the workbook: what can be undone should the change be put back. */
  readonly earlier: Noted | null;
}

/** Begins a change. Refused with `run-unfinished` while a broken-off one waits for its repair. */
export function begin({ newId, last }: Session, settings: Settings): Change {
  if (settings.has("pending")) throw new Refusal("run-unfinished");
  const finished = entryIn(settings, "journal");
  return { id: newId(), earlier: finished.state === "ok" ? last.complete(finished.value) : null };
}
