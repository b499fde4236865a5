import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parsePreset } from "../../../engine/index";
import { everyPartWith } from "./hostile/family";

function partsNotBuilt(source: unknown): string[] {
  const parsed = parsePreset(source);
  return parsed.ok
    ? []
    : parsed.issues.map(({ code, path, params }) => `${code} ${path.join(".")} ${String(params.part)}`);
}

const LATER = ["score", "movement", "why", "reason", "rank", "initial", "previous", "highest", "nextReview", "play", "flags"]; // prettier-ignore

describe("columns that the language has and this version has not are refused by name", () => {
  test.each(LATER)("%s", (column) => {
    expect(partsNotBuilt(everyPartWith("columns", ["tier", column]))).toEqual([`not-built columns.1 ${column}`]);
  });

  test.each([[["segment", "tier"]], [["tier", "segment"]], [["tier"]], [[]]])("%j are there", (columns) => {
    expect(partsNotBuilt(everyPartWith("columns", columns))).toEqual([]);
  });
});

const example = new URL("../../../../shared/design/example-preset.jsonc", import.meta.url);
describe.skipIf(!existsSync(example))("the preset with every part in use (skipped where ../shared is absent)", () => {
  const text = () => readFileSync(example, "utf8").replace(/\/\/.*$/gm, "");
  test("is refused for its columns, all at once, and for nothing else", () => {
    expect(partsNotBuilt(text())).toEqual(
      ["score", "movement", "why"].map((column, i) => `not-built columns.${i + 1} ${column}`),
    );
  });

  test("and is accepted without them", () => {
    expect(partsNotBuilt(text().replace('"tier", "score", "movement", "why"', '"tier"'))).toEqual([]);
  });
});
