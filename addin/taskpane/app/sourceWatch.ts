import type { Source } from "../../excel/source";
import type { Tiering } from "../../excel/tiering";
import type { Edit, Unwatch } from "../../excel/watch";

/** Watches one source at a time. */
export interface SourceWatch {
  /** Begins before the cells are read, so that no edit slips in between. Without events the check on focus has to do. */
  over(source: Source, signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

export function createWatch(tiering: Pick<Tiering, "watch">, onEdit: (edit: Edit) => void): SourceWatch {
  let watched: { readonly place: string; readonly stop: Unwatch } | null = null;

  return {
    async over(source, signal) {
      const place = JSON.stringify([
        source.sheet.id,
        source.headerRow,
        source.firstColumn,
        source.rows,
        source.columns,
      ]);
      if (watched?.place === place) return;
      const watching = await tiering.watch(source, onEdit);
      if (!watching.ok) return;
      if (signal.aborted) return watching.value(); // a later reading watches what is shown now
      const before = watched;
      watched = { place, stop: watching.value };
      await before?.stop();
    },
    async stop() {
      const before = watched;
      watched = null;
      await before?.stop();
    },
  };
}
