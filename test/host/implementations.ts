import { onTestFinished } from "vitest";
import { MemoryWorkbook } from "../../addin/playground/host/memory/memoryWorkbook";
import type { ModelWorkbook } from "../../addin/playground/host/model/modelWorkbook";
import type { WorkbookOptions } from "../../addin/playground/host/model/modelSheets";
import type { WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import { headlessUniver } from "../../addin/playground/host/univer/headless";
import { UniverWorkbook } from "../../addin/playground/host/univer/univerWorkbook";

/** One way to keep a workbook. What is opened in a test is gone after it. */
export interface Implementation {
  readonly name: string;
  readonly isQuick: boolean;
  open(snapshot: WorkbookSnapshot, options?: WorkbookOptions): ModelWorkbook;
}

const univer = headlessUniver();

/** In Univer without a page: it calculates a moment after each change. */
export function openInUniver(snapshot: WorkbookSnapshot, options?: WorkbookOptions): UniverWorkbook {
  const workbook = UniverWorkbook.open(univer, snapshot, options);
  onTestFinished(() => workbook.dispose());
  return workbook;
}

export const IMPLEMENTATIONS: readonly Implementation[] = [
  { name: "in memory", isQuick: true, open: (snapshot, options) => MemoryWorkbook.from(snapshot, options) },
  { name: "in Univer", isQuick: false, open: openInUniver },
];
