import { documentWith } from "../../samples";
import { everyPartWith, withCondition, type Family, type Refused } from "./family";

const sum = (id: string, ...of: string[]) => ({ id, type: "sum", of });
const points = (id: string, when: unknown) => ({ id, type: "points", add: [{ when, add: 1 }] });
const over = (measure: string) => ({ measure, ">": 0 });
/** A preset with measures, one of which its tiers read. */
const measured = (...measures: { id: string }[]) => withCondition(over(measures[0]?.id ?? ""), { measures });
const chain = (length: number, last: string) =>
  Array.from({ length }, (_, i) => sum(`m${i}`, i === length - 1 ? last : `m${i + 1}`));
const cycle = (at: number) => `measure-cycle measures.${at}`;

// prettier-ignore
export const cycles: Family = {
  name: "cycles",
  refused: [
    ["a measure of itself", () => measured(sum("a", "a")), cycle(0)],
    ["a measure of itself beside others", () => measured(sum("a", "value", "a", "other")), cycle(0)],
    ["two of each other", () => measured(sum("a", "b"), sum("b", "a")), cycle(0)],
    ["three in a circle", () => measured(sum("a", "b"), sum("b", "c"), sum("c", "a")), cycle(0)],
    ["a hundred in a circle", () => measured(...chain(100, "m0")), cycle(0)],
    ["a circle below a chain", () => measured(...chain(50, "m40")), cycle(40)],
    ["a circle that others only read", () => measured(sum("a", "b"), sum("b", "b")), cycle(1)],
    ["two circles", () => measured(sum("a", "b"), sum("b", "a"), sum("c", "c")), cycle(0)],
    ["each of a hundred reads all of them", () => measured(...chain(100, "m0").map(({ id }) => sum(id, ...chain(49, "m0").map((each) => each.id), "m99"))), cycle(0)],
    ["by a condition on itself", () => measured(points("a", over("a"))), cycle(0)],
    ["by a condition on one that reads it", () => measured(points("a", over("b")), sum("b", "a")), cycle(0)],
    ["by a condition inside of others", () => measured(points("a", { not: { any: [over("value"), { all: [over("a")] }] } })), cycle(0)],
    ["by a population", () => measured({ id: "a", type: "quantileScore", of: "value", among: over("a") } as { id: string }), cycle(0)],
    ["by the other population", () => measured({ id: "a", type: "scale", of: "value", method: "z", among: over("b") } as { id: string }, sum("b", "a")), cycle(0)],
    ["by another name", () => measured({ id: "a", type: "field", of: "a" } as { id: string }), cycle(0)],
    ["by a column at its side", () => everyPartWith("measures.14.parts.0.of", "score.completeness"), cycle(14)],
    ["by a column at the side of another", () => everyPartWith("measures.9.add.0.when", { measure: "score.completeness", ">": 0.5 }), cycle(9)],
    ["by a life stage that the value depends on", () => everyPartWith("measures.1.lifecycle", "value.basis"), cycle(1)],
  ],
  accepted: [
    ["in any order", () => measured(sum("a", "b"), sum("b", "c"), sum("c", "value"))],
    ["a hundred in a row, the last one first", () => measured(...chain(100, "value"))],
    ["one that many read", () => measured(sum("a", "b", "c"), sum("b", "d"), sum("c", "d"), sum("d", "value"))],
    ["a condition on one below", () => measured(points("a", over("b")), sum("b", "value"))],
    ["a field and a measure that read the same", () => measured(sum("a", "value"), sum("b", "value", "a"))],
    ["one measure twice", () => measured(sum("a", "value", "value"))],
  ],
};

/** Every place of the full preset that names something: the path of the name, and where it is reported. */
const NAMED = [
  ["rollUp.by"],
  ["currency.field"],
  ["currency.of.0"],
  ["currency.of.2"],
  ["measures.0.firstPurchase", "measures.0"],
  ["measures.0.lastPurchase", "measures.0"],
  ["measures.1.history", "measures.1"],
  ["measures.1.expected", "measures.1"],
  ["measures.1.lifecycle", "measures.1"],
  ["measures.2.of.1", "measures.2"],
  ["measures.3.of", "measures.3"],
  ["measures.4.current", "measures.4"],
  ["measures.4.previous", "measures.4"],
  ["measures.5.of", "measures.5"],
  ["measures.6.of.2", "measures.6"],
  ["measures.7.distinct", "measures.7"],
  ["measures.8.of.0", "measures.8"],
  ["measures.9.add.2.when.measure", "measures.9"],
  ["measures.10.of", "measures.10"],
  ["measures.11.of", "measures.11"],
  ["measures.11.among.measure", "measures.11"],
  ["measures.12.of", "measures.12"],
  ["measures.12.among.measure", "measures.12"],
  ["measures.13.of", "measures.13"],
  ["measures.14.parts.2.of", "measures.14"],
  ["gates.0.when.not.measure", "gates.0.when"],
  ["gates.1.when.measure", "gates.1.when"],
  ["gates.3.else.maxTier"],
  ["segments.among.measure", "segments.among"],
  ["segments.within"],
  ["segments.tieBreak.0"],
  ["segments.rungs.0.when.measure", "segments.rungs.0.when"],
  ["segments.rungs.2.when.measure", "segments.rungs.2.when"],
  ["segments.rungs.2.when.top.among.measure", "segments.rungs.2.when"],
  ["segments.rungs.2.when.top.within", "segments.rungs.2.when"],
  ["tiers.among.any.1.measure", "tiers.among"],
  ["tiers.within"],
  ["tiers.tieBreak.1"],
  ["tiers.rungs.0.when.any.0.measure", "tiers.rungs.0.when"],
  ["tiers.rungs.0.capacity.rankBy"],
  ["tiers.rungs.1.capacity.owners"],
  ["tiers.rungs.1.capacity.per"],
  ["tiers.rungs.2.when.top.within", "tiers.rungs.2.when"],
  ["bumps.rules.1.when.all.1.measure", "bumps.rules.1.when"],
  ["flags.0.when.measure", "flags.0.when"],
  ["flags.1.when.all.1.measure", "flags.1.when"],
  ["review.alerts.0.from.1"],
] as const;

