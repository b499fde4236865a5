import { documentWith, rungs } from "../../samples";
import { everyPartWith, words, type Family } from "./family";

const value = (rest: object) => ({ measure: "value", ...rest });
/** Tiers of the conditions, the best first, and an open one at the end. */
const tiers = (...conditions: unknown[]) =>
  documentWith({ tiers: { rungs: rungs(Object.fromEntries(conditions.map((when, i) => [`r${i}`, when])), "rest") } });
const shares = (...all: number[]) => tiers(...all.map((share) => value({ top: { share } })));
const rung = (id: string, more = {}) => ({ id, label: id, ...more });
const ladder = (...list: object[]) => documentWith({ tiers: { rungs: list } });
const segments = (...list: object[]) => documentWith({ segments: { rungs: list } });
const closed = { when: value({ ">": 1 }) };
const many = (count: number) => words(count).map((_, i) => value({ top: { count: i + 1 } }));
const notAscending = (at: number) => `cuts-not-ascending tiers.rungs.${at}.when.top`;
const shut = (at: number) => `rung-unreachable tiers.rungs.${at}.when`;

// prettier-ignore
export const ladders: Family = {
  name: "ladders",
  refused: [
    ["no tiers", () => documentWith({ tiers: undefined }), "missing tiers"],
    ["tiers without rungs", () => documentWith({ tiers: {} }), "missing tiers.rungs"],
    ["no rung", () => ladder(), "too-few tiers.rungs"],
    ["no rung of segments", () => segments(), "too-few segments.rungs"],
    ["13 tiers", () => tiers(...many(12)), "too-many tiers.rungs"],
    ["25 segments", () => segments(...many(24).map((when, i) => rung(`s${i}`, { when })), rung("rest")), "too-many segments.rungs"],
    ["one closed tier", () => ladder(rung("a", closed)), "last-rung-closed tiers.rungs.0.when"],
    ["a last tier that is closed", () => ladder(rung("a", closed), rung("b", { when: value({ ">": 0 }) })), "last-rung-closed tiers.rungs.1.when"],
    ["a last segment that is closed", () => segments(rung("a", closed)), "last-rung-closed segments.rungs.0.when"],
    ["an open tier before another", () => ladder(rung("a"), rung("b")), shut(0)],
    ["an open tier in the middle", () => ladder(rung("a", closed), rung("b"), rung("c")), shut(1)],
    ["an open segment before another", () => segments(rung("a"), rung("b")), "rung-unreachable segments.rungs.0.when"],
    ["two tiers of one id", () => ladder(rung("a", closed), { id: "a", label: "B" }), "repeated-id tiers.rungs.1.id"],
    ["two ids that differ in case", () => ladder(rung("a", closed), { id: "A", label: "B" }), "repeated-id tiers.rungs.1.id"],
    ["two tiers of one label", () => ladder(rung("a", closed), { id: "b", label: "A" }), "repeated-id tiers.rungs.1.label"],
    ["two labels that differ in width", () => ladder(rung("Key", closed), { id: "b", label: "Ｋｅｙ" }), "repeated-id tiers.rungs.1.label"],
    ["two labels that differ in a space at the end", () => ladder(rung("Key", closed), { id: "b", label: "Key " }), "repeated-id tiers.rungs.1.label"],
    ["two labels of one sharp s", () => ladder(rung("a", { ...closed, label: "Groß" }), { id: "b", label: "GROSS" }), "repeated-id tiers.rungs.1.label"],
    ["two labels that differ in their Unicode form", () => ladder(rung("a", { ...closed, label: "\u00c4" }), { id: "b", label: "A\u0308" }), "repeated-id tiers.rungs.1.label"],
    ["a label of rows without an account", () => ladder(rung("a", { label: "unrated" })), "reserved-id tiers.rungs.0.label"],
    ["a label of accounts that are taken out", () => ladder(rung("a", { label: "EXCLUDED" })), "reserved-id tiers.rungs.0.label"],
    ["shares that fall", () => shares(0.8, 0.3), notAscending(1)],
    ["shares that are equal", () => shares(0.3, 0.3), notAscending(1)],
    ["shares that fall in the end", () => shares(0.3, 0.8, 0.5), notAscending(2)],
    ["a share of nothing behind one", () => shares(0.3, 0), notAscending(1)],
    ["counts that fall", () => tiers(value({ top: { count: 10 } }), value({ top: { count: 5 } })), notAscending(1)],
    ["per cents that fall", () => tiers(value({ top: { percent: 0.5 } }), value({ top: { percent: 0.2 } })), notAscending(1)],
    ["shares that fall, with another between", () => tiers(value({ top: { share: 0.8 } }), { measure: "other", ">": 1 }, value({ top: { share: 0.3 } })), notAscending(2)],
    ["floors that rise", () => tiers(value({ ">=": 50 }), value({ ">=": 100 })), shut(1)],
    ["floors that are equal", () => tiers(value({ ">=": 50 }), value({ ">=": 50 })), shut(1)],
    ["the same floor without its edge", () => tiers(value({ ">=": 50 }), value({ ">": 50 })), shut(1)],
    ["ceilings that fall", () => tiers(value({ "<": 50 }), value({ "<": 40 })), shut(1)],
    ["a range that ends before it begins", () => tiers(value({ between: [5, 1] })), "cuts-not-ascending tiers.rungs.0.when.between"],
    ["a range of nothing", () => tiers(value({ between: [5, 5] })), "cuts-not-ascending tiers.rungs.0.when.between"],
    ["a range of a scale that ends before it begins", () => everyPartWith("measures.13.range", [1, 0]), "cuts-not-ascending measures.13.range"],
    ["a range of one number", () => tiers(value({ between: [5] })), "too-few tiers.rungs.0.when.between"],
    ["a range of three numbers", () => tiers(value({ between: [1, 2, 3] })), "too-many tiers.rungs.0.when.between"],
    ["two bands of one number", () => everyPartWith("measures.10.bands.1.from", 200), "repeated-id measures.10.bands.1.from"],
    ["weights of nothing", () => everyPartWith("measures.14.parts", [{ of: "fit", weight: 0 }]), "missing measures.14.parts"],
    ["a population by a top", () => everyPartWith("tiers.among", value({ top: { count: 5 } })), "top-not-allowed tiers.among"],
    ["two conditions at once", () => tiers(value({ ">=": 1, "<": 5 })), "two-conditions tiers.rungs.0.when"],
    ["a condition and a list of them", () => tiers(value({ ">=": 1, any: [] })), "two-conditions tiers.rungs.0.when"],
    ["all of nothing", () => tiers({ all: [] }), "too-few tiers.rungs.0.when.all"],
    ["any of 51", () => tiers({ any: words(51).map(() => value({ ">": 1 })) }), "too-many tiers.rungs.0.when.any"],
    ["one of no words", () => tiers({ measure: "region", is: [] }), "too-few tiers.rungs.0.when.is"],
    ["one of 1,001 words", () => tiers({ measure: "region", is: words(1001) }), "too-many tiers.rungs.0.when.is"],
    ["a word of 256 letters", () => tiers({ measure: "region", is: ["x".repeat(256)] }), "too-many tiers.rungs.0.when.is.0"],
    ["a part that is blank", () => tiers({ measure: "region", contains: [" "] }), "bad-text tiers.rungs.0.when.contains.0"],
  ],
  accepted: [
    ["one tier", () => ladder(rung("a"))],
    ["12 tiers", () => tiers(...many(11))],
    ["24 segments", () => segments(...many(23).map((when, i) => rung(`s${i}`, { when })), rung("rest"))],
    ["shares that rise", () => shares(0.3, 0.8, 1)],
    ["shares that rise by a hair", () => shares(0.3, 0.30000000000000004)],
    ["a share of nothing before one", () => shares(0, 0.3)],
    ["a share after a number", () => tiers(value({ top: { count: 10 } }), value({ top: { share: 0.1 } }))],
    ["another measure", () => tiers(value({ top: { share: 0.8 } }), { measure: "other", top: { share: 0.3 } })],
    ["another population", () => tiers(value({ top: { share: 0.8 } }), value({ top: { share: 0.3, among: { measure: "region", is: ["N"] } } }))],
    ["the other end", () => tiers(value({ top: { count: 10 } }), value({ top: { count: 5, order: "asc" } }))],
    ["floors that fall", () => tiers(value({ ">=": 100 }), value({ ">=": 50 }))],
    ["the same floor with its edge", () => tiers(value({ ">": 50 }), value({ ">=": 50 }))],
    ["a floor and a ceiling", () => tiers(value({ ">=": 50 }), value({ "<": 10 }))],
    ["labels that look alike", () => ladder(rung("a", { ...closed, label: "Key" }), { id: "b", label: "Kéy" })],
    ["a segment and a tier of one name", () => documentWith({ segments: { rungs: [rung("all")] } })],
    ["any of 50", () => tiers({ any: words(50).map(() => value({ ">": 1 })) })],
    ["one of 1,000 words", () => tiers({ measure: "region", is: words(1000) })],
    ["a word of 255 letters", () => tiers({ measure: "region", is: ["x".repeat(255)] })],
  ],
};
