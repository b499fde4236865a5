import { describe, expect, test } from "vitest";
import { parsePreset } from "../../../engine/index";
import { documentWith } from "../samples";
import { everyPartWith } from "./hostile/family";

/** The issues of the full preset with one thing changed, as `code path`. */
function verdict(path: string, ...value: [unknown] | []): string[] {
  const parsed = parsePreset(everyPartWith(path, ...value));
  return parsed.ok ? [] : parsed.issues.map(({ code, path: at }) => `${code} ${at.join(".")}`);
}

const over = (measure: string) => ({ measure, ">": 1 });
const top = { measure: "revenue", top: { count: 5 } };

describe("roll-up", () => {
  test.each([
    ["by nothing", "nothing", ["unknown-reference rollUp.by"]],
    ["by a measure", "life", ["unknown-reference rollUp.by"]],
    ["by a number", "revenue", ["wrong-measure-type rollUp.by"]],
    ["by a date", "first", ["wrong-measure-type rollUp.by"]],
    ["by yes and no", "exclude", ["wrong-measure-type rollUp.by"]],
    ["by a parent", "parent", []],
    ["by the account itself", "account", []],
  ])("%s", (_, by, expected) => {
    expect(verdict("rollUp.by", by)).toEqual(expected);
  });

  test.each([
    ["text", "parent", "first", true],
    ["text", "parent", "max", false],
    ["text", "parent", "count", false],
    ["a number", "revenue", "mean", true],
    ["a number", "revenue", "count", true],
    ["a date", "first", "min", true],
    ["a date", "first", "sum", false],
    ["a date", "last", "mean", false],
    ["yes and no", "exclude", "min", true],
    ["yes and no", "exclude", "sum", false],
  ])("%s (%s) joined by %s", (_, field, combine, isRight) => {
    const expected = isRight ? [] : [`not-an-option fields.${field}.combine`];
    expect(verdict(`fields.${field}.combine`, combine)).toEqual(expected);
  });
});

describe("currency", () => {
  test.each<[string, string, unknown, string[]]>([
    ["named by nothing", "field", "nothing", ["unknown-reference currency.field"]],
    ["named by a number", "field", "orders", ["wrong-measure-type currency.field"]],
    ["named by yes and no", "field", "exclude", ["wrong-measure-type currency.field"]],
    ["of nothing there is", "of", ["nothing"], ["unknown-reference currency.of.0"]],
    ["of a measure", "of", ["revenue", "value"], ["unknown-reference currency.of.1"]],
    ["of a date", "of", ["first"], ["wrong-measure-type currency.of.0"]],
    ["of a text", "of", ["industry"], ["wrong-measure-type currency.of.0"]],
    ["of an amount twice", "of", ["revenue", "expected", "revenue"], ["repeated-id currency.of.2"]],
    ["of no amount", "of", [], ["too-few currency.of"]],
    ["with a rate of zero", "rates", { USD: 0 }, ["out-of-range currency.rates.USD"]],
    ["with a rate below zero", "rates", { USD: -0.5 }, ["out-of-range currency.rates.USD"]],
    ["with two rates of one currency", "rates", { USD: 1, usd: 1 }, ["repeated-id currency.rates.usd"]],
    ["with two that differ in width", "rates", { USD: 1, ＵＳＤ: 1 }, ["repeated-id currency.rates.ＵＳＤ"]],
    ["whose base is not 1", "rates", { EUR: 1.1 }, ["not-an-option currency.rates.EUR"]],
    ["whose base, in another case, is not 1", "rates", { eur: 2 }, ["not-an-option currency.rates.eur"]],
    ["whose base is 1", "rates", { eur: 1 }, []],
    ["without a rate for its base", "rates", { USD: 0.9 }, []],
    ["without any rate", "rates", {}, []],
    ["with a rate next to nothing", "rates", { IRR: 1e-9 }, []],
  ])("%s", (_, part, value, expected) => {
    expect(verdict(`currency.${part}`, value)).toEqual(expected);
  });
});

