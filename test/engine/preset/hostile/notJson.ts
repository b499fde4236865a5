import { runInNewContext } from "node:vm";
import { documentWith } from "../../samples";
import { everyPart, everyPartText, everyPartWith, type Family, type Json, type Refused } from "./family";

class Preset {
  readonly format = 1;
}
const fails = (): never => {
  throw new Error("asked");
};
/** An object that throws as soon as it is asked anything. */
const guarded = (target: object = {}) => {
  const traps = ["getPrototypeOf", "ownKeys", "get", "has", "getOwnPropertyDescriptor", "set", "defineProperty"];
  return new Proxy(target, Object.fromEntries(traps.map((trap) => [trap, fails])));
};
const revoked = (target: object) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

/** What JSON has no word for. */
// prettier-ignore
const VALUES: Readonly<Record<string, () => unknown>> = {
  "a function": () => fails,
  "a class": () => Preset,
  "a symbol": () => Symbol("x"),
  "a large whole number": () => 1n,
  "a date": () => new Date(0),
  "a map": () => new Map([["format", 1]]),
  "a set": () => new Set(["x"]),
  "a pattern": () => /x/,
  "an error": () => new Error("x"),
  "a promise": () => Promise.resolve(everyPart()),
  "a text object": () => new String("x"),
  "a number object": () => new Number(5),
  "a true object": () => new Boolean(true),
  bytes: () => new Uint8Array(4),
  "a buffer": () => new ArrayBuffer(4),
  "a weak map": () => new WeakMap(),
  "a generator": () => (function* () {})(),
  "an instance of a class": () => new Preset(),
  "what inherits its parts": () => Object.create(documentWith()) as unknown,
  "a proxy that throws": () => guarded(),
  "a proxy of a list that throws": () => guarded([]),
  "a proxy of a function": () => new Proxy(fails, {}),
  "a proxy that was revoked": () => revoked({}),
  "a proxy of a list that was revoked": () => revoked([]),
};
const PLACES = [
  ...[
    "name",
    "fields",
    "fields.account",
    "fields.account.headers",
    "rollUp",
    "currency.rates.USD",
    "measures",
    "measures.3",
  ],
  ...[
    "gates.0.when",
    "gates.0.else",
    "segments",
    "tiers.rungs",
    "tiers.rungs.0.when.any.0",
    "steadiness.band",
    "review",
    "extra",
  ],
];

/** A proxy with one trap that throws. */
const trapped = (trap: string) => new Proxy(documentWith(), { [trap]: fails });
const withGetter = (get: () => unknown) => Object.defineProperty(documentWith(), "name", { get, enumerable: true });
const holding = <T extends object>(target: T, fill: (self: T) => void): T => {
  fill(target);
  return target;
};
const listOfItself = () => holding<unknown[]>([], (self) => self.push(self));
const conditionOfItself = () => holding<Json>({}, (self) => (self["not"] = self));
const populationOfItself = () =>
  holding<Json>({ measure: "value" }, (self) => (self["top"] = { count: 1, among: self }));
/** A list that says of its length what it likes. */
const longList = (length: unknown) =>
  new Proxy([], { get: (list, key) => (key === "length" ? length : Reflect.get(list, key)) as unknown });

/** Every object of it without a prototype, every list with a property more. */
const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return Object.assign(value.map(bare), { note: fails });
  if (typeof value !== "object" || value === null) return value;
  return Object.assign(
    Object.create(null) as object,
    Object.fromEntries(Object.entries(value).map(([key, child]) => [key, bare(child)])),
  );
};
const frozen = (value: unknown): unknown => {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};
const through = (value: unknown): unknown =>
  typeof value === "object" && value !== null
    ? new Proxy(value, { get: (target, key) => through(Reflect.get(target, key)) })
    : value;

