import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CAPABILITIES, type Shown } from "./capabilities";

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

describe("a capability is shown by tests that there are", () => {
  test.each(CAPABILITIES)("%d: %s", (_, __, shown) => {
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((each) => !isThere(each))).toEqual([]);
  });
});