describe("gates", () => {
  test.each<[string, string, unknown, string[]]>([
    ["on nothing there is", "when", over("nothing"), ["unknown-reference gates.1.when"]],
    ["on a text as a number", "when", over("industry"), ["wrong-measure-type gates.1.when"]],
    ["on the segment", "when", { measure: "segment", is: ["key"] }, ["unknown-reference gates.1.when"]],
    ["on the tier", "when", { measure: "tier", is: ["t1"] }, ["unknown-reference gates.1.when"]],
    ["by a top", "when", top, ["top-not-allowed gates.1.when"]],
    ["by a top inside of others", "when", { any: [over("revenue"), { not: top }] }, ["top-not-allowed gates.1.when"]],
    ["down to nothing there is", "else", { maxTier: "t9" }, ["unknown-reference gates.1.else.maxTier"]],
    ["down to a label", "else", { maxTier: "Tier" }, ["unknown-reference gates.1.else.maxTier"]],
    ["down to a segment", "else", { maxTier: "key" }, ["unknown-reference gates.1.else.maxTier"]],
    ["out under the label of a tier", "else", { exclude: "tier 4" }, ["repeated-id gates.1.else.exclude"]],
    ["out under the label of a segment", "else", { exclude: "PROSPECT" }, ["repeated-id gates.1.else.exclude"]],
    ["out under the word for no account", "else", { exclude: "unrated" }, ["reserved-id gates.1.else.exclude"]],
    ["out and down", "else", { exclude: "Out", maxTier: "t2" }, ["one-of gates.1.else"]],
    ["neither out nor down", "else", {}, ["one-of gates.1.else"]],
    ["out without a label", "else", { exclude: 5 }, ["wrong-type gates.1.else.exclude"]],
    ["somewhere else", "else", { move: -1 }, ["unknown-key gates.1.else"]],
    ["of one id", "id", "EXCLUDED", ["repeated-id gates.1.id"]],
    ["out under the label of another gate", "else", { exclude: "Insufficient data" }, []],
    ["out under the word for what is taken out", "else", { exclude: "Excluded" }, []],
    ["down to the last tier", "else", { maxTier: "t4" }, []],
    ["down to the first tier, which is nothing", "else", { maxTier: "t1" }, []],
    ["of an id that is a field's", "id", "revenue", []],
  ])("%s", (_, part, value, expected) => {
    expect(verdict(`gates.1.${part}`, value)).toEqual(expected);
  });
});

describe("seats", () => {
  const seats = (more: object) => ({ rankBy: "score", ...more });
  const owners = "tiers.rungs.0.capacity.owners";
  test.each<[string, object, string[]]>([
    ["by rank of nothing", seats({ rankBy: "nothing" }), ["unknown-reference tiers.rungs.0.capacity.rankBy"]],
    ["by rank of a text", seats({ rankBy: "industry" }), ["wrong-measure-type tiers.rungs.0.capacity.rankBy"]],
    ["by rank of the segment", seats({ rankBy: "segment" }), ["unknown-reference tiers.rungs.0.capacity.rankBy"]],
    ["per number", seats({ max: 5, per: "employees" }), ["wrong-measure-type tiers.rungs.0.capacity.per"]],
    ["per nothing there is", seats({ max: 5, per: "nothing" }), ["unknown-reference tiers.rungs.0.capacity.per"]],
    ["in all and per owner", seats({ max: 5, perOwner: 2 }), ["one-of tiers.rungs.0.capacity"]],
    ["per owner, owners by a number", seats({ perOwner: 2, owners: "revenue" }), [`wrong-measure-type ${owners}`]],
    ["per owner, owners by nothing there is", seats({ perOwner: 2, owners: "team" }), [`unknown-reference ${owners}`]],
    ["owners without seats of each", seats({ max: 5, owners: "owner" }), ["missing tiers.rungs.0.capacity"]],
    ["owners counted, without seats of each", seats({ owners: 4 }), ["missing tiers.rungs.0.capacity"]],
    ["at least more than there are", seats({ min: 6, max: 5 }), ["out-of-range tiers.rungs.0.capacity.min"]],
    [
      "at least more than the owners have",
      seats({ min: 9, perOwner: 2, owners: 4 }),
      ["out-of-range tiers.rungs.0.capacity.min"],
    ],
    ["at least as many as there are", seats({ min: 5, max: 5 }), []],
    ["at least as many as the owners have", seats({ min: 8, perOwner: 2, owners: 4 }), []],
    ["at least some, of owners nobody has counted", seats({ min: 900, perOwner: 2, owners: "owner" }), []],
    ["per owner, by the field of that name", seats({ perOwner: 2 }), []],
    ["per region, by yes and no too", seats({ max: 5, per: "exclude" }), []],
    ["per measure", seats({ max: 5, per: "life" }), []],
    ["none at all", seats({ max: 0 }), []],
    ["any number", seats({}), []],
    ["by rank of a date", seats({ max: 5, rankBy: "first" }), []],
    ["by rank of a side", seats({ max: 5, rankBy: "score.completeness" }), []],
  ])("%s", (_, capacity, expected) => {
    expect(verdict("tiers.rungs.0.capacity", capacity)).toEqual(expected);
  });

  test("per owner need a field of owners", () => {
    const rungs = (capacity: object) => [{ id: "a", label: "A", when: over("value"), capacity }, { id: "b", label: "B" }]; // prettier-ignore
    const parsed = (capacity: object) => parsePreset(documentWith({ tiers: { rungs: rungs(capacity) } }));
    expect(parsed({ rankBy: "value", perOwner: 5 })).toMatchObject({
      ok: false,
      issues: [
        { path: ["tiers", "rungs", 0, "capacity", "owners"], code: "unknown-reference", params: { id: "owner" } },
      ],
    });
    expect(parsed({ rankBy: "value", perOwner: 5, owners: "region" }).ok).toBe(true);
    expect(parsed({ rankBy: "value", perOwner: 5, owners: 3 }).ok).toBe(true);
  });

  test.each<[string, object, boolean]>([
    ["seats", { max: 5 }, false],
    ["seats per owner", { perOwner: 5, owners: 2 }, false],
    ["no seats", { max: 0 }, false],
    ["a least number", { min: 5 }, true],
    ["a rank alone", {}, true],
  ])("the last tier with %s", (_, capacity, isRight) => {
    const expected = isRight ? [] : ["last-tier-capped tiers.rungs.3.capacity"];
    expect(verdict("tiers.rungs.3.capacity", seats(capacity))).toEqual(expected);
  });
});

