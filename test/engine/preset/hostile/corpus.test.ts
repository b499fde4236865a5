import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { canonical, parsePreset, presetDocument, PRESET_CODES } from "../../../../engine/index";
import { presetIssueSentence } from "../../../../addin/strings/presetIssues";
import { depth } from "./depth";
import { duplicateKeys } from "./duplicateKeys";
import { formats } from "./formats";
import { hiddenSigns, leadingSigns } from "./labels";
import { ladders } from "./ladders";
import { missingParts, strangeKeys, wrongTypes } from "./everyPath";
import { nodes } from "./nodes";
import { notJson } from "./notJson";
import { numbers } from "./numbers";
import { prototypeKeys } from "./prototypeKeys";
import { cycles, unknownReferences } from "./references";
import { size } from "./size";
import { encodings, spellings, truncated } from "./texts";
import type { Family, Source } from "./family";

const FAMILIES: readonly Family[] = [
  ...[size, depth, nodes, prototypeKeys, duplicateKeys, numbers, wrongTypes, missingParts, strangeKeys],
  ...[cycles, unknownReferences, formats, ladders, leadingSigns, hiddenSigns, truncated, encodings, spellings, notJson],
];

/** Of a class that is made by rule under mutation, where each mutant that lives costs a run; elsewhere all of them. */
const MOST = process.env["MUTATION_FOLDER"] === undefined ? Infinity : 30;

/** At most so many, spread over all of them. */
function spread<T>(cases: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.ceil(cases.length / most));
  return cases.filter((_, i) => i % step === 0);
}

/** All that can be seen of a value. Of what is not JSON, without asking it: no getter and no trap of it is run. */
function seen(value: unknown, isJson: boolean): string {
  if (typeof value === "string") return value;
  return isJson ? JSON.stringify(value) : inspect(value, { depth: 40, showProxy: true, compact: true });
}

for (const family of FAMILIES) {
  const { name, refused, accepted } = family;
  const parsedAsGiven = (source: Source) => {
    const given = source();
    const before = seen(given, family !== notJson);
    const parsed = parsePreset(given);
    expect(seen(given, family !== notJson)).toBe(before);
    return parsed;
  };

  describe(`${name}: ${refused.length} refused, ${accepted.length} accepted`, () => {
    test.each(spread(refused, MOST))("refused: %s", (_, source, expected) => {
      const parsed = parsedAsGiven(source);
      if (parsed.ok) throw new Error("accepted");
      const [issue] = parsed.issues;
      expect(`${issue?.code} ${issue?.path.join(".")}`.trim()).toBe(expected);
      expect(parsed.issues.length).toBeLessThanOrEqual(20);
      for (const each of parsed.issues) {
        expect(PRESET_CODES).toContain(each.code);
        const sentence = presetIssueSentence(each);
        expect(sentence).not.toMatch(/undefined|\[object|NaN|\( ?\)|with $|[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(sentence.length).toBeLessThan(2000);
      }
    });

    test.each(spread(accepted, MOST))("accepted: %s", (_, source) => {
      const parsed = parsedAsGiven(source);
      if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.issues)}`);
      const document = presetDocument(parsed.preset);
      const again = parsePreset(JSON.stringify(document));
      if (!again.ok) throw new Error(`its own document is refused: ${JSON.stringify(again.issues)}`);
      expect(canonical(presetDocument(again.preset))).toBe(canonical(document));
    });
  });
}

test("every class has near misses, and together they are many", () => {
  for (const { accepted } of FAMILIES) expect(accepted.length).toBeGreaterThan(0);
  const cases = FAMILIES.reduce((sum, { refused }) => sum + refused.length, 0);
  expect(cases).toBeGreaterThanOrEqual(2500);
  const names = FAMILIES.flatMap(({ name, refused, accepted }) =>
    [...refused, ...accepted].map(([each]) => `${name}: ${each}`),
  );
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test("nothing has reached the prototypes of objects", () => {
  expect([Object.keys(Object.prototype), Object.keys(Array.prototype)]).toEqual([[], []]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});
