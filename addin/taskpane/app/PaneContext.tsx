import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { createActions, type Actions } from "./actions";
import type { Services } from "./services";
import { firstState, type PaneState } from "./state";
import { createStore } from "./store";

/** What every screen may use. */
export interface Pane {
  readonly state: PaneState;
  readonly actions: Actions;
  readonly services: Services;
}

/** What `usePane` gives; a test puts its own there. */
export const PaneContext = createContext<Pane | null>(null);

/** Holds the pane's state for the screens inside of it. The state lives as long as the services do. */
export function PaneProvider({ services, children }: { services: Services; children: ReactNode }) {
  const { store, actions } = useMemo(() => {
    const store = createStore(firstState(services.today()));
    return { store, actions: createActions(services, store) };
  }, [services]);
  const state = useSyncExternalStore(store.subscribe, store.get);
  const pane = useMemo(() => ({ state, actions, services }), [state, actions, services]);
  return <PaneContext value={pane}>{children}</PaneContext>;
}

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error("usePane needs a PaneProvider around it");
  return pane;
}
