import { BUILT_IN } from "../../engine/index";
import type { Outcome } from "../../addin/excel/problem";
import type { Tiering } from "../../addin/excel/tiering";
import type { WorkbookSnapshot } from "../../addin/playground/host/snapshot";
import type { User } from "../../addin/playground/host/user";

const AS_OF = "2026-01-31";

/** Apply, edit, refresh, sort, undo: the workbook after each step. */
export async function journey(
  tiering: Tiering,
  user: User,
  snapshot: () => WorkbookSnapshot,
): Promise<WorkbookSnapshot[]> {
  const preset = BUILT_IN.get("revenue-share");
  if (!preset) throw new Error("no built-in preset");
  const steps = [];
  const preview = must(await tiering.preview({ where: { by: "selection" }, preset, asOf: AS_OF }));
  const { record } = must(await tiering.apply(preview));
  steps.push(snapshot());
  user.type("Accounts!B6", "900");
  must(await tiering.refresh(record.id, AS_OF));
  steps.push(snapshot());
  user.sort("A2:D11", 0, true);
  must(await tiering.undo());
  steps.push(snapshot());
  return steps;
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}
