import type { Problem } from "../excel/problem";
import { dayOf } from "../excel/record";
import type { Tiering } from "../excel/tiering";
import { things } from "../strings/format";
import { problemSentence } from "../strings/problems";

/** What a ribbon command has to say. A pane is opened only for what needs a person. */
export interface Said {
  readonly message: string;
  readonly needsPerson: boolean;
}

/**
 * "Refresh tiers": repeats what was approved for the accounts that are selected, or for all tiered accounts of the
 * workbook where the selection is none of them. Stops at the first source that has a question.
 */
export async function refreshTiers(tiering: Tiering, today: string): Promise<Said> {
  const sources = await tiering.sources();
  if (!sources.ok) return asked(sources.problem);
  const selected = await tiering.find({ by: "selection" });
  const only = selected.ok ? selected.value.record?.id : undefined;
  const records = sources.value.filter(({ id }) => only === undefined || id === only);
  if (records.length === 0) return asked({ code: "source-never-tiered", params: {}, written: "nothing" });

  let [accounts, cells] = [0, 0];
  let gone: Problem | null = null;
  for (const record of records) {
    const refreshed = await tiering.refresh(record.id, dayOf(record, today));
    if (!refreshed.ok && refreshed.problem.code === "source-gone") {
      gone = refreshed.problem; // its sheet was deleted: nobody can do anything about it, and others may be there
      continue;
    }
    if (!refreshed.ok) return asked(refreshed.problem);
    accounts += refreshed.value.run.size;
    cells += refreshed.value.cells;
  }
  if (gone && accounts === 0) return asked(gone);
  const change = cells === 0 ? "nothing changed" : `${things(cells, "cell")} changed`;
  return { message: `Refreshed ${things(accounts, "account")}: ${change}.`, needsPerson: false };
}

function asked(problem: Problem): Said {
  return { message: problemSentence(problem), needsPerson: true };
}
