import type { PresetDocument } from "../../../../engine/index";
import type { Choosable } from "../controls/Choice";
import { valueAt } from "../document";
import { LADDER } from "../../../strings/rules/ladder";
import type { LadderName } from "./newRung";

/** A rung as it stands in a document, whose parts may not be right yet. */
export interface RungShape {
  readonly id: string;
  readonly label: string;
  readonly colour?: string;
  readonly when?: unknown;
}

export function rungsOf(document: PresetDocument, ladder: LadderName): readonly RungShape[] {
  const rungs = valueAt(document, [ladder, "rungs"]);
  return Array.isArray(rungs) ? (rungs as RungShape[]) : [];
}

/** The tiers by label, to be chosen from. */
export function tiersOf(document: PresetDocument): readonly Choosable[] {
  return rungsOf(document, "tiers").map(({ id, label }) => ({ value: id, name: label || LADDER.unnamed }));
}
