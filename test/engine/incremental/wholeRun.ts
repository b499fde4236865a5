import { distancesOf, explain, resultOf, type Run } from "../../../engine/index";
import { measureKind } from "../../../engine/measures/registry";

/** All that a run says and has worked out, to be compared bit for bit; two runs over the same cells say the same. */
export function wholeRun(run: Run) {
  const { decision, facts, preset, table } = run;
  const { steadied, ...decided } = decision;
  const ids = preset.measures.flatMap((measure) => [
    measure.id,
    ...Object.keys(measureKind(measure).sides ?? {}).map((side) => `${measure.id}.${side}`),
  ]);
  const { work: _work, ...result } = resultOf(run);
  return {
    result,
    decided,
    steadied: { ...steadied, relaxedAt: null },
    fields: [...table.fields].map(([id, column]) => [id, shown(column)]),
    measures: ids.map((id) => [id, shown(facts.column(id))]),
    rowKinds: table.rowKinds,
    tableIssues: table.issues,
    distances: Object.values(distancesOf(run)),
    explanations: Array.from({ length: table.size + table.firstRow + 1 }, (_, row) => explain(run, row)),
  };
}

function shown(column: ReturnType<Run["facts"]["column"]>) {
  const kinds = column.kinds ?? null;
  if (column.type === "number") return { values: column.values, kinds };
  return { codes: column.codes, words: column.words, kinds };
}
