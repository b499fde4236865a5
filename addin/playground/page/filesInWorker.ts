import { releaseProxy, type Remote, wrap } from "comlink";
import type { Files } from "./files";
import type { FilesThere } from "./filesWorker";
import { outlineOf, piecesOf } from "./pieces";

/** Files that are read and written by a worker: large ones must not hold up the grid. */
export function filesInWorker(): Files {
  const worker = new Worker(new URL("./filesWorker.ts", import.meta.url), { name: "files", type: "module" });
  const there: Remote<FilesThere> = wrap(worker);
  return {
    open: (...args) => there.openBytes(...args),
    async write(snapshot, original) {
      const workbook = await new there.WorkbookInPieces(outlineOf(snapshot));
      try {
        for (const piece of piecesOf(snapshot)) await workbook.add(piece);
        return await workbook.write(original);
      } finally {
        workbook[releaseProxy]();
      }
    },
  };
}
