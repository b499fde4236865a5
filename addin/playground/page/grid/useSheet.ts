import { proxy, type Remote } from "comlink";
import { useCallback, useEffect, useRef, useState } from "react";
import { formatAddress } from "../../host/rules/address";
import { sameArea } from "../../host/rules/area";
import type { Area } from "../../host/snapshot";
import type { Overview, SheetSide } from "../messages";
import { areaOf, HOME, type Selection, selectionOf } from "./selection";

export interface Sheet {
  readonly overview: Overview;
  /** Counts changes. */
  readonly version: number;
  readonly selection: Selection;
  /** All that is selected: an add-in may select several areas. */
  readonly areas: readonly Area[];
  select(selection: Selection): void;
}

type Shown = Pick<Sheet, "overview" | "version" | "selection">;

/** The sheet in front, followed; null until a workbook is open. */
export function useSheet(host: Remote<SheetSide>): Sheet | null {
  const [shown, setShown] = useState<Shown | null>(null);
  const sending = useRef(0);

  useEffect(() => {
    const read = async (): Promise<void> => {
      const overview = await host.overview();
      // A selection of ours that is still on its way is newer than what the worker says.
      const isOurs = sending.current > 0;
      setShown((before) => ({
        overview,
        version: (before?.version ?? 0) + 1,
        selection: isOurs && before ? before.selection : follow(before, overview),
      }));
    };
    void host.onChange(proxy(() => void read()));
    void read();
  }, [host]);

  const name = shown?.overview.activeSheet ?? "";
  const select = useCallback(
    (selection: Selection) => {
      setShown((before) => before && { ...before, selection });
      sending.current++;
      void host.user("select", formatAddress(name, areaOf(selection))).finally(() => sending.current--);
    },
    [host, name],
  );

  if (!shown) return null;
  const area = areaOf(shown.selection);
  const [told, ...others] = shown.overview.selection;
  return { ...shown, areas: told && sameArea(told, area) ? [area, ...others] : [area], select };
}

/** The selection as the workbook has it; the end from which it was drawn is ours to remember. */
function follow(before: Shown | null, { activeSheet, selection: [area] }: Overview): Selection {
  const isSame = before?.overview.activeSheet === activeSheet && area && sameArea(area, areaOf(before.selection));
  if (isSame) return before.selection;
  return area ? selectionOf(area) : (before?.selection ?? HOME);
}
