import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parsePreset } from "../../../engine/index";
import { everyPartWith } from "./hostile/family";

function refusals(source: unknown): string[] {
  const parsed = parsePreset(source);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
}

const OPTIONAL = ["score", "movement", "why", "reason", "rank", "initial", "previous", "highest", "nextReview", "play", "flags"]; // prettier-ignore

test.each([...OPTIONAL.map((column) => ["tier", column]), ["segment", "tier"], ["tier", "segment"], ["tier"], []])(
  "columns may be %j %j",
  (...columns) => expect(refusals(everyPartWith("columns", columns))).toEqual([]),
);

test("a column that is none, or is there twice, is refused", () => {
  expect(refusals(everyPartWith("columns", ["tier", "colour"]))).toEqual(["not-an-option columns.1"]);
  expect(refusals(everyPartWith("columns", ["why", "why"]))).toEqual(["repeated-id columns.1"]);
});

const example = new URL("../../../../shared/design/example-preset.jsonc", import.meta.url);
describe.skipIf(!existsSync(example))("the preset with every part in use (skipped where ../shared is absent)", () => {
  test("is accepted", () => {
    expect(refusals(readFileSync(example, "utf8").replace(/\/\/.*$/gm, ""))).toEqual([]);
  });
});
