import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tiers, why } from "./example";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("the example of the README is the one that runs here", () => {
  const [, shown] = /```ts\n([\s\S]*?)```/.exec(read("../../README.md")) ?? [];
  expect(shown?.replaceAll("./engine/index", "../../engine/index")).toBe(read("./example.ts"));
});

test("it gives what the README says", () => {
  expect(tiers).toEqual(["Acme: Tier 1", "Bolt: Tier 2", "Cyan: Tier 2", "Dune: Tier 1"]);
  expect(why).toMatchObject({
    account: "Dune",
    value: 320,
    basis: "expected",
    segment: { rung: "new" },
    tier: { rung: "t1" },
  });
});
