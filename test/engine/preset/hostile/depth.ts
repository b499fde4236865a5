import { everyPartWith, withCondition, type Family } from "./family";

const leaf = { measure: "value", ">": 0 };

/** A condition inside `depth` others. */
function inside(depth: number, wrap: (part: unknown) => unknown, core: unknown = leaf): unknown {
  return depth === 0 ? core : wrap(inside(depth - 1, wrap, core));
}
const not = (part: unknown) => ({ not: part });
const all = (part: unknown) => ({ all: [part] });
const any = (part: unknown) => ({ any: [part] });
const lists = (part: unknown) => [part];
const found = (contains: unknown) => ({ measure: "region", contains });

/** The path of the object that is one level too deep. */
const at = (start: string, step: string, times: number) => `too-deep ${start}${`.${step}`.repeat(times)}`;
const when = "tiers.rungs.0.when";

// prettier-ignore
export const depth: Family = {
  name: "depth",
  refused: [
    ["33 levels of not", () => withCondition(inside(28, not)), at(when, "not", 28)],
    ["33 levels of not, as text", () => JSON.stringify(withCondition(inside(28, not))), at(when, "not", 28)],
    ["33 levels of all", () => withCondition(inside(14, all)), at(when, "all.0", 14)],
    ["33 levels of any", () => withCondition(inside(14, any)), at(when, "any.0", 14)],
    ["a word that becomes a list on level 33", () => withCondition(inside(27, not, found("a"))), `${at(when, "not", 27)}.contains`],
    ["a list of words on level 33", () => withCondition(inside(27, not, found(["a"]))), `${at(when, "not", 27)}.contains`],
    ["33 levels in a gate", () => everyPartWith("gates.0.when", inside(29, not)), at("gates.0.when", "not", 29)],
    ["33 levels in a flag", () => everyPartWith("flags.0.when", inside(29, not)), at("flags.0.when", "not", 29)],
    ["33 levels in a measure", () => everyPartWith("measures.9.add.0.when", inside(27, not)), at("measures.9.add.0.when", "not", 27)],
    ["33 levels in a population", () => everyPartWith("segments.among", inside(30, not)), at("segments.among", "not", 30)],
    ["33 levels of lists in a description", () => everyPartWith("description", inside(33, lists)), at("description", "0", 31)],
    ["33 levels under a key that is unknown", () => everyPartWith("extra", inside(32, not)), at("extra", "not", 31)],
    ["1,000 levels", () => withCondition(inside(1000, not)), at(when, "not", 28)],
    ["20,000 levels as text", () => '{"not":'.repeat(20_000) + "1" + "}".repeat(20_000), at("not", "not", 31)],
    ["130,000 lists as text", () => "[".repeat(130_000) + "]".repeat(130_000), at("0", "0", 31)],
    ["lists and objects in turn", () => '[{"a":'.repeat(30_000) + "1" + "}]".repeat(30_000), at("0.a", "0.a", 15)],
  ],
  accepted: [
    ["32 levels of not", () => withCondition(inside(27, not))],
    ["32 levels of not, as text", () => JSON.stringify(withCondition(inside(27, not)))],
    ["31 levels of all", () => withCondition(inside(13, all))],
    ["31 levels of any", () => withCondition(inside(13, any))],
    ["32 levels in a gate", () => everyPartWith("gates.0.when", inside(28, not))],
    ["a word that becomes a list on level 32", () => withCondition(inside(26, not, found("a")))],
    ["brackets in a text", () => everyPartWith("description", "[".repeat(500) + "{".repeat(500))],
  ],
};
