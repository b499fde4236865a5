import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CAPABILITIES, ISSUES, type Shown } from "./capabilities";

/** Names of tests and of their blocks, as they are written in a file. */
function namesIn(file: string): string[] {
  const path = new URL(file, import.meta.url);
  if (!existsSync(path)) return [];
  return [...readFileSync(path, "utf8").matchAll(/(?:\b(?:test|it|describe)|\))\(\s*(["'`])(.*?)\1\s*,/gs)].map(
    ([, , name]) => name ?? "",
  );
}

const isThere = ([file, name]: Shown) => namesIn(file).some((each) => each.includes(name));

test("every capability is here, once, in its order", () => {
  expect(CAPABILITIES.map(([number]) => number)).toEqual(Array.from({ length: 109 }, (_, i) => i + 1));
});

describe("a capability is shown by tests that there are, or by an issue to come", () => {
  test.each(CAPABILITIES)("%d: %s", (_, __, by) => {
    if (typeof by === "string") expect(ISSUES).toContain(by);
    else {
      expect(by.length).toBeGreaterThan(0);
      expect(by.filter((shown) => !isThere(shown))).toEqual([]);
    }
  });
});

test("how many are shown, and how many are to come", () => {
  const toCome = ISSUES.map((issue) => [issue, CAPABILITIES.filter(([, , by]) => by === issue).length] as const);
  const shown = CAPABILITIES.filter(([, , by]) => typeof by !== "string").length;
  const rest = toCome.map(([issue, count]) => `${count} by ${issue}`).join(", ");
  console.log(`capabilities: ${shown} of ${CAPABILITIES.length} shown, to come: ${rest}`);
  expect(shown + toCome.reduce((sum, [, count]) => sum + count, 0)).toBe(CAPABILITIES.length);
});
