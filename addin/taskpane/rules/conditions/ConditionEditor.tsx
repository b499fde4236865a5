import type { Path } from "../document";

interface Props {
  /** Where the condition stands. */
  readonly path: Path;
  /** What it decides, as the name of the whole: "Who is in Tier 1". */
  readonly label: string;
  /** Whether a `top` may stand in it. */
  readonly hasTop?: boolean;
  /** Whether it may ask for the segment or the tier. */
  readonly asks?: readonly ("segment" | "tier")[];
  /** It may be absent: nothing is asked then. */
  readonly isOptional?: boolean;
}

/** A condition as a sentence, and what it is made of. */
export function ConditionEditor({ label }: Props) {
  return <p>{label}</p>;
}
