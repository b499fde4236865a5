import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parsePreset } from "../../../engine/index";
import { documentWith } from "../samples";

const when = { measure: "value", ">": 1 };
const withCapacity = [
  { id: "a", label: "A", when, capacity: { max: 5, rankBy: "value" } },
  { id: "b", label: "B" },
];

function partsNotBuilt(source: unknown): string[] {
  const parsed = parsePreset(source);
  return parsed.ok
    ? []
    : parsed.issues.map(({ code, path, params }) => `${code} ${path.join(".")} ${String(params.part)}`);
}

describe("what the language has and this version has not is refused by name", () => {
  test.each([
    [{ rollUp: { by: "region" } }, "rollUp", "rollUp"],
    [{ currency: { field: "region", base: "EUR", rates: { USD: 0.9 }, of: ["value"] } }, "currency", "currency"],
    [{ gates: [{ id: "g", when, else: { exclude: "Out" } }] }, "gates", "gates"],
    [{ steadiness: { band: 0.1 } }, "steadiness", "steadiness"],
    [{ bumps: { rules: [] } }, "bumps", "bumps"],
    [{ flags: [{ id: "f", label: "F", when }] }, "flags", "flags"],
    [{ review: { alerts: [{ id: "a", from: ["all"], severity: "high", dueDays: 5 }] } }, "review.alerts", "alerts"],
    [{ columns: ["tier", "score"] }, "columns.1", "score"],
    [{ tiers: { rungs: withCapacity } }, "tiers.rungs.0.capacity", "capacity"],
  ])("%j", (changes, path, part) => {
    expect(partsNotBuilt(documentWith(changes as Record<string, unknown>))).toEqual([`not-built ${path} ${part}`]);
  });

  test.each([
    { rollUp: null, currency: null, steadiness: null, bumps: null, review: null },
    { gates: [], flags: [], review: { alerts: [] }, columns: ["tier"] },
  ])("and accepted where it is not used: %j", (changes) => {
    expect(parsePreset(documentWith(changes)).ok).toBe(true);
  });
});

const example = new URL("../../../../shared/design/example-preset.jsonc", import.meta.url);
describe.skipIf(!existsSync(example))("the preset with every part in use (skipped where ../shared is absent)", () => {
  test("is refused for what is not built, all at once, and for nothing else", () => {
    const text = readFileSync(example, "utf8").replace(/\/\/.*$/gm, "");
    expect(partsNotBuilt(text).map((part) => part.replace("not-built ", "").split(" ")[0])).toEqual([
      ...["gates", "tiers.rungs.0.capacity", "tiers.rungs.1.capacity", "steadiness", "bumps", "flags", "review.alerts"],
      ...[1, 2, 3].map((i) => `columns.${i}`),
    ]);
  });
});
