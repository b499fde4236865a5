import { useSyncExternalStore } from "react";

/** Whether the system is in dark mode, followed. */
export function useDarkMode(): boolean {
  return useSyncExternalStore(follow, isSystemDark);
}

export const isSystemDark = (): boolean => query().matches;

const query = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");

function follow(tell: () => void): () => void {
  const list = query();
  list.addEventListener("change", tell);
  return () => list.removeEventListener("change", tell);
}
