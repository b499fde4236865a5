import { expect, test } from "vitest";
import { BUILT_IN, canonical, hash } from "../../../engine/index";

// Test vectors of the authors of FNV-1a, 64 bits.
test.each([
  ["", "cbf29ce484222325"],
  ["a", "af63dc4c8601ec8c"],
  ["foobar", "85944171f73967e8"],
])("the hash of %j is %s", (text, expected) => {
  expect(hash(text)).toBe(expected);
});

test.each([
  [{ b: 1, a: [2, { d: 3, c: null }] }, '{"a":[2,{"c":null,"d":3}],"b":1}'],
  [{ a: undefined, b: new Map([["x", 1]]) }, '{"b":{"x":1}}'],
  ["ä", '"ä"'],
])("%j has one text", (json, text) => {
  expect(canonical(json)).toBe(text);
});

test("presets differ in their hash, whatever the order of their keys", () => {
  const hashes = new Set([...BUILT_IN.values()].map((preset) => hash(canonical(preset))));
  expect(hashes.size).toBe(BUILT_IN.size);
});
