import { useCallback } from "react";
import { usePane } from "../app/PaneContext";

/** The name of a preset by its id; the id where it is not there, or cannot be used. */
export function usePresetName(): (id: string) => string {
  const { presets } = usePane().state;
  return useCallback(
    (id) => {
      const listed = presets.find((each) => each.id === id);
      return listed?.state === "ok" ? listed.preset.name : id;
    },
    [presets],
  );
}
