import { changed, type PaneEvent, type PaneState } from "./state";

/** The one place that holds the pane's state; React subscribes to it, work that takes a while asks it. */
export interface Store {
  get(): PaneState;
  send(event: PaneEvent): void;
  /** Calls back after each change; returns what stops it. */
  subscribe(listener: () => void): () => void;
}

export function createStore(first: PaneState): Store {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    send(event) {
      state = changed(state, event);
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