describe("steadiness", () => {
  test.each<[unknown, string[]]>([
    [{ points: "3" }, ["wrong-type steadiness.band.points"]],
    [{ points: 3 }, ["out-of-range steadiness.band.points"]],
    [{ percent: 3 }, ["missing steadiness.band.points", "unknown-key steadiness.band"]],
    ["10 %", ["wrong-type steadiness.band"]],
    [10, ["out-of-range steadiness.band"]],
    [0, []],
    [0.1, []],
    [{ points: 0 }, []],
  ])("a band of %j", (band, expected) => {
    expect(verdict("steadiness.band", band)).toEqual(expected);
  });
});

describe("bumps", () => {
  test.each<[string, string, unknown, string[]]>([
    ["by nothing there is", "when", over("nothing"), ["unknown-reference bumps.rules.0.when"]],
    ["by a text as a number", "when", over("industry"), ["wrong-measure-type bumps.rules.0.when"]],
    ["by the tier", "when", { measure: "tier", is: ["t2"] }, ["unknown-reference bumps.rules.0.when"]],
    [
      "by a segment there is not",
      "when",
      { measure: "segment", is: ["kye"] },
      ["unknown-reference bumps.rules.0.when"],
    ],
    ["by a top of a top", "when", { ...top, top: { count: 5, among: top } }, ["top-not-allowed bumps.rules.0.when"]],
    ["of one id", "id", "Idle", ["repeated-id bumps.rules.1.id"]],
    ["by half a level", "move", 0.5, ["wrong-type bumps.rules.0.move"]],
    ["without a reason", "reason", "", ["bad-text bumps.rules.0.reason"]],
    ["by a top", "when", { not: top }, []],
    ["by the segment", "when", { measure: "segment", is: ["KEY"] }, []],
    ["by no level", "move", 0, []],
    ["by more levels than there are", "move", 12, []],
  ])("%s", (_, part, value, expected) => {
    expect(verdict(`bumps.rules.0.${part}`, value)).toEqual(expected);
  });

  test("without rules, seats or levels are none", () => {
    expect(verdict("bumps", { rules: [] })).toEqual([]);
    expect(verdict("bumps", { maxUp: 0, maxDown: 0, budget: 0, rules: [] })).toEqual([]);
  });
});

describe("flags", () => {
  test.each<[string, string, unknown, string[]]>([
    ["by nothing there is", "when", over("nothing"), ["unknown-reference flags.0.when"]],
    ["by a text as a number", "when", over("tier"), ["wrong-measure-type flags.0.when"]],
    ["by a tier there is not", "when", { not: { measure: "tier", is: ["t9"] } }, ["unknown-reference flags.0.when"]],
    ["by a tier's label", "when", { measure: "tier", is: ["Tier 1"] }, ["unknown-reference flags.0.when"]],
    ["by a segment there is not", "when", { measure: "segment", is: ["t1"] }, ["unknown-reference flags.0.when"]],
    [
      "by a list of a number",
      "when",
      { measure: "revenue", top: { count: 5, within: "orders" } },
      ["wrong-measure-type flags.0.when"],
    ],
    ["of one id", "id", "NOOWNER", ["repeated-id flags.1.id"]],
    ["of one label", "label", "no owner", ["repeated-id flags.1.label"]],
    ["headed as the tier is", "label", "TIER", ["reserved-id flags.0.label"]],
    ["headed as the segment is", "label", "Segment", ["reserved-id flags.0.label"]],
    ["headed as a tier is called", "label", "Tier 1", []],
    ["headed as a field is", "label", "Revenue", []],
    ["of an id that a tier has", "id", "t1", []],
    ["by a tier", "when", { measure: "tier", is: ["T1", "t2"] }, []],
    ["by a segment", "when", { measure: "segment", is: ["key"] }, []],
    ["by a part of a tier's label", "when", { measure: "tier", contains: "1" }, []],
    ["by a top", "when", top, []],
  ])("%s", (_, part, value, expected) => {
    expect(verdict(`flags.0.${part}`, value)).toEqual(expected);
  });
});