// prettier-ignore
export const unknownReferences: Family = {
  name: "unknown references",
  refused: [
    ...NAMED.map(([path, reported = path]): Refused => [`${path} to nothing`, () => everyPartWith(path, "nothing"), `unknown-reference ${reported}`]),
    ["of the days to a tier there is not", () => everyPartWith("review.freshnessDays.t9", 5), "unknown-reference review.freshnessDays.t9"],
    ["to a segment there is not", () => everyPartWith("tiers.rungs.0.when.any.0.is", ["kye"]), "unknown-reference tiers.rungs.0.when"],
    ["to a segment by its label", () => everyPartWith("tiers.rungs.0.when.any.0.is", ["New Start"]), "unknown-reference tiers.rungs.0.when"],
    ["to a tier there is not", () => everyPartWith("flags.1.when.all.0.is", ["t1", "t9"]), "unknown-reference flags.1.when"],
    ["to a tier by its label", () => everyPartWith("flags.1.when.all.0.is", ["Tier 1"]), "unknown-reference flags.1.when"],
    ["of a ceiling to a tier in another case", () => everyPartWith("gates.3.else.maxTier", "T2"), "unknown-reference gates.3.else.maxTier"],
    ["to a field in another case", () => everyPartWith("rollUp.by", "Parent"), "unknown-reference rollUp.by"],
    ["to a side that the measure has not", () => everyPartWith("tiers.tieBreak.0", "score.basis"), "unknown-reference tiers.tieBreak.0"],
    ["to a side of a field", () => everyPartWith("tiers.tieBreak.0", "revenue.completeness"), "unknown-reference tiers.tieBreak.0"],
    ["of a gate to the segment", () => everyPartWith("gates.1.when", { measure: "segment", is: ["key"] }), "unknown-reference gates.1.when"],
    ["of a segment to the tier", () => everyPartWith("segments.rungs.0.when", { measure: "tier", is: ["t1"] }), "unknown-reference segments.rungs.0.when"],
    ["of a tier to the tier", () => everyPartWith("tiers.rungs.0.when", { measure: "tier", is: ["t1"] }), "unknown-reference tiers.rungs.0.when"],
    ["of a bump to the tier", () => everyPartWith("bumps.rules.0.when", { measure: "tier", is: ["t1"] }), "unknown-reference bumps.rules.0.when"],
    ["of a measure to the segment", () => everyPartWith("measures.11.among", { measure: "segment", is: ["key"] }), "unknown-reference measures.11"],
    ["of a roll-up to a measure", () => everyPartWith("rollUp.by", "life"), "unknown-reference rollUp.by"],
    ["of a currency to a measure", () => everyPartWith("currency.of.0", "value"), "unknown-reference currency.of.0"],
    ["of a capacity to the segment", () => everyPartWith("tiers.rungs.1.capacity.per", "segment"), "unknown-reference tiers.rungs.1.capacity.per"],
  ],
  accepted: [
    ["to a segment in another case", () => everyPartWith("tiers.rungs.0.when.any.0.is", ["KEY"])],
    ["to a tier in another case", () => everyPartWith("flags.1.when.all.0.is", ["T1"])],
    ["of a flag to the segment", () => everyPartWith("flags.0.when", { measure: "segment", is: ["new", "key"] })],
    ["of a bump to the segment", () => everyPartWith("bumps.rules.0.when", { measure: "segment", is: ["prospect"] })],
    ["of a tier to a side", () => everyPartWith("tiers.tieBreak.0", "score.completeness")],
    ["of a ladder to a measure", () => everyPartWith("tiers.within", "life")],
    ["of a ladder of tiers to the segment", () => everyPartWith("tiers.within", "segment")],
    ["to a measure that stands below", () => everyPartWith("measures.2.of.1", "score")],
    ["of a capacity to a measure", () => everyPartWith("tiers.rungs.1.capacity.per", "life")],
    ["to nothing at all", () => documentWith()],
  ],
};
