import { documentWith } from "../../samples";
import { everyPart, everyPartWith, steps, type Family, type Json, type Refused } from "./family";

const KEYS = ["__proto__", "constructor", "prototype"];

/** Objects of every kind that a preset has. */
const PLACES = [
  ...["", "fields", "fields.account", "rollUp", "currency", "currency.rates"],
  ...["measures.0", "measures.9.add.0", "measures.9.add.0.when", "measures.10.bands.0", "measures.14.parts.1"],
  ...["gates.0", "gates.0.when", "gates.0.when.not", "gates.0.else", "gates.3.else"],
  ...["segments", "segments.among", "segments.rungs.2.when.top", "segments.rungs.2.when.top.among"],
  ...["tiers", "tiers.rungs.0", "tiers.rungs.0.play", "tiers.rungs.0.targets", "tiers.rungs.0.capacity"],
  ...["steadiness", "steadiness.band", "bumps", "bumps.rules.1", "bumps.rules.1.when.all.0", "flags.2"],
  ...["review", "review.alerts.0", "review.freshnessDays"],
  ...["review.alerts.1", "review.dossierDays", "review.cadences"],
];

/** The text of the full preset with a key more in one of its objects, as `JSON.parse` makes an own property of it. */
function withKey(place: string, key: string, value = '{"polluted":true}'): string {
  const document = everyPart();
  const object = steps(place).reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document) as Json;
  object["PUT HERE"] = "VALUE";
  return JSON.stringify(document).replace('"PUT HERE":"VALUE"', () => `"${key}":${value}`);
}

const field = { type: "text", headers: [] };
const own = (key: string) => Object.defineProperty(documentWith(), key, { value: {}, enumerable: true });

// prettier-ignore
export const prototypeKeys: Family = {
  name: "prototype keys",
  refused: [
    ...PLACES.flatMap((place) => KEYS.map((key): Refused => [`${key} in ${place || "the preset"}`, () => withKey(place, key), `forbidden-key ${place}`.trim()])),
    ...KEYS.map((key): Refused => [`${key} by a property that somebody defined`, () => own(key), "forbidden-key"]),
    ["__proto__ written with an escape", () => withKey("fields", "\\u005f_proto__"), "forbidden-key fields"],
    ["__proto__ that is null", () => withKey("currency.rates", "__proto__", "null"), "forbidden-key currency.rates"],
    ["__proto__ that is a number", () => withKey("review.freshnessDays", "__proto__", "30"), "forbidden-key review.freshnessDays"],
    ["__proto__ in a list of objects that is none", () => withKey("", "extra", '[[{"__proto__":1}]]'), "forbidden-key extra.0.0"],
    ["toString as a key of the preset", () => withKey("", "toString"), "unknown-key"],
    ["__proto__ as an id", () => everyPartWith("tiers.rungs.0.id", "__proto__"), "bad-text tiers.rungs.0.id"],
    ["__proto__ as a reference", () => everyPartWith("rollUp.by", "__proto__"), "bad-text rollUp.by"],
    ["constructor as a reference", () => everyPartWith("rollUp.by", "constructor"), "unknown-reference rollUp.by"],
    ["toString as a reference", () => everyPartWith("measures.3.of", "toString"), "unknown-reference measures.3"],
    ["hasOwnProperty as a tier", () => everyPartWith("gates.3.else.maxTier", "hasOwnProperty"), "unknown-reference gates.3.else.maxTier"],
    ["valueOf as a tier that gets old", () => everyPartWith("review.freshnessDays.valueOf", 5), "unknown-reference review.freshnessDays.valueOf"],
    ["toString as a tier of its own cadence", () => everyPartWith("review.cadences.toString", "monthly"), "unknown-reference review.cadences.toString"],
    ["valueOf as what an alert is about", () => everyPartWith("review.alerts.0.on", "valueOf"), "not-an-option review.alerts.0.on"],
    ["constructor as the flag of an alert", () => everyPartWith("review.alerts.1.flag", "constructor"), "unknown-reference review.alerts.1.flag"],
    ["constructor as a kind of measure", () => everyPartWith("measures.3.type", "constructor"), "unknown-measure measures.3.type"],
    ["toString as a kind of condition", () => everyPartWith("gates.1.when", { toString: 1 }), "unknown-condition gates.1.when"],
    ["valueOf as an option", () => everyPartWith("measures.12.method", "valueOf"), "not-an-option measures.12.method"],
  ],
  accepted: [
    ["proto as a field", () => everyPartWith("fields.proto", field)],
    ["prototypes as a field", () => everyPartWith("fields.prototypes", field)],
    ["Constructor as a field", () => everyPartWith("fields.Constructor", field)],
    ["toString as a field", () => everyPartWith("fields.toString", field)],
    ["hasOwnProperty as a field", () => everyPartWith("fields.hasOwnProperty", field)],
    ["constructor as the id of a gate", () => everyPartWith("gates.0.id", "constructor")],
    ["prototype as the id of a flag", () => everyPartWith("flags.0.id", "prototype")],
    ["constructor as a label", () => everyPartWith("tiers.rungs.0.label", "constructor")],
    ["__proto__ as a word", () => everyPartWith("measures.9.add.0.when.is", ["__proto__", "constructor"])],
    ["__proto__ as a header", () => everyPartWith("fields.region.headers", ["__proto__", "prototype"])],
    ["__proto__ in a description", () => everyPartWith("description", '{"__proto__": {}}')],
    ["valueOf as a currency", () => everyPartWith("currency.rates.valueOf", 2)],
    ["the full preset itself", () => everyPart()],
  ],
};
