import type { CustomerCode } from "../review/customerReason";
import type { Move } from "../review/movement";
import type { Whys } from "./whys";

/** What a column beside the accounts tells of them. */
export type ColumnKind = ResultColumn["kind"];

/** A column as codes and numbers; the sentences that some of them need are made elsewhere. Plain data. */
export type ResultColumn =
  | Coded<"segment" | "tier", string>
  /** Tiers of reviews: the label of the rung, or the id that was recorded where the rules no longer have it; null is none. */
  | Coded<"initial" | "previous" | "highest", string | null>
  /** The treatment of the account's tier; null where it has none. */
  | Coded<"play", string | null>
  /** The measure `score`, rounded to 4 decimals; null where missing. */
  | Coded<"score", number | null>
  /** The place in the tier, from 1; null of who is in none. */
  | Coded<"rank", number | null>
  /** A serial number of the 1900 system; null of who is in no tier. */
  | Coded<"nextReview", number | null>
  /** Against the last review; null of who is in no tier, then and now. */
  | Coded<"movement", Move["kind"] | null>
  /** What the customer may hear; null of who is in no tier. */
  | Coded<"reason", readonly CustomerCode[] | null>
  | Coded<`flag:${string}`, boolean | null>
  | WhyColumn;

interface Coded<Kind extends string, Value> extends ColumnBase<Kind> {
  /** Each distinct one once. */
  readonly values: readonly Value[];
}

/** Why the accounts have their tiers; taken apart with `whyAt`. */
export interface WhyColumn extends ColumnBase<"why"> {
  readonly values: Whys;
}

interface ColumnBase<Kind extends string> {
  readonly kind: Kind;
  /** By row the position in `values`; -1 beside a row that is no account and names none: nothing stands there. */
  readonly codes: Int16Array | Int32Array;
  /** Whether the values are no small fixed set of words, so that they cannot tell whose a column is. */
  readonly isOpen: boolean;
}
