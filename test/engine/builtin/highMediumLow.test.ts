import { expect, test } from "vitest";
import { tiersOf } from "../samples";
import { builtIn, flagged, runOn } from "./builtIn";

const preset = builtIn("high-medium-low");

test("a fifth is High, a half Medium; zeros and negatives are numbers, blanks and words are Low and flagged", () => {
  const cells = [
    ["Company", "ARR"],
    ...[["a", 90], ["b", 80], ["c", 70], ["d", 60], ["e", 0]],
    ...[["f", -10], ["g", "n/a"], ["h", ""], ["i", "many"]],
  ]; // prettier-ignore
  const result = runOn(preset, cells);
  // Of six numbers 1.2, so two, and three.
  expect(tiersOf(result)).toEqual(["High", "High", "Medium", "Low", "Low", "Low", "Low", "Low", "Low"]);
  expect(flagged(result, "noValue")).toEqual(["g", "h", "i"]);
});

test("two incomes add up where the analyst chooses both", () => {
  const cells = [["Company", "Licences", "Services"], ["a", 10, 90], ["b", 50, ""], ["c", 40, 5]]; // prettier-ignore
  const result = runOn(preset, cells, { chosen: new Map([["metric", ["Licences", "Services"]]]) });
  expect(tiersOf(result)).toEqual(["High", "Medium", "Low"]);
  expect([...result.value]).toEqual([100, 50, 45]);
});
