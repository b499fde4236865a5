import type { Changes } from "./changes";

/** How an answer goes on from that of the run before some rows were edited. Where this is absent it is worked out anew. */
export interface GoingOn<T> {
  /** The rows at which anything that the answer is made of has changed. None: it is taken over. */
  changes(): Changes;
  /** The answer before, made right for those rows; null where that cannot be done. Never changes the one before. */
  mend?(before: T, rows: Int32Array): T | null;
  /** The rows at which two answers differ, of those that may; all of them where absent. */
  compare?(before: T, now: T, among: Changes): Changes;
}
