import type { Run } from "../run";
import { scoreMeasure } from "../valueMeasure";
import { coded } from "./coded";
import type { ResultColumn } from "./column";

/** The score, to 4 decimals. No column where the preset has no number named `score`. */
export function scoreColumn({ preset, facts, accounts }: Run): ResultColumn[] {
  const id = scoreMeasure(preset);
  if (id === null) return [];
  const scores = facts.number(id);
  const valueAt = (account: number) => rounded(scores[account] ?? NaN);
  return [{ kind: "score", ...coded<number | null>(accounts, valueAt), isOpen: true }];
}

function rounded(score: number): number | null {
  if (!Number.isFinite(score)) return null;
  return Number(score.toFixed(4)) + 0; // no -0, which a cell does not keep
}
