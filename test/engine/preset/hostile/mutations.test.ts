import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical, parsePreset, presetDocument, PRESET_CODES } from "../../../../engine/index";
import { everyPart, everyPartWith, steps, type Json, type JsonValue } from "./family";

/** The ways to everything in the full preset below its top. */
function paths(value: JsonValue = everyPart(), way = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const path = way === "" ? key : `${way}.${key}`;
    return [path, ...paths(child, path)];
  });
}

const anyPath = fc.constantFrom(...paths());
const values = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    0,
    -1,
    0.5,
    1e16,
    NaN,
    "",
    "=1",
    "value",
    "segment",
    "tier",
    "t1",
    true,
    [],
    {},
    undefined,
  ),
  fc.constantFrom<unknown>({ measure: "value", top: { share: 0.5 } }, { not: { measure: "value", ">": 1 } }, ["t1"]),
  fc.jsonValue({ maxDepth: 2 }),
  fc.anything(),
);
const mutation = fc.oneof(
  fc.record({ kind: fc.constant("remove" as const), path: anyPath }),
  fc.record({ kind: fc.constant("replace" as const), path: anyPath, value: values }),
  fc.record({ kind: fc.constant("repeat" as const), path: anyPath }),
  fc.record({ kind: fc.constant("copy" as const), path: anyPath, from: anyPath }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function at(document: unknown, way: readonly (string | number)[]): unknown {
  return way.reduce<unknown>((inside, step) => (inside as Record<string, unknown> | undefined)?.[step], document);
}

/** The document with one thing changed, where the way to it is still there. */
function mutated(document: Json, change: Mutation): void {
  const way = steps(change.path);
  const last = way.pop() ?? "";
  const parent = at(document, way) as Record<string | number, unknown> | unknown[] | null | undefined;
  if (typeof parent !== "object" || parent === null || Object.isFrozen(parent)) return;
  if (change.kind === "remove") Reflect.deleteProperty(parent, last);
  else if (change.kind === "replace") Reflect.set(parent, last, change.value);
  else if (change.kind === "copy") Reflect.set(parent, last, structuredClone(at(everyPart(), steps(change.from))));
  else if (Array.isArray(parent)) parent.splice(Number(last), 0, structuredClone(parent[Number(last)]));
  else Reflect.set(parent, `${last}2`, structuredClone(Reflect.get(parent, last)));
}

/** Refused with codes that are known; or accepted, and its own document is accepted again and is the same. */
function expectAnswer(source: unknown): boolean {
  const parsed = parsePreset(source);
  if (parsed.ok) {
    const text = JSON.stringify(presetDocument(parsed.preset));
    const again = parsePreset(text);
    expect(again.ok && canonical(presetDocument(again.preset))).toBe(canonical(JSON.parse(text)));
    return true;
  }
  expect(parsed.issues.length).toBeGreaterThan(0);
  expect(parsed.issues.length).toBeLessThanOrEqual(20);
  for (const { code } of parsed.issues) expect(PRESET_CODES).toContain(code);
  return false;
}

test("a full preset with up to three things removed, replaced, repeated or copied over others", () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (changes) => {
      const document = everyPart();
      for (const change of changes) mutated(document, change);
      if (expectAnswer(document)) accepted++;
    }),
    { numRuns: 1500 },
  );
  expect(accepted).toBeGreaterThan(30); // both answers come up
});

test("and the same as text, with a piece of the text changed", () => {
  fc.assert(
    fc.property(
      anyPath,
      values,
      fc.nat(),
      fc.nat(40),
      fc.constantFrom("", '"', "{", "]", ",", "\\", "9", "e9", "\u0000"),
      (path, value, start, length, piece) => {
        const text = JSON.stringify(everyPartWith(path, typeof value === "bigint" ? null : jsonOf(value)));
        const from = start % text.length;
        expectAnswer(text.slice(0, from) + piece + text.slice(from + length));
      },
    ),
    { numRuns: 700 },
  );
});

/** What can be written as text of any value. */
function jsonOf(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? "null");
  } catch {
    return null;
  }
}
