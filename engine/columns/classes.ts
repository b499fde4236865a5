import type { Run } from "../run";
import type { ResultColumn } from "./column";

/** The segment, where the preset has any: what `RunResult.segment` says. */
export function segmentColumn({ segment }: Run): ResultColumn[] {
  return segment ? [{ kind: "segment", codes: segment.codes, values: segment.labels, isOpen: false }] : [];
}

/** The tier that is written: what `RunResult.tier` says. */
export function tierColumn({ tier }: Run): ResultColumn[] {
  return [{ kind: "tier", codes: tier.codes, values: tier.labels, isOpen: false }];
}