describe("review", () => {
  const alert = { id: "a", from: ["t1"], severity: "low", dueDays: 5 };
  const about = (subject: object) => [{ ...alert, ...subject }];
  test.each<[string, string, unknown, string[]]>([
    ["an alert from a tier there is not", "alerts.0.from", ["t1", "t9"], ["unknown-reference review.alerts.0.from.1"]],
    ["an alert from a tier in another case", "alerts.0.from", ["T1"], ["unknown-reference review.alerts.0.from.0"]],
    ["an alert from a segment", "alerts.0.from", ["key"], ["unknown-reference review.alerts.0.from.0"]],
    ["two alerts of one id", "alerts", [alert, { ...alert, id: "A" }], ["repeated-id review.alerts.1.id"]],
    ["days of a tier there is not", "freshnessDays", { t1: 5, t9: 5 }, ["unknown-reference review.freshnessDays.t9"]],
    ["days of a segment", "freshnessDays", { key: 5 }, ["unknown-reference review.freshnessDays.key"]],
    ["days of a tier in another case", "freshnessDays", { T1: 5 }, ["unknown-reference review.freshnessDays.T1"]],
    ["dossiers of a tier there is not", "dossierDays", { t1: 5, t9: 5 }, ["unknown-reference review.dossierDays.t9"]],
    ["dossiers of a segment", "dossierDays", { key: 5 }, ["unknown-reference review.dossierDays.key"]],
    ["a cadence of a tier there is not", "cadences", { t9: "yearly" }, ["unknown-reference review.cadences.t9"]],
    ["a cadence of a segment", "cadences", { key: "yearly" }, ["unknown-reference review.cadences.key"]],
    ["a cadence that there is not", "cadences", { t1: "weekly" }, ["not-an-option review.cadences.t1"]],
    ["an alert about nothing there is", "alerts", about({ on: "sinking" }), ["not-an-option review.alerts.0.on"]],
    ["an alert about a flag, without it", "alerts", about({ on: "flagged" }), ["missing review.alerts.0.flag"]],
    ["a flag, without being about one", "alerts", about({ flag: "noOwner" }), ["not-an-option review.alerts.0.on"]],
    [
      "a flag, about something else",
      "alerts",
      about({ on: "rose", flag: "noOwner" }),
      ["not-an-option review.alerts.0.on"],
    ],
    [
      "a flag there is not",
      "alerts",
      about({ on: "flagged", flag: "none" }),
      ["unknown-reference review.alerts.0.flag"],
    ],
    [
      "a flag in another case",
      "alerts",
      about({ on: "flagged", flag: "NOOWNER" }),
      ["unknown-reference review.alerts.0.flag"],
    ],
    ["growth, without such a flag", "alerts", about({ on: "growing" }), ["unknown-reference review.alerts.0.on"]],
    ["an alert about a flag", "alerts", about({ on: "flagged", flag: "noOwner" }), []],
    ["two alerts about one thing", "alerts", [...about({ on: "rose" }), ...about({ id: "b", on: "rose" })], []],
    ["an alert about something else than its id", "alerts", about({ id: "rose", on: "slipped" }), []],
    ["no dossiers, no cadences", "dossierDays", {}, []],
    [
      "every tier with its own cadence",
      "cadences",
      { t1: "monthly", t2: "quarterly", t3: "biannual", t4: "yearly" },
      [],
    ],
    ["two alerts from one tier", "alerts", [alert, { ...alert, id: "b" }], []],
    ["an alert from no tier", "alerts.0.from", [], []],
    ["an alert from the last tier", "alerts.0.from", ["t4"], []],
    ["no alerts", "alerts", [], []],
    ["no days", "freshnessDays", { t1: 0 }, []],
  ])("%s", (_, part, value, expected) => {
    expect(verdict(`review.${part}`, value)).toEqual(expected);
  });
});

test("a preset without segments asks for none", () => {
  const segment = { measure: "segment", is: ["key"] };
  const flags = [{ id: "f", label: "F", when: segment }];
  const bumps = { rules: [{ id: "b", when: segment, move: 1, reason: "Key" }] };
  const parsed = parsePreset(documentWith({ flags, bumps }));
  expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
    "unknown-reference bumps.rules.0.when",
    "unknown-reference flags.0.when",
  ]);
});
