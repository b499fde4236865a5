import * as z from "zod";
import type { Facts } from "../facts";
import type { Issue } from "../issue";
import { id, measureId } from "../preset/parts";
import { wordColumn } from "../table/column";
import { lastDayPassed } from "../table/date";
import { issueOfNumbers } from "../told";
import { defineMeasure } from "./measure";

const WORDS = ["prospect", "new", "lapsed", "established"];
const [PROSPECT, NEW, LAPSED, ESTABLISHED] = [0, 1, 2, 3];

const schema = z.strictObject({
  id,
  type: z.literal("lifecycle"),
  /** The date of the first purchase. */
  firstPurchase: measureId,
  /** How long an account is new, in months. */
  newMonths: z.int().min(0).max(120).default(12),
  /** The date of the last purchase. Without it no account is lapsed. */
  lastPurchase: measureId.optional(),
  /** After how many months without a purchase an account is lapsed. */
  lapsedMonths: z.int().min(1).max(240).default(12),
});

/**
 * Where an account stands in its life with us on the day of the run: the words `prospect`, `new`, `lapsed`, `established`.
 *
 * - `prospect`: no first purchase that can be read, or one after the day of the run, which is reported.
 * - `new`: the first purchase + `newMonths` is after that day.
 * - `lapsed`: the last purchase + `lapsedMonths` is not after it. Never where the last purchase is missing.
 * - `established`: all others.
 *
 * Every account is established, with an issue, when no column holds the first purchase, whatever the last one is; none is
 * lapsed, with an issue, when no column holds the last one. Months are calendar months, held to the end of a shorter one.
 */
export const lifecycle = defineMeasure({
  type: "lifecycle",
  schema,
  gives: "text",
  words: WORDS,
  dependsOnDay: true,
  reads: ({ firstPurchase, lastPurchase }) => [
    { id: firstPurchase, as: "date" },
    ...(lastPurchase === undefined ? [] : [{ id: lastPurchase, as: "date" as const }]),
  ],
  isByRow: () => true,
  compute({ firstPurchase, lastPurchase, newMonths, lapsedMonths }, facts) {
    const column = wordColumn(WORDS, facts.size, facts.buffers);
    if (!facts.isMapped(firstPurchase)) {
      column.codes.fill(ESTABLISHED);
      return column;
    }
    const first = facts.number(firstPurchase);
    const last = lastPurchase === undefined ? null : facts.number(lastPurchase);
    const lastEstablished = lastDayPassed(facts.asOf, newMonths);
    const lastLapsed = lastDayPassed(facts.asOf, lapsedMonths);
    const { codes } = column;
    const { asOf } = facts;
    for (let row = 0; row < codes.length; row++) {
      const start = Math.floor(first[row]!); // row < size, the length of every column
      if (!(start <= asOf)) codes[row] = PROSPECT;
      else if (start > lastEstablished) codes[row] = NEW;
      else codes[row] = last !== null && Math.floor(last[row]!) <= lastLapsed ? LAPSED : ESTABLISHED; // established where the last one is missing
    }
    return column;
  },
  issues({ firstPurchase, lastPurchase }, facts) {
    if (!facts.isMapped(firstPurchase)) return [unmapped("lifecycle-unmapped", firstPurchase, facts)];
    const isLapseUnknown = lastPurchase !== undefined && !facts.isMapped(lastPurchase);
    return [
      futureFirstPurchases(firstPurchase, facts),
      isLapseUnknown ? unmapped("last-purchase-unmapped", lastPurchase, facts) : null,
    ].filter((issue) => issue !== null);
  },
});

function unmapped(code: Issue["code"], field: string, facts: Facts): Issue {
  return { code, severity: "info", count: facts.size, rows: [], params: { field } };
}

function futureFirstPurchases(firstPurchase: string, facts: Facts): Issue | null {
  const said = { code: "first-purchase-in-future", severity: "warning", params: { field: firstPurchase } } as const;
  return issueOfNumbers(said, facts.number(firstPurchase), [facts.asOf + 1, Infinity], facts);
}

/** The fields that lifecycles take a first purchase from. */
export function firstPurchases(measures: readonly { readonly type: string }[]): ReadonlySet<string> {
  const isLifecycle = (each: { type: string }): each is z.output<typeof schema> => each.type === lifecycle.type;
  return new Set(measures.filter(isLifecycle).map(({ firstPurchase }) => firstPurchase));
}
