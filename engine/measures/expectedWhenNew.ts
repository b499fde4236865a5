import * as z from "zod";
import type { Facts } from "../facts";
import { id, measureId } from "../preset/parts";
import { CellKind, isUnreadableKind } from "../table/cell";
import { fold } from "../table/fold";
import { defineMeasure } from "./measure";

const BASES = ["history", "expected"];
const [HISTORY, EXPECTED] = [0, 1] as const;

const schema = z.strictObject({
  id,
  type: z.literal("expectedWhenNew"),
  /** What it brought in: a number. */
  history: measureId,
  /** What is expected of it: a number. */
  expected: measureId,
  /** A measure of the type `lifecycle`, or a text field with its words. */
  lifecycle: measureId,
});
type Spec = z.output<typeof schema>;

/**
 * What an account is worth: what it brought in, or what is expected of it while it has no track record.
 *
 * `expected` counts for prospects and new accounts, and for others that have no history (a missing one; zero is a
 * history). Where that is missing, the other one counts. A history that cannot be read is neither: nobody knows what it
 * says, so nothing is put in its place, and an account that is no prospect and not new has no value. The side column
 * `basis` (`<id>.basis`) says which counted, `history` or `expected`; missing where the value is.
 */
export const expectedWhenNew = defineMeasure<Spec>({
  type: "expectedWhenNew",
  schema,
  gives: "number",
  reads: ({ history, expected, lifecycle }) => [
    { id: history, as: "number" },
    { id: expected, as: "number" },
    { id: lifecycle, as: "text" },
  ],
  isByRow: () => true,
  compute(spec, facts) {
    const [history, expected] = [facts.number(spec.history), facts.number(spec.expected)];
    const bases = basisCodes(spec, facts);
    const values = facts.buffers.floats(facts.size).fill(NaN);
    for (let row = 0; row < values.length; row++) {
      if (bases[row] !== -1) values[row] = bases[row] === EXPECTED ? expected[row]! : history[row]!; // row < size, the length of all
    }
    return { type: "number", values };
  },
  sides: {
    basis: {
      gives: "text",
      words: BASES,
      compute(spec, facts) {
        return { type: "text", codes: basisCodes(spec, facts), words: BASES };
      },
    },
  },
});

/** -1 where there is neither. */
function basisCodes({ history, expected, lifecycle }: Spec, facts: Facts): Int32Array {
  const [past, future] = [facts.number(history), facts.number(expected)];
  const { kinds } = facts.column(history);
  const { codes, words } = facts.text(lifecycle);
  const isNewWord = words.map((word) => ["prospect", "new"].includes(fold(word))); // the column may be the analyst's own
  const bases = facts.buffers.ints(codes.length);
  for (let row = 0; row < bases.length; row++) {
    const isNew = isNewWord[codes[row]!] === true; // row < length, that of all
    const hasPast = !Number.isNaN(past[row]!);
    const hasFuture = !Number.isNaN(future[row]!);
    const isUnknown = !hasPast && !isNew && isUnreadableKind(kinds?.[row] ?? CellKind.blank);
    if (isUnknown || (!hasPast && !hasFuture)) bases[row] = -1;
    else bases[row] = hasFuture && (isNew || !hasPast) ? EXPECTED : HISTORY;
  }
  return bases;
}
