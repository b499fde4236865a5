import { documentWith } from "../../samples";
import { everyPartText, everyPartWith, type Family, type Refused } from "./family";

// prettier-ignore
const NONE: readonly (readonly [string, unknown])[] = [
  ...([["a text", "1"], ["a word", "one"], ["null", null], ["true", true], ["a list", [1]], ["an object", { major: 1 }]] as const),
  ...([["a fraction", 1.5], ["more than a number holds", Infinity], ["no number", NaN]] as const),
]; // prettier-ignore

// prettier-ignore
export const formats: Family = {
  name: "formats",
  refused: [
    ...[2, 3, 99, 1e9, 2 ** 53].map((format): Refused => [`${format}`, () => everyPartWith("format", format), "newer-format format"]),
    ...[0, -1, -99].map((format): Refused => [`${format}`, () => everyPartWith("format", format), "unknown-format format"]),
    ...NONE.map(([name, format]): Refused => [name, () => everyPartWith("format", format), "not-an-option format"]),
    ["none", () => everyPartWith("format"), "missing format"],
    ["undefined", () => everyPartWith("format", undefined), "missing format"],
    ["in another case", () => everyPartText('"format"', '"Format"'), "missing format"],
    ["a newer one with parts that nobody knows", () => ({ format: 2, ladders: [], id: 5 }), "newer-format format"],
    ["a newer one, as text", () => '{"id":"x","format":2}', "newer-format format"],
    ["a newer one in too large a text", () => `{"format":2,"x":"${"x".repeat(262_144)}"}`, "too-large"],
    ["a newer one with a forbidden key", () => '{"format":2,"__proto__":{}}', "forbidden-key"],
    ["of a document that is none", () => '{"swagger":"2.0"}', "missing format"],
    ["of a package", () => '{"name":"x","version":"1.0.0"}', "missing format"],
  ],
  accepted: [
    ["1", () => documentWith({ format: 1 })],
    ["1.0", () => everyPartText('"format":1', '"format":1.0')],
    ["1e0", () => everyPartText('"format":1', '"format":1e0')],
    ["10e-1", () => everyPartText('"format":1', '"format":10e-1')],
    ["at the end", () => JSON.stringify({ ...documentWith(), format: undefined, version: 1 }).replace(/}$/, ',"format":1}')],
  ],
};
