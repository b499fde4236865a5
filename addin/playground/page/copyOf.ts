import { inSlices, type Sliced } from "../../slices";
import { isEdit } from "../host/model/modelSheets";
import type { ModelWorkbook } from "../host/model/modelWorkbook";
import type { WorkbookSnapshot } from "../host/snapshot";

/**
 * The workbook as it is at one moment, from which on it counts as unchanged. It is copied in slices; what changes
 * meanwhile begins it anew, and after some times it is done without a pause. Null when `isOpen` says that it is open no more.
 */
export async function copyOf(workbook: ModelWorkbook, isOpen: () => boolean): Promise<WorkbookSnapshot | null> {
  for (let attempt = 0; attempt < ATTEMPTS && isOpen(); attempt++) {
    let isAsBegun = true;
    const stop = workbook.onChange((change) => (isAsBegun &&= !isEdit(change)));
    const copy = await inSlices(copied(workbook, () => isAsBegun && isOpen())).finally(stop);
    if (copy) return copy;
  }
  if (!isOpen()) return null;
  workbook.isDirty = false;
  return workbook.snapshot();
}

const ATTEMPTS = 3;

function* copied(workbook: ModelWorkbook, isAsBegun: () => boolean): Sliced<WorkbookSnapshot | null> {
  const work = workbook.snapshotInSlices();
  while (isAsBegun()) {
    const step = work.next();
    if (step.done) {
      workbook.isDirty = false;
      return step.value;
    }
    yield;
  }
  return null;
}
