import type { Question } from "./state";
import type { Store } from "./store";

/** What was decided; null where the step is not to go on. */
export type Choice = "save" | "discard" | "copy" | "theirs" | null;

/** Puts a question and waits for what is decided. */
export type Ask = (question: Question) => Promise<Choice>;

export interface Asking {
  readonly ask: Ask;
  /** Decides the question that is put. */
  answer(choice: Choice): void;
}

/** Questions that come up in the midst of a step: one at a time, a later one calls off the earlier. */
export function createAsking(store: Store): Asking {
  let decide: (choice: Choice) => void = () => undefined;
  return {
    ask(question) {
      decide(null);
      store.send({ type: "asked", question });
      return new Promise((resolve) => (decide = resolve));
    },
    answer(choice) {
      store.send({ type: "asked", question: null });
      decide(choice);
    },
  };
}