// prettier-ignore
export const notJson: Family = {
  name: "not JSON",
  refused: [
    ...Object.entries(VALUES).map(([name, make]): Refused => [name, make, "wrong-type"]),
    ...PLACES.flatMap((path) => Object.entries(VALUES).map(([name, make]): Refused => [`${name} as ${path}`, () => everyPartWith(path, make()), `wrong-type ${path}`])),
    ["undefined", () => undefined, "wrong-type"],
    ["NaN", () => NaN, "wrong-type"],
    ["-0", () => -0, "wrong-type"],
    ["undefined as the name", () => everyPartWith("name", undefined), "missing name"],
    ["undefined in a list", () => everyPartWith("columns", ["tier", undefined]), "wrong-type columns.1"],
    ["a hole in a list", () => everyPartWith("columns", [, "tier"]), "wrong-type columns.0"], // eslint-disable-line no-sparse-arrays
    ["a list of holes", () => everyPartWith("measures", new Array(10)), "wrong-type measures.0"],
    ["a list with a late hole", () => everyPartWith("columns", Object.assign(["tier"], { 5: "segment" })), "wrong-type columns.1"],
    ["a list of 4,294,967,295 holes", () => everyPartWith("measures", new Array(4_294_967_295)), "too-many-nodes"],
    ["a list that says it has no end", () => everyPartWith("columns", longList(Infinity)), "too-many-nodes"],
    ["a list that says it is longer", () => everyPartWith("columns", longList(5)), "wrong-type columns.0"],
    ["a list whose length throws", () => everyPartWith("columns", longList({ valueOf: fails })), "wrong-type columns"],
    ["a list that is no list", () => everyPartWith("columns", { length: 1, 0: "tier" }), "wrong-type columns"],
    ["a preset that holds itself", () => holding<Json>({}, (self) => (self["extra"] = self)), `too-deep ${Array(32).fill("extra").join(".")}`],
    ["a list that holds itself", () => everyPartWith("columns", listOfItself()), `too-deep columns${".0".repeat(31)}`],
    ["a condition that holds itself", () => everyPartWith("gates.0.when", conditionOfItself()), `too-deep gates.0.when${".not".repeat(29)}`],
    ["a population that holds itself", () => everyPartWith("tiers.rungs.2.when", populationOfItself()), `too-deep tiers.rungs.2.when${".top.among".repeat(14)}`],
    ["a name that throws", () => withGetter(fails), "wrong-type"],
    ["a name that calls itself for ever", () => withGetter(function self(): unknown { return self(); }), "wrong-type"], // prettier-ignore
    ["a name that is an object with a text of its own", () => everyPartWith("name", { toString: () => "x" }), "wrong-type name.toString"],
    ["a name by toJSON", () => everyPartWith("name", { toJSON: () => "x" }), "wrong-type name.toJSON"],
    ["a kind of measure without a prototype", () => everyPartWith("measures.0.type", Object.create(null)), "wrong-type measures.0.type"],
    ["an id without a prototype", () => everyPartWith("id", Object.create(null)), "wrong-type id"],
    ["a preset whose keys throw", () => trapped("ownKeys"), "wrong-type"],
    ["a preset whose values throw", () => trapped("get"), "wrong-type"],
    ["a preset whose prototype throws", () => trapped("getPrototypeOf"), "wrong-type"],
    ["a preset whose descriptions of itself throw", () => trapped("getOwnPropertyDescriptor"), "wrong-type"],
    ["a preset that lies about its keys", () => new Proxy({}, { ownKeys: () => ["format", "format"] }), "wrong-type"],
    ["a preset of hidden keys", () => Object.defineProperty(documentWith(), "name", { enumerable: false }), "missing name"],
    ["a list of a preset's parts", () => Object.entries(documentWith()), "wrong-type"],
  ],
  accepted: [
    ["objects without a prototype, lists with a property", () => bare(everyPart())],
    ["all of it frozen", () => frozen(everyPart())],
    ["all of it behind proxies", () => through(everyPart())],
    ["all of it from another realm", () => runInNewContext("JSON.parse(text)", { text: everyPartText("{", "{") })],
    ["a copy", () => structuredClone(everyPart())],
    ["a name that is asked", () => withGetter(() => "Sample")],
    ["a name that says another thing each time", () => ((asked) => withGetter(() => (asked++ > 0 ? "=1" : "Sample")))(0)],
    ["undefined where nothing need be", () => everyPartWith("review", undefined)],
    ["undefined under an unknown key", () => everyPartWith("extra", undefined)],
    ["a symbol for a key", () => Object.assign(documentWith(), { [Symbol("x")]: fails })],
    ["a key that is hidden", () => Object.defineProperty(documentWith(), "extra", { value: fails, enumerable: false })],
    ["a list that can be walked for ever", () => everyPartWith("columns", Object.assign(["tier"], { *[Symbol.iterator]() { for (;;) yield "tier"; } }))], // prettier-ignore
    ["a list with methods of its own", () => everyPartWith("columns", Object.assign(["tier"], { map: fails, forEach: fails }))],
    ["a list of a kind of its own", () => everyPartWith("columns", class Columns extends Array<string> {}.from(["tier"]))],
    ["one condition in two places", () => ((when) => everyPartWith("gates.1.when", { any: [when, when] }))({ measure: "revenue", ">": 0 })],
  ],
};
