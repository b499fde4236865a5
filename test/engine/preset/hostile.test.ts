import fc from "fast-check";
import { expect, test } from "vitest";
import { BUILT_IN, parsePreset, presetDocument, PRESET_CODES, run } from "../../../engine/index";
import { AS_OF, documentWith, tableOf } from "../samples";
import { everyPart } from "./hostile/family";

/** Refused with known codes, at most twenty; or accepted, and then it runs. */
function expectAnswer(source: unknown): void {
  const parsed = parsePreset(source);
  if (!parsed.ok) {
    expect(parsed.issues.length).toBeGreaterThan(0);
    expect(parsed.issues.length).toBeLessThanOrEqual(20);
    for (const { code } of parsed.issues) expect(PRESET_CODES).toContain(code);
    return;
  }
  const { fields } = parsed.preset;
  const chosen = new Map([...fields].map(([id]) => [id, [id]]));
  const header = [...fields.keys()];
  const table = tableOf([header, header.map(() => "x"), header.map(() => 5), header.map(() => "")], parsed.preset, {
    chosen,
  });
  const { tier } = run(table, parsed.preset, { asOf: AS_OF });
  expect([...tier.codes].every((code) => tier.labels[code] !== undefined)).toBe(true);
}

test("any JSON, as text or parsed", () => {
  fc.assert(fc.property(fc.json({ maxDepth: 6 }), (text) => expectAnswer(text)));
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => expectAnswer(json)));
  fc.assert(fc.property(fc.string(), (text) => expectAnswer(text)));
});

test("things that are no JSON at all", () => {
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      expectAnswer,
    ),
  );
});

const documents = [...[...BUILT_IN.values()].map(presetDocument), everyPart(), documentWith()];
const paths = (json: unknown, path: string[] = []): string[][] =>
  typeof json === "object" && json !== null
    ? [path, ...Object.entries(json).flatMap(([key, child]) => paths(child, [...path, key]))]
    : [path];

/** A document with what stands at one path replaced, removed or doubled. */
const mutation = fc.constantFrom(...documents).chain((document) =>
  fc.record({
    document: fc.constant(document),
    path: fc.constantFrom(...paths(document).slice(1)),
    change: fc.oneof(
      fc.constant(undefined),
      fc.constantFrom<unknown>(null, 0, -1, 1e16, "", "=1", "value", "segment", "account", [], {}, true, 0.5),
      fc.constantFrom<unknown>({ measure: "value", top: { share: 0.5 } }, { not: { measure: "value", ">": 1 } }),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  }),
);

test("the built-ins and a full preset with anything changed", () => {
  fc.assert(
    fc.property(mutation, (each) => {
      const copy = structuredClone(each.document) as Record<string, unknown>;
      let at: Record<string, unknown> = copy;
      for (const step of each.path.slice(0, -1)) at = at[step] as Record<string, unknown>;
      at[each.path.at(-1) ?? ""] = each.change;
      expectAnswer(JSON.stringify(copy));
    }),
    { numRuns: 1500 },
  );
});
