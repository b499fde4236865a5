import { expect, test } from "vitest";
import { idFrom, numberedName } from "../../../../addin/taskpane/rules/ids";

test.each([
  { name: "No owner", taken: [], id: "noOwner" },
  { name: "No owner", taken: ["NOOWNER"], id: "noOwner-2" },
  { name: "Gate 2", taken: [], id: "gate-2" },
  { name: "Überfällig!", taken: [], id: "uberfallig" },
  { name: "顧客", taken: ["part"], id: "part-2" },
  { name: "x".repeat(90), taken: ["x".repeat(60)], id: `${"x".repeat(60)}-2` },
])("$name is $id", ({ name, taken, id }) => {
  expect(idFrom(name, taken)).toBe(id);
  expect(id).toMatch(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);
});

test("a numbered name is one that is not taken", () => {
  expect(numberedName("Tier", ["Tier 1", "TIER 3"], 3)).toBe("Tier 4");
  expect(numberedName("Tier", [])).toBe("Tier 1");
});
