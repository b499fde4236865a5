import { onRibbonCommand, showPane } from "../excel/office";
import type { Tiering } from "../excel/tiering";
import type { Said } from "./refreshTiers";

/** What the ribbon's buttons have done, for a pane that is open. */
export interface Ribbon {
  /** Calls back after each command; returns what stops it. */
  subscribe(listener: (said: Said) => void): () => void;
}

/**
 * Ties the ribbon's buttons to what they do. They work without a pane, and bring it forward when a person is needed. What they
 * do is loaded when one is first used, and waits for the workbook.
 */
export function associateCommands(workbook: Promise<Tiering>, today: () => string): Ribbon {
  const listeners = new Set<(said: Said) => void>();
  let last: Said | null = null;
  onRibbonCommand("refreshTiers", async () => {
    const [{ refreshTiers }, tiering] = await Promise.all([import("./refreshTiers"), workbook]);
    const said = await refreshTiers(tiering, today());
    last = listeners.size === 0 && said.needsPerson ? said : null;
    listeners.forEach((listener) => listener(said));
    // A pane that cannot be brought forward says it when it is opened.
    if (said.needsPerson) await showPane().catch(() => undefined);
  });
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (last) listener(last); // asked before the pane was there
      last = null;
      return () => void listeners.delete(listener);
    },
  };
}
