import { cellAddress } from "../../address";
import { Refusal } from "../../problem";
import { typedValue } from "../../typedValue";
import type { TypedGrid } from "../tables/typed";
import type { SummaryContent } from "./summaryContent";
import type { SummaryState } from "./summaryEntry";
import type { SummaryLook } from "./summaryLook";

/** A summary as it is to be typed. */
export function typedState({ title, summary, movement }: SummaryContent) {
  const typed = (grid: TypedGrid) => grid.map((row) => row.map(typedValue));
  return { title: typed(title), summary: typed(summary), movement: movement && typed(movement) };
}

/** What stands in our cells. */
export function stateOf({ title, summary, movement }: SummaryLook): SummaryState {
  const copied = (part: SummaryLook["title"]) => part && part.cells.map((row) => [...row]);
  return { title: copied(title), summary: copied(summary), movement: copied(movement) };
}

/** Every cell must stand as it was to be written. */
export function compare(look: SummaryLook, wanted: SummaryState): void {
  for (const part of ["title", "summary", "movement"] as const) {
    const [there, cells] = [look[part], wanted[part]];
    if ((there === null) !== (cells === null)) {
      throw new Refusal("read-back-differs", { sheet: look.sheet?.name ?? "", address: part });
    }
    cells?.forEach((row, at) =>
      row.forEach((cell, column) => {
        if (there?.cells[at]?.[column] === cell) return;
        const address = cellAddress((there?.row ?? 0) + at, (there?.column ?? 0) + (there?.positions[column] ?? 0));
        throw new Refusal("read-back-differs", { sheet: there?.sheetName ?? "", address });
      }),
    );
  }
}
