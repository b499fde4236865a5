import { ExactSum } from "../ladder/sum";
import type { Run } from "../run";

/** The field that counts as pipeline where no other is asked for. */
const PIPELINE = "pipeline";

/**
 * What is in the pipeline, by tier: of a number of the rules as it stands for each account, or of one number for each row
 * below the header, which add up. Missing ones count nothing; rows of no account neither. null where nothing tells:
 * not asked for, and no field `pipeline` or no column for it.
 */
export function pipelineOf(run: Run, asked: string | Float64Array | undefined): number[] | null {
  const pipeline = asked ?? (run.preset.fields.get(PIPELINE)?.type === "number" ? PIPELINE : undefined);
  if (pipeline === undefined || (asked === undefined && !run.facts.isMapped(PIPELINE))) return null;
  const { decision, facts, accounts, size } = run;
  const isById = typeof pipeline === "string";
  const amounts = isById ? facts.number(pipeline) : pipeline;
  if (!isById && amounts.length !== size) throw new RangeError(`${amounts.length} numbers for ${size} rows`);
  const accountOf = isById ? null : accounts.accountOf;
  const sums = run.preset.tiers.rungs.map(() => new ExactSum());
  amounts.forEach((amount, row) => {
    const account = accountOf ? (accountOf[row] ?? -1) : row;
    if (Number.isFinite(amount)) sums[decision.final[account] ?? -1]?.add(amount);
  });
  return sums.map(({ total }) => total);
}
